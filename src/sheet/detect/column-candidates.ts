// What each column could mean: the meanings of its name that its cells allow.

import type { Field } from '../fields';
import { headerHas, type Meaning, meaningsOf } from '../vocabulary/header-words';
import { speaksOfUs } from '../vocabulary/own-people';
import { allows, type ColumnLook } from './column-evidence';
import { isConverted } from './money/currency-column';
import { namesNumberedPayment } from './money/numbered-payments';

/** A name this plain stands against its cells: a few of them are slips to mend, many of them a question. */
export const PLAIN = 0.9;
const FEW_CELLS = 5;
/** How sure we are of a payment column that nothing stands in. */
export const UNFILLED = 0.5;

/** A meaning that a column could have. */
export interface Candidate {
  field: Field;
  column: number;
  header: string;
  score: number;
  look: ColumnLook;
}

/** The meanings of all columns, best first within a column. @param looks what the cells of each column look like */
export function columnCandidates(headers: readonly string[], looks: readonly ColumnLook[]): Candidate[] {
  const several = headers.filter(namesNumberedPayment).length > 1;
  const all = headers.flatMap((header, column) => {
    const look = several && namesNumberedPayment(header) ? undefined : looks[column];
    return look ? candidatesOf(header, column, look) : [];
  });
  return withFilledFirst(withoutConverted(withCodesApart(all)));
}

function candidatesOf(header: string, column: number, look: ColumnLook): Candidate[] {
  const meanings = meaningsOf(header);
  const allowed = meanings.filter((meaning) => allows(look, meaning, meanings));
  const answers = (): boolean => look.filled > 0 && look.statuses >= 0.5;
  const plain = look.filled < FEW_CELLS && !answers() ? meanings.filter(({ score }) => score >= PLAIN).slice(0, 1) : [];
  const numbered = numberedCustomer(meanings, look).concat(numberLikeDate(header, meanings, look));
  const ours = speaksOfUs(header);
  const found =
    [unfilledPayment(header, meanings, look), allowed, numbered, plain].find((list) => list.length > 0) ?? [];
  return found
    .filter(({ field }) => field !== 'email' || !ours)
    .map(({ field, score }) => ({ field, column, header, score, look }));
}

// "Zahlungseingang" or "Payment" over nothing yet: the receipt of money is noted as a day; else an amount is the reading under which
// every other cell that comes stops its invoice, and so nobody is reminded by a mistake.
function unfilledPayment(header: string, meanings: readonly Meaning[], look: ColumnLook): Meaning[] {
  const has = (field: Field): boolean => meanings.some((meaning) => meaning.field === field);
  const saysAmount = headerHas(header, ['amount', 'total']) && !/^\p{Script=Latin}+$/u.test(header.trim());
  if (look.filled > 0 || !has('paid') || !has('paidOn') || saysAmount) return [];
  if (headerHas(header, ['received'])) return [{ field: 'paidOn', score: 0.7 }];
  return [{ field: 'paid', score: UNFILLED }];
}

// "Customer" over a column of numbers holds their numbers.
function numberedCustomer(meanings: readonly Meaning[], look: ColumnLook): Meaning[] {
  return meanings.some(({ field }) => field === 'customer') && look.amounts > 0.5
    ? [{ field: 'customerId', score: 0.75 }]
    : [];
}

// "Number" over 17/01/2026: the seventeenth invoice of that January.
function numberLikeDate(header: string, meanings: readonly Meaning[], look: ColumnLook): Meaning[] {
  return headerHas(header, ['number']) && look.dates >= 0.5
    ? meanings.filter(({ field, score }) => field === 'invoice' && score >= 0.7)
    : [];
}

// "Tiers" over C001 beside "Nom" over names: the first holds the customers' codes.
function withCodesApart(candidates: readonly Candidate[]): Candidate[] {
  const parties = candidates.filter(({ field }) => field === 'customer');
  const isCode = ({ look }: Candidate): boolean => look.codes >= 0.8;
  if (!parties.some((one) => !isCode(one) && one.look.filled > 0)) return [...candidates];
  // A cross in every row is nobody's name.
  const isMark = ({ field, look }: Candidate): boolean =>
    field === 'customer' && look.filled > 0 && look.lettered < 0.5 && look.codes < 0.5 && look.amounts < 0.5;
  const named = parties.some((one) => one.look.lettered >= 0.5 && !isCode(one));
  return candidates
    .filter((one) => !named || !isMark(one))
    .map((one) => (one.field === 'customer' && isCode(one) ? { ...one, field: 'customerId', score: 0.75 } : one));
}

// "Amount" and a column of currencies, and "amount_usd": the last is the first converted.
function withoutConverted(candidates: readonly Candidate[]): Candidate[] {
  const hasCurrencies = candidates.some(({ field, look }) => field === 'currency' && look.filled > 0);
  return candidates.filter(
    ({ field, header }) =>
      !MONEY.includes(field) ||
      !candidates.some((other) => other.field === field && isConverted(header, other.header, hasCurrencies)),
  );
}

const MONEY: readonly Field[] = ['amount', 'paid', 'balance'];

// Of two names for one meaning the one with filled cells is meant: exports keep columns that nobody uses.
function withFilledFirst(candidates: readonly Candidate[]): Candidate[] {
  const filled = new Set(candidates.filter(({ look }) => look.filled > 0).map(({ field }) => field));
  return candidates.map((one) =>
    one.look.filled === 0 && filled.has(one.field) ? { ...one, score: one.score / 2 } : one,
  );
}
