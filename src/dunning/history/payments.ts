// Money in as the log tells it: each line of the bank with what became of it, and of each invoice what its sheet explained.
import type { ReturnReason } from '../../receivables/cash/return-reason';
import { type Day, dayFromIso } from '../../receivables/day';
import type { LogEvent } from './events';
import type { AllocationFacts, BookedFacts, LineDecisionFacts, LineOutcome, ReadLineFacts } from './payment-facts';

/** Money of a line that a person accepted. */
export interface AcceptedPart extends AllocationFacts {
  /** The day it was found in the books; null while it is not. */
  bookedOn: Day | null;
}

/** What a person decided about a line. */
export interface LineDecision extends Omit<LineDecisionFacts, 'parts'> {
  parts: readonly AcceptedPart[];
  on: Day;
  by: string;
}

/** A line of the bank. */
export interface PaymentLine extends Omit<ReadLineFacts, 'date' | 'parts' | 'as'> {
  on: Day;
  /** The day it was first read. */
  readOn: Day;
  proposal: readonly AllocationFacts[];
  /** What the money is by its words, where it is for no invoice; '' where nobody knows. */
  kind: string;
  /** Null while nobody has decided. */
  decision: LineDecision | null;
  /** Whether it was accepted as proposed, and that was taken back: it was wrong. */
  takenBack?: true;
  /** Whether its payer is not known by it any more. */
  forgotten?: true;
}

/** What is known of money in. */
export interface Payments {
  /** All lines by id. */
  lines: Map<string, PaymentLine>;
  /** Ids of the lines that nobody has decided about, or of which money is not in the books yet. */
  live: Set<string>;
  /** What the sheet showed open, minor units, when what it shows was last explained: of each invoice with money not booked. */
  bases: Map<string, number>;
  /** Invoices of which a person is asked what a difference is: what the sheet showed then, and since when. */
  asked: Map<string, { open: number; on: Day }>;
  /** Invoices of which a payment came back last, by key. */
  returned: Map<string, { line: string; reason: ReturnReason; on: Day }>;
  /** The day up to which each account was read, and its balance then, '' without one. */
  ends: Map<string, readonly [on: Day, closing: string]>;
}

/** Money in before any came. */
export function noPayments(): Payments {
  return {
    lines: new Map(),
    live: new Set(),
    bases: new Map(),
    asked: new Map(),
    returned: new Map(),
    ends: new Map(),
  };
}

/** The state of a line as AR Payments shows it. */
export type LineState = 'new' | 'proposed' | 'asked' | LineOutcome | 'booked';

/** @example lineState({ ...line, decision: null, proposal: [], candidates: ['acme|1'] }) // 'asked' */
export function lineState({ decision, proposal, candidates }: PaymentLine): LineState {
  if (!decision) return proposal.length > 0 ? 'proposed' : candidates.length > 0 ? 'asked' : 'new';
  const { parts, as } = decision;
  return parts.length > 0 && parts.every(({ bookedOn }) => bookedOn !== null) ? 'booked' : as;
}

/** The live lines, in the order in which they were read. */
export function liveLines({ lines, live }: Payments): PaymentLine[] {
  return [...live].flatMap((id) => lines.get(id) ?? []);
}

/** Those that nobody has decided about. */
export function undecidedLines(payments: Payments): PaymentLine[] {
  return liveLines(payments).filter(({ decision }) => !decision);
}

type Take = (payments: Payments, event: LogEvent, on: Day, aliases: ReadonlyMap<string, string>) => void;

/** What each event changes. */
const TAKES: Partial<Record<LogEvent['kind'], Take>> = {
  'lines-read': (payments, { facts }, on) => {
    for (const line of facts.lines ?? []) readLine(payments, line, on);
    for (const [account, end, closing] of facts.file?.ends ?? [])
      payments.ends.set(account, [dayFromIso(end) ?? on, closing]);
  },
  'line-decided': (payments, { facts: { decision }, actor }, on, aliases) => {
    if (decision) decide(payments, decision, on, actor, aliases);
  },
  'line-undone': (payments, { facts }) => {
    for (const id of facts.keys ?? []) undo(payments, id);
  },
  'payer-forgotten': ({ lines }, { facts }) => {
    for (const id of facts.keys ?? []) {
      const line = lines.get(id);
      if (line) lines.set(id, { ...line, forgotten: true });
    }
  },
  booked: (payments, { facts }, on) => {
    for (const one of facts.booked ?? []) book(payments, one, on);
  },
  'difference-asked': (payments, { facts }, on) => {
    for (const [key, open] of facts.differences ?? []) payments.asked.set(key, { open, on });
  },
  'difference-settled': (payments, { facts }, on) => {
    for (const one of facts.booked ?? []) book(payments, one, on);
  },
};

