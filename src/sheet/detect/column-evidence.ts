// What the cells of a column look like: shares of dates, amounts, words and others among those that are filled.

import { type Cell, isDayCell } from '../grid';
import { kindOf } from '../read/document-kinds';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { isErrorText, saysNothing, statusOf, yesOrNo } from '../read/read-words';
import { currencyOfCell, isCurrencyCode } from '../vocabulary/currencies';
import type { Evidence, Meaning } from '../vocabulary/header-words';
import { EVIDENCE } from '../vocabulary/header-words';

/** Shares of the filled cells, 0 to 1; a cell may count for several. */
export interface ColumnLook {
  filled: number;
  /** Date cells and dates written as text. */
  dates: number;
  /** Plain numbers that could be date serials. */
  serials: number;
  amounts: number;
  words: number;
  /** Mail addresses. */
  addresses: number;
  /** Words that a status or a yes/no column holds. */
  statuses: number;
  /** Words that say of an invoice that it is paid, open or anything else; "new" and "final" could be said of other things. */
  stops: number;
  /** Currency codes, signs and names. */
  currencies: number;
  /** Codes of ISO 4217 in capitals. */
  currencyCodes: number;
  /** Kinds of documents: no number of one. */
  kinds: number;
  /** Whole numbers up to 365: what a column of days holds. */
  days: number;
  /** Different texts, as a share of the cells. */
  distinct: number;
  /** Texts such as `INV/2026/0001`: the number of a document, not a name. */
  codes: number;
  /** Whether the cells count 1, 2, 3 and on: a row number, not an invoice number. */
  counting: boolean;
}

type Share = Exclude<keyof ColumnLook, 'filled' | 'distinct' | 'counting'>;

const TESTS: Record<Share, (cell: Cell) => boolean> = {
  dates: (cell) => typeof cell !== 'number' && isDateLike(cell),
  serials: (cell) => typeof cell === 'number' && isDateLike(cell),
  amounts: (cell) => !isDayCell(cell) && isAmountLike(cell),
  words: (cell) =>
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && !isDateLike(cell) && (!isAmountLike(cell) || yesOrNo(cell) !== null)),
  addresses: (cell) => typeof cell === 'string' && /^\S+@\S+\.\S+/.test(cell.trim()),
  // 0 and 1 are amounts before they are answers.
  statuses: (cell) =>
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && !isAmountLike(cell) && yesOrNo(cell) !== null) ||
    (typeof cell === 'string' && Boolean(statusOf(cell))),
  stops: (cell) =>
    typeof cell === 'string' && cell.trim() !== '' && !SAID_OF_ANYTHING.test(cell) && Boolean(statusOf(cell)),
  currencies: (cell) => typeof cell === 'string' && Boolean(currencyOfCell(cell)),
  currencyCodes: (cell) => typeof cell === 'string' && isCurrencyCode(cell),
  kinds: (cell) => typeof cell === 'string' && !/\d/.test(cell) && kindOf(cell) !== null,
  codes: (cell) =>
    typeof cell === 'string' &&
    /^[A-Z]{1,6}[-/_]?(\d|\S*[-/_]\S*\d)\S*$/i.test(cell.trim()) &&
    /\d{2}|[-/_]\d/.test(cell),
  days: (cell) => /^\d{1,3}$/.test(typeof cell === 'object' ? '' : String(cell).trim()) && Number(cell) <= 365,
};

const SAID_OF_ANYTHING =
  /^\s*(new|final|late|current|active|closed|complete|completed|invoice|approved|submitted|nova?|neu|paid|due)\s*$/i;
const SHARES = Object.keys(TESTS) as Share[];

/** Looks at the cells of a column; error texts, dashes and `NULL` say nothing and are left out. */
export function lookAt(cells: readonly Cell[]): ColumnLook {
  const seen = cells.filter((cell) => !isErrorText(cell) && !(typeof cell === 'string' && saysNothing(cell)));
  const look: ColumnLook = {
    ...{ filled: seen.length, dates: 0, serials: 0, amounts: 0, words: 0, addresses: 0 },
    ...{
      statuses: 0,
      stops: 0,
      currencies: 0,
      currencyCodes: 0,
      kinds: 0,
      days: 0,
      codes: 0,
      distinct: 0,
      counting: false,
    },
  };
  if (seen.length === 0) return look;
  for (const share of SHARES) look[share] = seen.filter(TESTS[share]).length / seen.length;
  look.distinct = new Set(seen.map((cell) => (isDayCell(cell) ? cell.day : String(cell)))).size / seen.length;
  look.counting = seen.length >= 3 && seen.every((cell, i) => Number(cell) === Number(seen[0]) + i);
  return look;
}

/** Whether the cells allow a meaning. `others` are the header's other meanings: they decide where cells could be either. */
export function allows(look: ColumnLook, meaning: Meaning, others: readonly Meaning[]): boolean {
  const evidence: Evidence = EVIDENCE[meaning.field];
  if (evidence === 'any') return true;
  const has = (one: Evidence): boolean => others.some((other) => EVIDENCE[other.field] === one);
  // Nothing to go by yet: a name with several kinds of meaning ("Paid") is not taken for words.
  if (look.filled === 0)
    return meaning.score >= 0.5 && (!(evidence === 'words' || evidence === 'statuses') || !has('amounts'));
  const dated = look.dates + (has('amounts') || has('terms') ? 0 : look.serials);
  if (evidence === 'amounts') return look.amounts >= 0.5;
  if (evidence === 'dates') return dated >= 0.5;
  if (evidence === 'currencies') return look.currencies >= 0.5;
  if (evidence === 'terms') return look.dates < 0.5 && (look.words >= 0.5 || look.days >= 0.5);
  if (evidence === 'ids') return look.dates < 0.5 && identifies(look, meaning);
  if (evidence === 'statuses') return look.words >= 0.5 && (!has('amounts') || look.statuses >= 0.5);
  if (meaning.field === 'email') return look.words >= 0.5;
  const coded = meaning.field === 'customer' && meaning.score < 0.7 && look.codes >= 0.5;
  return look.words >= 0.5 && look.addresses < 0.5 && !coded;
}

// A weak name ("ID", "Reference") must at least hold different texts, and not just count the rows.
function identifies(look: ColumnLook, { score, field }: Meaning): boolean {
  if (field === 'invoice' && look.kinds >= 0.8) return false;
  if (field !== 'invoice' || score > 0.7) return true;
  if (score < 0.5) return look.codes >= 0.5;
  return !(look.counting && score <= 0.5) && (look.filled < 8 || look.distinct >= 0.3);
}

/** What was seen, in a few words. */
export function describeLook(look: ColumnLook, evidence: Evidence): string {
  if (look.filled === 0) return 'no cell is filled yet';
  const share = (part: number, what: string): string =>
    `${Math.round(part * 100)} % of ${look.filled} cells are ${what}`;
  if (evidence === 'dates') return share(look.dates + look.serials, 'dates');
  if (evidence === 'amounts') return share(look.amounts, 'amounts');
  if (evidence === 'currencies') return share(look.currencies, 'currencies');
  if (evidence === 'statuses') return share(look.statuses, 'known statuses');
  if (evidence === 'words') return share(look.words, 'words');
  return `${look.filled} filled cells`;
}
