// Takes what customers said by the form: each row once, a promise as a row of AR Promises, the rest as an entry that pauses and asks.

import { type Apart, isNotedUpon, judgeAnswer, QUIET_DAYS } from '../../dunning/decision/answers/judge-answer';
import { blocksOf } from '../../dunning/decision/blocks';
import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, isWithinTolerance } from '../../dunning/decision/owed';
import { numberKey } from '../../dunning/decision/promises';
import type { AnswerFacts, AnswerKind } from '../../dunning/history/answer-facts';
import { type Answer, answered, isAsked, takeAnswer } from '../../dunning/history/answers';
import type { NewEvent } from '../../dunning/history/events';
import { addUnder } from '../../receivables/cash/grouped';
import { type Day, dayFromIso, plusBusinessDays, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { type PlacedAnswer, readAnswerTabs } from '../../workbook/answer-tabs';
import type { WorkbookFacts } from '../../workbook/facts';
import type { WorkbookSession } from '../../workbook/session';
import { PROMISES_TAB } from '../../workbook/tab-specs';

/** An answer that changes nothing, with the reason. */
export interface LeftAnswer extends PlacedAnswer {
  apart: Apart;
  message: string;
}

/** What the rows of the forms come to. */
export interface JudgedAnswers {
  /** Those that are new and taken, each with whom and what it is about. */
  taken: { facts: AnswerFacts; reference: string; customerKey: string; invoices: readonly Invoice[] }[];
  left: LeftAnswer[];
}

/** Judges every row that was not taken yet, one after the other. Changes nothing. */
export function judgedAnswers(ws: WorkbookSession, facts: Facts): JudgedAnswers {
  const found: JudgedAnswers = { taken: [], left: [] };
  const rows = newRows(readAnswerTabs(ws), facts);
  if (rows.length === 0) return found;
  const answers = new Map<string, Answer>(facts.history.answers);
  const known: Facts = { ...facts, history: { ...facts.history, answers } };
  let blocks = blocksOf(known);
  for (const row of rows) {
    const judged = judgeAnswer(row, known, blocks);
    if ('apart' in judged) {
      found.left.push({ ...row, ...judged });
      continue;
    }
    const { taken, reminder, invoices } = judged;
    const { customerKey } = reminder.facts;
    const one = { facts: taken, reference: row.reference, customerKey, invoices };
    found.taken.push(one);
    // The next one is judged knowing it.
    const event = { ...eventOf(known, one, ''), seq: 0, at: '', hash: '' };
    takeAnswer(answers, event, customerKey, facts.asOf);
    blocks = blocksOf(known);
  }
  return found;
}

/** Rows that were not taken yet, those left out beside which a note was written since. */
function newRows(all: readonly PlacedAnswer[], { history: { answers } }: Facts): PlacedAnswer[] {
  const rows = all.filter(({ row }) => !answers.has(row));
  if (rows.length === 0 || answers.size === 0) return rows;
  const there = new Set(all.map(({ row }) => row));
  const gone = new Map<string, Answer[]>();
  for (const one of answers.values()) if (!there.has(one.row)) addUnder(gone, one.reference, one);
  return rows.filter((row) => {
    const before = gone.get(row.reference) ?? [];
    const at = before.findIndex((one) => isNotedUpon(one, row));
    if (at >= 0) before.splice(at, 1);
    return at < 0;
  });
}

/** The entry that takes an answer. */
function eventOf(
  facts: Facts,
  { facts: answer, reference, customerKey, invoices }: JudgedAnswers['taken'][number],
  actor: string,
): NewEvent {
  const name = facts.customers.get(customerKey)?.name ?? invoices[0]?.customer ?? customerKey;
  const about = invoices.filter(({ key }) => answer.keys.includes(key));
  const numbers = about.map(({ invoice, key }) => invoice || key).join(', ');
  const note = inWords(answer, facts.asOf);
  return answered(answer, { key: customerKey, name }, { reference, invoices: numbers, actor, note });
}

const SAID: Readonly<Record<AnswerKind, string>> = {
  promise: 'They will pay',
  paid: 'They say that it is paid',
  dispute: 'They say that something is not right',
  contact: 'They name somebody else to write to',
  other: 'They answered by the form',
};

/** @example 'They will pay on Wed 2 Dec: taken as a promise.' */
function inWords({ what, day, made, why = '' }: AnswerFacts, asOf: number): string {
  const on = what === 'promise' && day !== undefined ? ` on ${shortDay(dayFromIso(day) ?? asOf, asOf)}` : '';
  return made === 'taken' ? `${SAID[what]}${on}: taken as a promise.` : `${SAID[what]}${on}. ${why}`.trim();
}

/**
 * Takes new answers: rows of AR Promises are written, the events are for the caller to append.
 * @param gathered with the facts of the day
 */
export function takeAnswers(ws: WorkbookSession, { facts, customers }: WorkbookFacts, actor: string): NewEvent[] {
  const { taken } = judgedAnswers(ws, facts);
  const writtenAs = (key: string): string => {
    const known = facts.customers.get(key);
    return known && customers.keyOf(known.name) !== key ? known.id || known.name : (known?.name ?? key);
  };
  const rows = taken.flatMap((one) =>
    one.facts.made === 'taken' ? promiseRows(one, facts, writtenAs(one.customerKey)) : [],
  );
  if (rows.length > 0) ws.tabs.addRows(PROMISES_TAB, rows);
  return taken.map((one) => eventOf(facts, one, actor));
}

/** A promise as rows: one for each invoice of the mail, or one for all where an invoice has no number. What stands there open stays alone. */
function promiseRows(
  { facts: { day = '' }, customerKey, invoices, reference }: JudgedAnswers['taken'][number],
  { promises, asOf }: Facts,
  writtenAs: string,
) {
  const promisedOn = dayFromIso(day) ?? asOf;
  const numbers = invoices.some(({ invoice }) => invoice === '')
    ? ['']
    : [...new Set(invoices.map(({ invoice }) => invoice))];
  const isThere = (number: string): boolean =>
    promises.some(
      (one) =>
        one.customerKey === customerKey &&
        one.state === 'open' &&
        one.promisedOn === promisedOn &&
        numberKey(one.invoice) === numberKey(number),
    );
  return numbers
    .filter((number) => !isThere(number))
    .map((number) => ({
      Customer: writtenAs,
      Invoice: number,
      'Promised on': { day: promisedOn },
      Recorded: { day: asOf },
      State: 'open',
      Note: `By the form, ${reference}`,
    }));
}

/**
 * The answers that wait for a person: a promise, a payment or a dispute only while something of what it is about is owed.
 * @param facts of the day; null where the sheet cannot be read, and all of them may be about something
 */
export function waitingAnswers(answers: ReadonlyMap<string, Answer>, facts: Facts | null): Answer[] {
  const asked = [...answers.values()].filter(isAsked);
  if (!facts || asked.length === 0) return asked;
  const owed = new Set<string>();
  for (const one of facts.invoices) if (isChaseable(one) && !isWithinTolerance(facts, one)) owed.add(one.key);
  return asked.filter(({ what, keys }) => what === 'contact' || what === 'other' || keys.some((key) => owed.has(key)));
}

/** Whether an answer that waits for a person has done so longer than the days in which nothing is sent. */
export function isLate({ takenOn }: Answer, asOf: Day, holidays: ReadonlySet<Day>): boolean {
  return asOf > plusBusinessDays(takenOn, QUIET_DAYS, holidays);
}