/** Takes an event about money in; others change nothing. @param aliases keys under which customers were known before */
export function takePayment(payments: Payments, event: LogEvent, on: Day, aliases: ReadonlyMap<string, string>): void {
  TAKES[event.kind]?.(payments, event, on, aliases);
}

function readLine({ lines, live }: Payments, facts: ReadLineFacts, on: Day): void {
  const { date, parts, as = '', ...rest } = facts;
  const known = lines.get(facts.id);
  const day = dayFromIso(date);
  if (known?.decision || day === null) return;
  lines.set(facts.id, {
    ...{ ...rest, on: day, readOn: known?.readOn ?? on, proposal: parts, kind: as, decision: null },
    ...(known?.takenBack ? { takenBack: true } : {}),
  });
  live.add(facts.id);
}

/** The first decision holds: of two colleagues who accept at once one was first. */
function decide(
  payments: Payments,
  { parts, ...rest }: LineDecisionFacts,
  on: Day,
  by: string,
  aliases: ReadonlyMap<string, string>,
): void {
  const { lines, live, bases, returned } = payments;
  const line = lines.get(rest.id);
  if (!line || line.decision) return;
  const accepted = parts.map((part) => ({
    ...part,
    customerKey: aliases.get(part.customerKey) ?? part.customerKey,
    bookedOn: null,
  }));
  lines.set(line.id, { ...line, decision: { ...rest, parts: accepted, on, by } });
  if (accepted.length === 0) live.delete(line.id);
  for (const part of accepted) {
    const { key, amount, open } = part;
    if (!bases.has(partKey(part))) bases.set(partKey(part), open);
    if (rest.as === 'returned' && amount < 0)
      returned.set(key, { line: line.id, reason: rest.reason ?? 'unknown', on });
  }
}

function undo(payments: Payments, id: string): void {
  const { lines, live, returned } = payments;
  const line = lines.get(id);
  if (!line?.decision) return;
  lines.set(id, { ...line, decision: null, ...(line.decision.proposed ? { takenBack: true } : {}) });
  live.add(id);
  for (const part of line.decision.parts) {
    if (returned.get(part.key)?.line === id) returned.delete(part.key);
    settleBase(payments, partKey(part), null);
  }
}

function book(payments: Payments, [key, open, ids]: BookedFacts, on: Day): void {
  const { lines, live, asked } = payments;
  for (const id of ids) {
    const line = lines.get(id);
    if (!line?.decision) continue;
    const parts = line.decision.parts.map((part) =>
      part.bookedOn === null && partKey(part) === key ? { ...part, bookedOn: on } : part,
    );
    lines.set(id, { ...line, decision: { ...line.decision, parts } });
    if (parts.every(({ bookedOn }) => bookedOn !== null)) live.delete(id);
  }
  asked.delete(key);
  settleBase(payments, key, open);
}

/**
 * Under what money is booked: the key of the invoice; on account customer and currency.
 * @example partKey({ ...part, key: '', customerKey: 'acme', currency: 'EUR' }) // 'acme|~on account EUR'
 */
export function partKey({
  key,
  customerKey,
  currency,
}: Pick<AllocationFacts, 'key' | 'customerKey' | 'currency'>): string {
  return key || `${customerKey}|~on account ${currency}`;
}

/** Where nothing is left to be booked nothing is compared any more. */
function settleBase(payments: Payments, key: string, open: number | null): void {
  const { bases, asked } = payments;
  const isLeft = liveLines(payments).some(({ decision }) =>
    decision?.parts.some((part) => part.bookedOn === null && partKey(part) === key),
  );
  if (!isLeft) {
    bases.delete(key);
    asked.delete(key);
  } else if (open !== null) bases.set(key, open);
}

/** Lets money follow an invoice that stands under another key now. */
export function followPayments(payments: Payments, from: string, to: string): void {
  const { lines, bases, asked, returned } = payments;
  for (const map of [bases, asked, returned] as Map<string, unknown>[]) {
    if (map.has(from)) map.set(to, map.get(from));
    map.delete(from);
  }
  const moved = <T extends AllocationFacts>(parts: readonly T[]): T[] =>
    parts.map((part) => (part.key === from ? { ...part, key: to } : part));
  for (const line of liveLines(payments)) {
    const { proposal, candidates, decision } = line;
    lines.set(line.id, {
      ...line,
      proposal: moved(proposal),
      candidates: candidates.map((key) => (key === from ? to : key)),
      decision: decision && { ...decision, parts: moved(decision.parts) },
    });
  }
}
