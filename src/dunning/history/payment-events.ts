// The events of money in: lines of the bank read, decided about, and found again in the books.
import { formatMoney } from '../../receivables/money';
import { partsForCells } from './cell-parts';
import { customerEvent, type NewEvent, workbookEvent } from './events';
import type {
  AllocationFacts,
  BankFileFacts,
  BookedFacts,
  DifferenceFacts,
  LineDecisionFacts,
  ReadLineFacts,
} from './payment-facts';

// How the events of money in are used (the fold is `payments.ts`, known as `history.payments`):
// 1. An import: `linesRead(lines, file, actor)`. A line has one id for ever (`lineId` where the bank gives none); read again while
//    nobody has decided it brings its proposal up to date and leaves the day it was first read on. Whatever is proposed or asked
//    about pauses the reminders of its `parts` and `candidates` for three business days; that needs nothing else.
// 2. A decision: `lineDecided(line, decision, name, actor)`, after `decisionFault` (src/dunning/payments/decision-fault.ts) had nothing
//    to say of it. Accept, on account, not ours and a return are one event each; `lineUndone` takes any of them back.
// 3. The plan writes `booked` and `difference-asked` by itself; `differenceSettled` is a person's answer, after which what the sheet
//    shows counts as explained, with the lines named as booked or without.

/** The events of an import; several where its lines do not fit a cell, one without lines where it says where accounts end. */
export function linesRead(lines: readonly ReadLineFacts[], file: BankFileFacts, actor: string): NewEvent[] {
  const parts = partsForCells(lines);
  if (parts.length === 0 && file.ends?.length) parts.push([]);
  return parts.map((part) => {
    const count = part.length === 1 ? '1 line' : `${part.length} lines`;
    const note = `${count} of the bank read${file.name === '' ? '' : ` from ${file.name}`}.`;
    return workbookEvent('lines-read', actor, note, { lines: part, file });
  });
}

type Line = Pick<ReadLineFacts, 'id' | 'amount' | 'currency' | 'payer'>;

/**
 * The event of a decision about a line.
 * @param name of the customer of its first part; '' where there is none
 */
export function lineDecided(line: Line, decision: LineDecisionFacts, name: string, actor: string): NewEvent {
  const note = `${formatMoney(line.amount, line.currency)}${line.payer === '' ? '' : ` of ${line.payer}`}: ${decision.as}.`;
  return { ...aboutLine('line-decided', line, decision.parts, name, actor, note), facts: factsOf(decision) };
}

function factsOf(decision: LineDecisionFacts): NewEvent['facts'] {
  const [first] = decision.parts;
  return { ...(first ? { customerKey: first.customerKey } : {}), decision };
}

/** The event that takes a decision back. @param parts as they were decided */
export function lineUndone(line: Line, parts: readonly AllocationFacts[], name: string, actor: string): NewEvent {
  const note = `${formatMoney(line.amount, line.currency)}: the decision was taken back.`;
  const event = aboutLine('line-undone', line, parts, name, actor, note);
  return { ...event, facts: { ...event.facts, keys: [line.id] } };
}

function aboutLine(
  kind: 'line-decided' | 'line-undone',
  line: Line,
  parts: readonly AllocationFacts[],
  name: string,
  actor: string,
  note: string,
): NewEvent {
  const [first] = parts;
  const event = first
    ? customerEvent(kind, { key: first.customerKey, name }, actor, note)
    : workbookEvent(kind, actor, note);
  const invoices = parts.flatMap(({ invoice }) => (invoice === '' ? [] : [invoice])).join(', ');
  return { ...event, invoices, amounts: formatMoney(line.amount, line.currency) };
}

/** The events by which allocations are in the books. */
export function allocationsBooked(booked: readonly BookedFacts[], actor: string): NewEvent[] {
  const note = 'The sheet shows these payments now.';
  return partsForCells(booked).map((part) => workbookEvent('booked', actor, note, { booked: part }));
}

/** The events by which a person is asked about differences. */
export function differencesAsked(differences: readonly DifferenceFacts[], actor: string): NewEvent[] {
  const note = 'The sheet shows another amount than the payments in AR Payments explain.';
  return partsForCells(differences).map((part) =>
    workbookEvent('difference-asked', actor, note, { differences: part }),
  );
}

/**
 * The answer to it: what the sheet shows counts as explained from now on.
 * @param answer key, what the sheet shows open, and the lines that are in the books with it; none where it was something else
 */
export function differenceSettled(answer: BookedFacts, invoice: string, actor: string, note: string): NewEvent {
  return { ...workbookEvent('difference-settled', actor, note, { booked: [answer] }), invoices: invoice };
}
