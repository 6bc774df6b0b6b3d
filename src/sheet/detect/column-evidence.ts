// What the cells of a column look like: shares of dates, amounts, words and others among those that are filled.

import { type Cell, isDayCell } from '../grid';
import { kindOf } from '../read/document-kinds';
import { isAmountLike } from '../read/read-amounts';
import { isDateLike } from '../read/read-dates';
import { isErrorText, saysNothing, statusOf, yesOrNo } from '../read/read-words';
import { currencyOfCell, isCurrencyCode } from '../vocabulary/currencies';
import type { Evidence, Meaning } from '../vocabulary/header-words';
import { EVIDENCE } from '../vocabulary/header-words';

/** A cell of a column, how often it stands there, and what is asked of it several times. */
interface Seen {
  cell: Cell;
  times: number;
  dated: boolean;
  amount: boolean;
}

const TESTS = {
  dates: ({ cell, dated }: Seen) => typeof cell !== 'number' && dated,
  serials: ({ cell, dated }: Seen) => typeof cell === 'number' && dated,
  amounts: ({ cell, amount }: Seen) => !isDayCell(cell) && amount,
  words: ({ cell, dated, amount }: Seen) =>
    typeof cell === 'boolean' || (typeof cell === 'string' && !dated && (!amount || yesOrNo(cell) !== null)),
  lettered: ({ cell }: Seen) => typeof cell === 'string' && /\p{L}.*\p{L}|[\u3040-\u9fff]/u.test(cell),
  addresses: ({ cell }: Seen) => typeof cell === 'string' && /^\S+@\S+\.\S+/.test(cell.trim()),
  links: ({ cell }: Seen) => typeof cell === 'string' && /^https?:\/\/\S+$/i.test(cell.trim()),
  // 0 and 1 are amounts before they are answers.
  statuses: ({ cell, amount }: Seen) =>
    typeof cell === 'boolean' ||
    (typeof cell === 'string' && !amount && yesOrNo(cell) !== null) ||
    (typeof cell === 'string' && Boolean(statusOf(cell))),
  stops: ({ cell }: Seen) =>
    typeof cell === 'string' && cell.trim() !== '' && !SAID_OF_ANYTHING.test(cell) && Boolean(statusOf(cell)),
  currencies: ({ cell }: Seen) => typeof cell === 'string' && Boolean(currencyOfCell(cell)),
  currencyCodes: ({ cell }: Seen) => typeof cell === 'string' && isCurrencyCode(cell),
  kinds: ({ cell }: Seen) => typeof cell === 'string' && !/\d/.test(cell) && kindOf(cell) !== null,
  codes: ({ cell }: Seen) =>
    typeof cell === 'string' &&
    /^[A-Z]{1,6}[-/_]?(\d|\S*[-/_]\S*\d)\S*$/i.test(cell.trim()) &&
    /\d{2}|[-/_]\d/.test(cell),
  days: ({ cell }: Seen) =>
    /^\d{1,3}$/.test(typeof cell === 'object' ? '' : String(cell).trim()) && Number(cell) <= 365,
};

type Share = keyof typeof TESTS;

const SAID_OF_ANYTHING =
  /^\s*(new|final|late|current|active|closed|complete|completed|invoice|approved|submitted|nova?|neu|paid|due)\s*$/i;

/**
 * What the cells of a column look like: shares of the filled ones, 0 to 1; a cell may count for several. What nobody asks of a column
 * is not worked out: most meanings hang on one or two of the shares.
 */
export class ColumnLook {
  readonly filled: number;
  private readonly known = new Map<Share, number>();
  private different: readonly Seen[] | null = null;

  constructor(private readonly cells: readonly Cell[]) {
    this.filled = cells.length;
  }

  /** Date cells and dates written as text. */
  get dates(): number {
    return this.share('dates');
  }

  /** Plain numbers that could be date serials. */
  get serials(): number {
    return this.share('serials');
  }

  get amounts(): number {
    return this.share('amounts');
  }

