// The three lists of a morning, and the order within them: the largest first, each currency by itself.

import { NO_DOCUMENT } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { askedOn } from '../../dunning/letter/headline';
import { isSentByUs } from '../../dunning/policy/channels';
import { gravityOf } from '../../dunning/reminder/look-gravity';
import type { Day } from '../../receivables/day';
import type { ReviewGroup, ReviewList } from './view';

/**
 * The list a reminder is reviewed in: by hand what is no mail, to look at what a person should read first, else routine.
 * @example listOf(reminder) // 'routine'
 */
export function listOf(reminder: Reminder): ReviewList {
  const { facts, state } = reminder;
  if (!isSentByUs(facts.channel)) return 'by-hand';
  return state === 'planned' && lookOf(reminder) === '' ? 'routine' : 'look';
}

/** What a person should look at in a reminder; '' when routine. */
export function lookOf({ facts, code }: Reminder): string {
  return [code === NO_DOCUMENT ? 'a document cannot be attached' : '', facts.look]
    .filter((one) => one !== '')
    .join(', ');
}

/** The mails that a document which cannot be read keeps in review. */
export function keptByDocument(waiting: Iterable<Reminder>): Reminder[] {
  return [...waiting].filter(({ state, code }) => state === 'planned' && code === NO_DOCUMENT);
}

/**
 * The group of the Review page a reminder stands in; null when Review has nothing to do with it (Problems has, or it is
 * over).
 * @example groupOf(planned) // 'routine'
 */
export function groupOf(reminder: Reminder): ReviewGroup | null {
  const { state } = reminder;
  if (state === 'snoozed') return 'later';
  if (state !== 'planned' && state !== 'approved' && state !== 'sending') return null;
  const list = listOf(reminder);
  if (list === 'by-hand') return 'calls';
  if (state !== 'planned') return 'approved';
  return list;
}

/** How grave the gravest reason to look is: a name may hold a comma, and what follows it begins like no reason. */
function gravity(look: string): number {
  return gravityOf(look === '' ? [] : look.split(', '));
}

/**
 * Reminders in the order in which they are reviewed: by the gravest reason to look, then the largest amount first. Amounts
 * in two currencies are not compared: the currency that most reminders ask for comes first.
 * @param reminders in any order
 * @param day on which they are reviewed
 */
export function inReviewOrder(reminders: readonly Reminder[], day: Day): Reminder[] {
  const sized = reminders.map((reminder) => ({ reminder, asked: askedOn(reminder.facts, day) }));
  const uses = new Map<string, number>();
  for (const { asked } of sized)
    for (const currency of Object.keys(asked)) uses.set(currency, (uses.get(currency) ?? 0) + 1);
  const ranked = [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency);
  const keyed = sized.map(({ reminder, asked }) => {
    const currency = ranked.find((code) => asked[code] !== undefined) ?? '';
    return {
      reminder,
      gravity: gravity(lookOf(reminder)),
      rank: ranked.indexOf(currency),
      amount: asked[currency] ?? 0,
    };
  });
  keyed.sort(
    (a, b) =>
      a.gravity - b.gravity ||
      a.rank - b.rank ||
      b.amount - a.amount ||
      (a.reminder.id < b.reminder.id ? -1 : a.reminder.id > b.reminder.id ? 1 : 0),
  );
  return keyed.map(({ reminder }) => reminder);
}
