// What customers said by the form behind a mail, as the log tells it: each row once, what was made of it, what a person decided.
import { type Day, dayFromIso } from '../../receivables/day';
import type { AnswerFacts, AnswerKind, AnswerMade } from './answer-facts';
import { customerEvent, type LogEvent, type NewEvent } from './events';

/** What a person decided about an answer. */
export type AnswerDecision = 'accepted' | 'rejected';

/** An answer of a customer. */
export interface Answer {
  row: string;
  /** Reference of the mail that was answered. */
  reference: string;
  customerKey: string;
  customer: string;
  /** Numbers of the invoices, for people. */
  invoices: string;
  what: AnswerKind;
  on: Day;
  takenOn: Day;
  made: AnswerMade;
  /** Null where it changes nothing. */
  quietTo: Day | null;
  keys: readonly string[];
  day: Day | null;
  until: Day | null;
  words: string;
  address: string;
  why: string;
  /** Null while nobody has decided. */
  decision: { as: AnswerDecision; on: Day; by: string } | null;
}

/**
 * The event that takes an answer.
 * @param answer with the whole keys of its invoices
 * @param reference of the mail that was answered
 * @param invoices their numbers, for people
 */
export function answered(
  answer: AnswerFacts,
  customer: { key: string; name: string },
  { reference, invoices, actor, note }: { reference: string; invoices: string; actor: string; note: string },
): NewEvent {
  const own = `${customer.key}|`;
  const keys = answer.keys.map((key) => (key.startsWith(own) ? `~${key.slice(own.length)}` : key));
  const event = customerEvent('answered', customer, actor, note, { answer: { ...answer, keys } });
  return { ...event, reminder: reference, invoices };
}

/** Takes an answer down; the same row a second time changes nothing. */
export function takeAnswer(answers: Map<string, Answer>, event: LogEvent, customerKey: string, takenOn: Day): void {
  const { answer } = event.facts;
  if (!answer || answers.has(answer.row)) return;
  const { row, what, made, words = '', address = '', why = '' } = answer;
  const { reminder: reference, customer, invoices } = event;
  const own = event.facts.customerKey ?? '';
  const keys = answer.keys.map((key) => (key.startsWith('~') ? `${own}|${key.slice(1)}` : key));
  answers.set(row, {
    ...{ row, reference, customerKey, customer, invoices, what, made, keys, words, address, why, takenOn },
    on: dayFromIso(answer.on) ?? takenOn,
    quietTo: dayFromIso(answer.quietTo ?? ''),
    day: dayFromIso(answer.day ?? ''),
    until: dayFromIso(answer.until ?? ''),
    decision: null,
  });
}

/** Takes down what a person decided; the first decision holds. */
export function decideAnswer(answers: Map<string, Answer>, { facts, actor: by }: LogEvent, on: Day): void {
  const as: AnswerDecision = facts.outcome === 'rejected' ? 'rejected' : 'accepted';
  for (const row of facts.keys ?? []) {
    const answer = answers.get(row);
    if (answer && !answer.decision) answers.set(row, { ...answer, decision: { as, on, by } });
  }
}

/** Lets answers follow an invoice that stands under another key now. */
export function followAnswers(answers: Map<string, Answer>, from: string, to: string): void {
  for (const answer of answers.values())
    if (answer.keys.includes(from))
      answers.set(answer.row, { ...answer, keys: answer.keys.map((key) => (key === from ? to : key)) });
}

/** Whether a person is asked about an answer and has not decided. */
export function isAsked({ made, decision }: Answer): boolean {
  return made === 'asked' && !decision;
}

/** Whether an answer keeps its invoices from being asked for on a day: said to be disputed and not decided about, or to be paid. */
export function pauses(answer: Answer, day: Day): boolean {
  if (answer.what === 'dispute') return isAsked(answer);
  return answer.what === 'paid' && (answer.until ?? 0) >= day && answer.decision?.as !== 'rejected';
}

/** Rows older than so many days are too old to be taken, so that what was taken of them need not be known. */
const KEPT_DAYS = 400;

/** The answers a run has to know: those that wait for a person, and those of late. @param today of the last event */
export function answersToKeep(answers: ReadonlyMap<string, Answer>, today: Day): Answer[] {
  return [...answers.values()].filter((answer) => isAsked(answer) || answer.takenOn + KEPT_DAYS >= today);
}
