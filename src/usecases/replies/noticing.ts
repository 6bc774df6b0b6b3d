// Noticing replies as the usual build has it: not at all. The build takes noticing.with-replies.ts instead where it is asked for.
import type { Noticing } from '../sending/run-hour';

/** What the hourly run does about the mailbox before it plans: nothing, where this was not built in. */
export const NOTICING: Noticing | null = null;
