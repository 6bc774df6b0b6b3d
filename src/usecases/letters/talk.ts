// Where a friendly or personal mail goes on: below the one before of the same episode, with its subject.

import type { History } from '../../dunning/history/history';
import { isTalk } from '../../dunning/history/mail-threads';
import type { Reminder } from '../../dunning/history/reminder';
import { splitAddresses } from '../../dunning/mail/address';

/** The thread a mail goes on in. */
export interface Talk {
  threadId: string;
  subject: string;
  /** Header Message-IDs of the mails before, oldest first; none where they are not known. */
  mailIds: readonly string[];
}

/**
 * The thread in which a reminder goes on; null where it begins anew: it is firm or about something else, nobody it goes to had a mail
 * of it, or it stands in the mailbox of another sender.
 * @param sender whose mailbox it leaves from
 * @example talkOf(reminder, history, 'ann@ourfirm.example')?.subject // 'Our Firm: invoice 1001, a short reminder'
 */
export function talkOf({ facts, edit }: Reminder, history: History, sender: string): Talk | null {
  if (!isTalk(facts)) return null;
  const threadId = history.talks.get(facts.customerKey) ?? '';
  const thread = history.threads.get(threadId);
  if (thread?.by !== sender || thread.subject === '' || thread.subject === '(erased)') return null;
  const small = (addresses: readonly string[]): string[] => addresses.map((one) => one.toLowerCase());
  const known = small(thread.to);
  const to = small(edit ? splitAddresses(edit.to) : facts.to);
  return to.some((one) => known.includes(one)) ? { threadId, subject: thread.subject, mailIds: thread.mailIds } : null;
}
