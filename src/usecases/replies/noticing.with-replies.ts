// Noticing replies and bounces, where it is built in.
import type { Noticing } from '../sending/run-hour';
import { noticeReplies } from './notice-replies';
import { readMailIds } from './read-mail-ids';

/** What the hourly run does about the mailbox before it plans. */
export const NOTICING: Noticing | null = { messages: noticeReplies, mailIds: readMailIds };
