// What is made of an answer by the form: taken, paused and asked about, or left alone as forged, old, settled or repeated.
import { type Day, dayFromIso, isoOf, plusBusinessDays, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import type { AnswerFacts, AnswerKind } from '../../history/answer-facts';
import type { Answer } from '../../history/answers';
import type { ReminderFacts } from '../../history/events';
import type { Reminder, ReminderState } from '../../history/reminder';
import { isFinal } from '../../policy/tones';
import type { Blocks } from '../blocks';
import type { Facts } from '../facts';
import { isChaseable, isHandedOver, isOf, isWithinTolerance } from '../owed';
import { isMissed, type PromiseStanding } from '../promises';

/** An answer as a row of the form gives it. */
export interface GivenAnswer {
  /** Digest of the row. */
  row: string;
  /** Reference of the mail, where its token was ours; '' for any other. */
  reference: string;
  what: AnswerKind;
  /** The day the form noted; null where it cannot be read. */
  on: Day | null;
  day: Day | null;
  words: string;
  address: string;
}

/** Why an answer changes nothing. */
export type Apart = 'forged' | 'not-sent' | 'old' | 'repeated';

/** What was made of an answer: nothing, which is not even written down, or what an entry of the log tells. */
export type JudgedAnswer =
  | { apart: Apart; message: string }
  | { taken: AnswerFacts; reminder: Reminder; invoices: readonly Invoice[] };

/** Days for which the link of a mail may be answered. */
const LINK_DAYS = 60;
/** A row older than so many days when it is first read is none of today. */
const ROW_DAYS = 30;
/** So many answers to one mail are read. */
const MOST_ANSWERS = 5;
/** A promise by form is taken for so many days ahead, and for invoices so many days past due on that day. */
const DAYS_AHEAD = 14;
const DAYS_PAST_DUE = 45;
/** So many promises of one round of reminders are taken without a person. */
const MOST_PROMISES = 2;
/** A promise broken within so many days has a person decide. */
const BROKEN_DAYS = 90;
/** Business days without a mail after any answer, and without asking for an invoice that is said to be paid. */
export const QUIET_DAYS = 2;
const PAID_DAYS = 5;
/** Words are kept up to so many characters. */
const MOST_WORDS = 500;

/** States in which a customer may have a mail. */
const LEFT: readonly ReminderState[] = ['sent', 'done', 'voided', 'sending', 'unconfirmed'];

/**
 * Judges an answer. Deterministic; it reads facts and changes nothing, least of all an amount.
 * @param facts of the day, with the answers taken so far in `history`
 * @param blocks of the same facts
 * @example judgeAnswer({ ...answer, reference: '' }, facts, blocks) // { apart: 'forged', message: 'The reference ...' }
 */
export function judgeAnswer(given: GivenAnswer, facts: Facts, blocks: Blocks): JudgedAnswer {
  const { history, asOf, settings } = facts;
  if (given.reference === '') return { apart: 'forged', message: 'Its reference was never in a mail of ours.' };
  const on = Math.min(given.on ?? asOf, asOf);
  if (on + ROW_DAYS < asOf) return { apart: 'old', message: `It was given on ${shortDay(on, asOf)}, too long ago.` };
  const earlier = [...history.answers.values()].filter(({ reference }) => reference === given.reference);
  if (earlier.length >= MOST_ANSWERS || earlier.some((one) => saysSame(one, given)))
    return { apart: 'repeated', message: `The mail ${given.reference} was answered so before.` };
  // Last, as a mail of long ago is looked up in the whole log.
  const reminder = history.reminders.get(given.reference);
  if (!reminder || !LEFT.includes(reminder.state))
    return { apart: 'not-sent', message: `The mail ${given.reference} did not leave: a test, or from before a copy.` };
  const invoices = askedFor(reminder.facts, facts);
  const said: AnswerFacts = {
    ...{ row: given.row, what: given.what, on: isoOf(on), made: 'left', keys: invoices.map(({ key }) => key) },
    ...(given.day === null ? {} : { day: isoOf(given.day) }),
    ...(given.words === '' ? {} : { words: given.words.slice(0, MOST_WORDS) }),
    ...(given.address === '' ? {} : { address: given.address.slice(0, MOST_WORDS) }),
  };
  const sentOn = dayOf(reminder);
  const late =
    on > sentOn + LINK_DAYS
      ? `A link may be answered for ${LINK_DAYS} days; this mail is of ${shortDay(sentOn, asOf)}.`
      : '';
  const settled = invoices.length === 0 ? 'What the mail asked for is settled.' : '';
  if (late || settled) return { taken: { ...said, why: late || settled }, reminder, invoices };
  const quietTo = plusBusinessDays(asOf, QUIET_DAYS, settings.holidays);
  const taken: AnswerFacts = { ...said, made: 'asked', quietTo: isoOf(quietTo) };
  const because = (why: string): JudgedAnswer => ({ taken: { ...taken, why }, reminder, invoices });
  switch (given.what) {
    case 'promise': {
      const why =
        earlier.length > 0
          ? 'They answered this mail before, and otherwise.'
          : whyNot(given, reminder, invoices, facts, blocks);
      return why === '' ? { taken: { ...taken, made: 'taken' }, reminder, invoices } : because(why);
    }
    case 'paid': {
      const before = new Set(
        [...history.answers.values()].flatMap((one) => (one.what === 'paid' && one.until !== null ? one.keys : [])),
      );
      const keys = taken.keys.filter((key) => !before.has(key));
      const until = isoOf(plusBusinessDays(asOf, PAID_DAYS, settings.holidays));
      if (keys.length === 0) return because('They said so of these invoices before: it pauses them once.');
      return { taken: { ...taken, keys, until, why: 'Look for the payment.' }, reminder, invoices };
    }
    case 'dispute':
      return because('Accept it as a dispute or a query, or reject it: until then these invoices are paused.');
    case 'contact':
      return because('Nobody else is written to before you say so.');
    default:
      return because('Read what they wrote.');
  }
}

/** The day a mail left, as far as it is known. */
function dayOf({ startedAt, updated, plannedOn }: Reminder): Day {
  const written = [startedAt, updated, plannedOn].find((text) => text !== '') ?? '';
  return dayFromIso(written.slice(0, 10)) ?? 0;
}

/** The invoices that a mail asked for and that are still owed, under their keys of today. */
function askedFor({ lines }: ReminderFacts, facts: Facts): Invoice[] {
  const { moved } = facts.history;
  const now = (key: string): string => {
    let known = key;
    for (let step = 0; step < moved.size && moved.has(known); step += 1) known = moved.get(known) ?? known;
    return known;
  };
  const keys = new Set(lines.filter(({ open, disputed }) => open > Math.max(0, disputed)).map(({ key }) => now(key)));
  return facts.invoices.filter(
    (invoice) => keys.has(invoice.key) && isChaseable(invoice) && !isWithinTolerance(facts, invoice),
  );
}

function saysSame(one: Answer, { what, day, words, address }: GivenAnswer): boolean {
  return (
    one.what === what &&
    one.day === day &&
    one.words === words.slice(0, MOST_WORDS) &&
    one.address === address.slice(0, MOST_WORDS)
  );
}

/**
 * Whether a row is one that was taken before and has more in it since: somebody of ours wrote a note beside it.
 * @param before of which the row, as it was, is nowhere any more
 */
export function isNotedUpon(before: Answer, { reference, what, on, day, words, address }: GivenAnswer): boolean {
  if (before.reference !== reference || before.what !== what || before.on !== on) return false;
  if (what === 'promise' && before.day !== day) return false;
  return has(words, before.words, '\n') && has(address, before.address, ', ');
}

/** Whether all parts of a text are in a later one. */
function has(now: string, before: string, between: string): boolean {
  const parts = now.slice(0, MOST_WORDS).split(between);
  return before === '' || before.split(between).every((part) => parts.includes(part));
}

/** Why a person decides about a promise, a sentence; '' where it is taken by itself. */
function whyNot(
  { day }: GivenAnswer,
  { facts: { customerKey, tone, payTo = '' } }: Reminder,
  invoices: readonly Invoice[],
  facts: Facts,
  blocks: Blocks,
): string {
  const { asOf, history } = facts;
  if (day === null) return 'They named no day.';
  if (day < asOf) return 'The day they named has passed.';
  if (day > asOf + DAYS_AHEAD) return `The day is more than ${DAYS_AHEAD} days ahead.`;
  if (invoices.some(({ due }) => due === null || day > due + DAYS_PAST_DUE))
    return `On that day an invoice would be more than ${DAYS_PAST_DUE} days past due.`;
  const episode = history.episodes.get(customerKey);
  if (isFinal(tone) || isFinal(episode?.tone ?? '')) return 'A final reminder was sent.';
  if (payTo !== '' || invoices.some((one) => isHandedOver(facts, one))) return 'It is with somebody else to collect.';
  if (blocks.everybody ?? blocks.contact(customerKey) ?? blocks.customerHold(customerKey))
    return 'Reminders to them are paused, or nobody may write to them.';
  if (invoices.some((one) => blocks.dispute(one) ?? blocks.hold(one) ?? blocks.answers.stop(one)))
    return 'Something about these invoices is not settled.';
  const keys = new Set(invoices.map(({ key }) => key));
  const promises = blocks.promisesOf(customerKey);
  if (promises.some((one) => isMissed(one) && one.protectedTo >= asOf - BROKEN_DAYS))
    return `A promise was broken within ${BROKEN_DAYS} days.`;
  const isAbout = ({ covered }: PromiseStanding): boolean => covered.some(({ key }) => keys.has(key));
  const running = promises.filter((one) => one.state === 'open' && isAbout(one));
  const isThis = running.length > 0 && running.every(({ promise }) => promise.promisedOn === day);
  if (running.length > 0 && !isThis) return 'Another promise of theirs still runs.';
  const ofRound = promises.filter((one) => (one.promise.recorded ?? asOf) >= (episode?.since ?? asOf) || isAbout(one));
  const words = new Set(ofRound.map(({ promise: { recorded, promisedOn } }) => `${recorded} ${promisedOn}`));
  const today = [...history.answers.values()].filter(
    (one) => one.customerKey === customerKey && one.made === 'taken' && one.takenOn === asOf,
  );
  if (!isThis && words.size >= MOST_PROMISES) return `They promised ${MOST_PROMISES} times in this round already.`;
  if (today.some((one) => one.day !== day)) return 'They named another day today.';
  const unreadable = facts.promises.some(
    (one) =>
      one.unreadable !== '' && (one.customerKey === customerKey || invoices.some((own) => isOf(own, one.customerKey))),
  );
  return unreadable ? 'A promise of theirs in AR Promises cannot be read.' : '';
}
