// The mailbox as the usual build has it: none. The build takes mailbox.with-replies.ts instead where replies are noticed.
import type { Mailbox } from '../workbook/ports';

/** No mailbox: this script has no permission to look into one. */
export function googleMailbox(): Mailbox | null {
  return null;
}
