// The threads our mails stand in, which of them goes on, and the messages that were noticed in them.
import { type Day, dayFromIso } from '../../receivables/day';
import { isReadByCustomer, isSentByUs } from '../policy/channels';
import { toneRank } from '../policy/tones';
import type { EventFacts, LogEvent, ReminderFacts } from './events';
import type { History, NoticedMark } from './history-state';

/**
 * Whether a mail goes on where the one before stands: friendly and personal words of an episode are one conversation. What is firm,
 * or about something else, begins anew; so does the first word after one before the due date, whose subject says that it is to come.
 * @example isTalk({ ...facts, tone: 'firm' }) // false
 */
export function isTalk({ anchor, days, tone, channel, purpose, payTo }: TalkFacts): boolean {
  const rank = toneRank(tone);
  const isPlain = anchor === 'due' && days >= 0 && purpose === undefined && payTo === undefined && isSentByUs(channel);
  return isPlain && rank > 0 && rank < toneRank('firm');
}

type TalkFacts = Pick<ReminderFacts, 'anchor' | 'days' | 'tone' | 'channel' | 'purpose' | 'payTo'>;

/** Takes a mail that left into the threads. */
export function noteThread(history: History, facts: ReminderFacts, { facts: told, ...event }: LogEvent): void {
  const { threadId = '', messageId = '', talk: goesOn = false } = told;
  if (threadId === '') return;
  const { customerKey } = facts;
  const known = history.threads.get(threadId);
  const to = event.to.split(',').map((one) => one.trim());
  history.threads.set(threadId, {
    ...{ customerKey, reminder: event.reminder, at: event.at, by: event.actor, subject: event.note },
    to: [...new Set([...(known?.to ?? []), ...to])].filter((one) => one !== ''),
    unread: [...(known?.unread ?? []), ...(goesOn ? [messageId] : [])],
    mailIds: known?.mailIds ?? [],
  });
  if (goesOn) history.talks.set(customerKey, threadId);
}

/** Takes the header Message-ID of one of our mails into its thread; '' where the mailbox does not have the mail any more. */
export function noteMailId(history: History, { facts: { threadId = '', messageId, mailId = '' } }: LogEvent): void {
  const known = history.threads.get(threadId);
  if (!known) return;
  history.threads.set(threadId, {
    ...known,
    unread: known.unread.filter((one) => one !== messageId),
    mailIds: mailId === '' ? known.mailIds : [...known.mailIds, mailId],
  });
}

/** Notes what a message brings, so that it can be taken back. */
export function noteNoticed(history: History, { facts, kind }: LogEvent, customerKey: string, on: Day): void {
  const { noticed, addresses = [] } = facts;
  if (!noticed) return;
  const known = history.noticed.get(noticed.id);
  if (noticed.undone) {
    if (known) history.noticed.set(noticed.id, { ...known, isUndone: true });
    return;
  }
  history.noticed.set(noticed.id, { on, customerKey, kind, isUndone: false, addresses });
}

/**
 * Takes back what a message brought, and nothing else: what was noted before and since counts on.
 * @param earlier the day of the reply that counts then; null for none
 */
export function takeBackNoticed(history: History, mark: NoticedMark, key: string, earlier: Day | null): void {
  const { kind, addresses } = mark;
  if (kind === 'replied' && earlier === null) history.replied.delete(key);
  if (kind === 'replied' && earlier !== null) history.replied.set(key, earlier);
  const bounced = history.bounced.get(key);
  if (kind === 'bounced' && bounced) {
    // Of an address that is doubted twice one doubt stands.
    const left = [...bounced.addresses];
    for (const one of addresses) if (left.includes(one)) left.splice(left.indexOf(one), 1);
    if (left.length === 0) history.bounced.delete(key);
    else history.bounced.set(key, { ...bounced, addresses: left });
  }
  const contacts = history.contacts.get(key) ?? [];
  const last = contacts.map(({ channel }) => isReadByCustomer(channel)).lastIndexOf(true);
  const contact = contacts[last];
  if (contact?.outcome !== kind) return;
  contacts[last] = { ...contact, outcome: '' };
  history.contacts.set(key, contacts);
}

/** Of an event that came from a message: its id, where what it brought can be taken back; '' else. */
export function messageToUndo({ noticed }: EventFacts, marks: History['noticed']): string {
  const mark = noticed && !noticed.undone ? marks.get(noticed.id) : undefined;
  return noticed && mark && !mark.isUndone && mark.kind !== 'noticed' ? noticed.id : '';
}

/** The day of a moment of the log. @example dayOfMoment('2026-11-06 09:00:00') // 20763 */
export function dayOfMoment(moment: string): Day {
  return dayFromIso(moment.slice(0, 10)) ?? 0;
}
