// The columns that lower what is owed beside what was paid: found by their names, or asked about where they may be taken off already.
import { type Detection, type LoweringField, type Question, takenBy } from '../../fields';
import type { Grid } from '../../grid';
import { headerKey } from '../../vocabulary/header-words';
import type { ColumnLook } from '../column-evidence';
import { debitAndCredit } from '../debit-credit';
import { numbersOf, type Row, rowsOf } from './column-numbers';

type Columns = Detection['columns'];

/** Words that say nothing more of such a column. */
const BESIDE = new Set('amount total value sum invoice customer issued paid received balance'.split(' '));

/** English names, each a set of words; those that also stand for what was taken off before are asked about. */
const NAMES: readonly (readonly [LoweringField, 'plain' | 'asked', readonly string[]])[] = [
  [
    'credited',
    'plain',
    [
      'credit note',
      'credit notes',
      'credit memo',
      'credit memos',
      'applied credit',
      'return',
      'returns',
      'sales return',
    ],
  ],
  ['credited', 'asked', ['credit']],
  ['writtenOff', 'plain', ['off write', 'off written', 'writeoff', 'bad debt', 'irrecoverable']],
  [
    'withheld',
    'plain',
    [
      'tds',
      'deducted tds',
      'wht',
      'withholding',
      'tax withholding',
      'tax withheld',
      'withheld',
      'deducted tax',
      'at deducted source tax',
    ],
  ],
  ['withheld', 'asked', ['withholding-or-net']],
  [
    'retained',
    'plain',
    ['retention', 'retention withheld', 'held retention', 'retainage', 'holdback', 'retained', 'money retention'],
  ],
  [
    'discountTaken',
    'plain',
    [
      'discount taken',
      'cash discount',
      'allowed discount',
      'discount early payment',
      'discount payment prompt',
      'discount settlement',
    ],
  ],
  ['discountTaken', 'asked', ['discount']],
  [
    'deposit',
    'plain',
    [
      'deposit',
      'down payment',
      'downpayment',
      'advance',
      'advance payment',
      'prepayment',
      'prepaid',
      'advances',
      'deposits',
    ],
  ],
];

const RELEASE = [
  'date release retention',
  'date due retention',
  'date retention',
  'due retention',
  'date release',
  'release retention',
  'date holdback release',
];

let names: ReadonlyMap<string, [LoweringField, 'plain' | 'asked']> | null = null;

function nameOf(header: string): [LoweringField, 'plain' | 'asked'] | null {
  names ??= new Map(NAMES.flatMap(([field, how, keys]) => keys.map((key) => [key, [field, how]] as const)));
  if (/%|\bpct\b/i.test(header)) return null;
  const words = headerKey(header).split(' ');
  const key = words.filter((word) => !BESIDE.has(word)).join(' ');
  return names.get(key) ?? names.get(words.join(' ')) ?? null;
}

/**
 * Finds the columns that lower what is owed. A name that also stands for what was taken off before ("Discount") is asked about, unless
 * the amounts of the rows tell.
 */
export function whatLowers(
  grid: Grid,
  headerIndex: number,
  headers: readonly string[],
  looks: readonly ColumnLook[],
  columns: Columns,
  questions: Question[],
): void {
  const charge = columns.amount ?? columns.balance;
  if (!charge) return;
  const taken = takenBy(columns);
  const credit = debitAndCredit(headers)?.credit;
  const rows = rowsOf(grid, headerIndex);
  for (const [index, header] of headers.entries()) {
    const look = looks[index];
    const name = taken.has(index) || index === credit || header === '' ? null : nameOf(header);
    if (!name || !look || (look.filled > 0 && look.amounts < 0.5)) continue;
    const [field, how] = name;
    const isUsed = numbersOf(rows, index).some((value) => value !== null && value !== 0);
    if (columns[field] || !isPart(rows, index, charge.index)) continue;
    const standing = isUsed ? standingOf(rows, index, charge.index) : 'unused';
    if (standing === 'taken off') continue;
    if (how === 'plain' || standing === 'still open') {
      columns[field] = { index, header, confidence: 0.8, reason: `header "${header}"; it lowers what is owed` };
    } else if (isUsed && !columns.balance && !questions.some((question) => question.field === field)) {
      const message = `Does "${header}" still lower what is owed, or is it taken off "${charge.header}" already? Choose it if it still lowers it; if not, say that there is no such column.`;
      questions.push({ field, message, candidates: [header] });
    }
  }
  if (columns.retained) releaseDay(headers, looks, columns);
}

function releaseDay(headers: readonly string[], looks: readonly ColumnLook[], columns: Columns): void {
  const index = headers.findIndex((header, i) => {
    const look = looks[i];
    return RELEASE.includes(headerKey(header)) && look !== undefined && (look.filled === 0 || look.dates >= 0.5);
  });
  const header = headers[index];
  if (header === undefined || Object.values(columns).some((match) => match.index === index)) return;
  const reason = `header "${header}"; the day on which what is kept back falls due`;
  columns.retainedUntil = { index, header, confidence: 0.8, reason };
}

const CENT = 0.02;
/** Of the rows that tell, so many must agree. */
const MOST = 0.9;

// No more can be taken off an invoice than it is of: larger numbers are those of documents.
function isPart(rows: readonly Row[], index: number, charge: number): boolean {
  const [parts, wholes] = [numbersOf(rows, index), numbersOf(rows, charge)];
  const told = parts.flatMap((part, i) =>
    part === null || wholes[i] == null ? [] : [Math.abs(part) <= Math.abs(wholes[i] ?? 0) + CENT],
  );
  return told.length === 0 || told.filter(Boolean).length >= told.length * MOST;
}

/**
 * Whether a part was taken off the charge before: "Subtotal" less "Discount", with or without tax, is the charge; or not, where the
 * subtotal with its tax is the charge.
 */
function standingOf(rows: readonly Row[], index: number, charge: number): 'taken off' | 'still open' | 'unclear' {
  const parts = numbersOf(rows, index);
  const used = rows.filter((_, i) => (parts[i] ?? 0) !== 0);
  const width = Math.max(0, ...used.map((row) => row.length));
  const others = Array.from({ length: width }, (_, i) => i).filter((i) => i !== index && i !== charge);
  const sides = others.filter((i) => numbersOf(used, i).every((value) => value !== null));
  const fits = (sum: (row: number) => number): boolean =>
    used.length > 0 && used.every((_, i) => Math.abs(sum(i) - (wholes[i] ?? Number.NaN)) <= CENT);
  const [wholes, off] = [numbersOf(used, charge), numbersOf(used, index)];
  const at = (column: number, row: number): number => figures.get(column)?.[row] ?? Number.NaN;
  const figures = new Map(sides.map((column) => [column, numbersOf(used, column)]));
  const part = (row: number): number => Math.abs(off[row] ?? 0);
  const pairs = sides.flatMap((one, i) => sides.slice(i + 1).map((other) => [one, other] as const));
  if (sides.some((one) => fits((row) => at(one, row) - part(row)))) return 'taken off';
  if (pairs.some(([one, other]) => fits((row) => at(one, row) + at(other, row) - part(row)))) return 'taken off';
  return pairs.some(([one, other]) => fits((row) => at(one, row) + at(other, row))) ? 'still open' : 'unclear';
}