  get words(): number {
    return this.share('words');
  }

  /** Two letters or more: what a name has. */
  get lettered(): number {
    return this.share('lettered');
  }

  /** Mail addresses. */
  get addresses(): number {
    return this.share('addresses');
  }

  /** Addresses of the web. */
  get links(): number {
    return this.share('links');
  }

  /** Words that a status or a yes/no column holds. */
  get statuses(): number {
    return this.share('statuses');
  }

  /** Words that say of an invoice that it is paid, open or anything else; "new" and "final" could be said of other things. */
  get stops(): number {
    return this.share('stops');
  }

  /** Currency codes, signs and names. */
  get currencies(): number {
    return this.share('currencies');
  }

  /** Codes of ISO 4217 in capitals. */
  get currencyCodes(): number {
    return this.share('currencyCodes');
  }

  /** Kinds of documents: no number of one. */
  get kinds(): number {
    return this.share('kinds');
  }

  /** Whole numbers up to 365: what a column of days holds. */
  get days(): number {
    return this.share('days');
  }

  /** Different texts, as a share of the cells. */
  get distinct(): number {
    if (this.filled === 0) return 0;
    return new Set(this.cells.map((cell) => (isDayCell(cell) ? cell.day : String(cell)))).size / this.filled;
  }

  /** Texts such as `INV/2026/0001`: the number of a document, not a name. */
  get codes(): number {
    return this.share('codes');
  }

  /** Whether the cells count 1, 2, 3 and on: a row number, not an invoice number. */
  get counting(): boolean {
    const { cells } = this;
    return cells.length >= 3 && cells.every((cell, i) => Number(cell) === Number(cells[0]) + i);
  }

  private share(share: Share): number {
    if (this.filled === 0) return 0;
    const known = this.known.get(share);
    if (known !== undefined) return known;
    this.different = this.different ?? differentCells(this.cells);
    const test = TESTS[share];
    const count = this.different.reduce((sum, seen) => (test(seen) ? sum + seen.times : sum), 0);
    this.known.set(share, count / this.filled);
    return count / this.filled;
  }
}

function differentCells(cells: readonly Cell[]): Seen[] {
  const times = new Map<Cell, number>();
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1);
  return [...times].map(([cell, count]) => ({
    ...{ cell, times: count },
    ...{ dated: isDateLike(cell), amount: isAmountLike(cell) },
  }));
}

/** Looks at the cells of a column; error texts, dashes and `NULL` say nothing and are left out. */
export function lookAt(cells: readonly Cell[]): ColumnLook {
  return new ColumnLook(cells.filter((cell) => !isErrorText(cell) && !(typeof cell === 'string' && saysNothing(cell))));
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
  if (evidence === 'links') return look.links >= 0.5;
  if (evidence === 'terms') return look.dates < 0.5 && (look.words >= 0.5 || look.days >= 0.5);
  if (evidence === 'ids') return look.dates < 0.5 && identifies(look, meaning);
  if (evidence === 'statuses') return look.words >= 0.5 && (!has('amounts') || look.statuses >= 0.5);
  if (meaning.field === 'email') return look.words >= 0.5;
  const coded = meaning.field === 'customer' && meaning.score < 0.7 && look.codes >= 0.5;
  // Our own people are often told by their address; nobody else is.
  return look.words >= 0.5 && (look.addresses < 0.5 || meaning.field === 'owner') && !coded;
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
    `${Math.round(part * look.filled)} of ${look.filled} cells looked at hold ${what}`;
  if (evidence === 'dates') return share(look.dates + look.serials, 'dates');
  if (evidence === 'amounts') return share(look.amounts, 'amounts');
  if (evidence === 'currencies') return share(look.currencies, 'currencies');
  if (evidence === 'statuses') return share(look.statuses, 'words for a status');
  if (evidence === 'links') return share(look.links, 'web addresses');
  if (evidence === 'words') return share(look.words, 'text');
  return `filled in ${look.filled} of the rows looked at`;
}
