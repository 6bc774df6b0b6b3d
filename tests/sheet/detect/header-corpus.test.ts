// Column detection over header rows of real and typical exports: every sheet is mapped right or asks, and nothing is wrong in silence.
import { describe, expect, it } from 'vitest';
import { detectTable } from '../../../src/sheet/detect/detect';
import { FIELDS, type Field, isProblem, type Mapping } from '../../../src/sheet/fields';
import { gridOf } from '../grids';
import { FURTHER_PRODUCT_ROWS } from './further-product-rows';
import { PRODUCT_HEADER_ROWS } from './product-header-rows';
import { type HeaderRow, REAL_HEADER_ROWS } from './real-header-rows';
import { TYPICAL_HEADER_ROWS } from './typical-header-rows';

/** Fields that decide who is asked for how much and when. */
const MATTER: readonly Field[] = [
  'customer',
  'invoice',
  'due',
  'terms',
  'amount',
  'balance',
  'currency',
  'paid',
  'paidOn',
];
/** What must never be wrong without a question. */
const NEVER_WRONG: readonly Field[] = ['due', 'amount', 'balance', 'paid', 'paidOn'];

interface Outcome {
  row: HeaderRow;
  asked: string[];
  /** `field: taken instead of meant`. */
  wrong: string[];
  missed: string[];
}

function pairs(text: string | undefined): [Field, string][] {
  return (text ?? '').split('|').flatMap((pair): [Field, string][] => {
    const cut = pair.indexOf('=');
    const field = FIELDS.find((one) => one === pair.slice(0, cut));
    return field ? [[field, pair.slice(cut + 1)]] : [];
  });
}

function outcomeOf(row: HeaderRow): Outcome {
  const cells = row.cells === '' ? [] : row.cells.split('\n').map((line) => line.split('|'));
  const found = detectTable(gridOf([row.headers.split('|'), ...cells]));
  if (isProblem(found)) return { row, asked: [found.code], wrong: [], missed: [] };
  const taken: Mapping = {};
  for (const field of FIELDS) taken[field] = found.columns[field]?.header;
  const meant = new Map(pairs(row.meant));
  const also = pairs(row.also);
  const asked = found.questions.map(({ field }) => field);
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const field of MATTER) {
    const header = taken[field];
    const wanted = meant.get(field);
    const good = header === wanted || also.some(([one, name]) => one === field && name === header);
    if (good || asked.includes(field)) continue;
    // The one amount column of a sheet may be read as amount or as balance where nothing else tells.
    if (header === undefined && also.some(([one, name]) => name === wanted && taken[one] === name)) continue;
    if (header === undefined) missed.push(`${field}: ${wanted}`);
    else wrong.push(`${field}: ${header}${wanted === undefined ? '' : ` instead of ${wanted}`}`);
  }
  return { row, asked, wrong, missed };
}

const outcomes = [...REAL_HEADER_ROWS, ...TYPICAL_HEADER_ROWS, ...PRODUCT_HEADER_ROWS, ...FURTHER_PRODUCT_ROWS].map(
  outcomeOf,
);
const isHit = ({ row, asked, wrong, missed }: Outcome): boolean =>
  wrong.length + missed.length === 0 && (row.lacking ? asked.length > 0 : asked.length === 0);

/** The table that says how well the columns are understood, language by language. */
function table(): string {
  const languages = [...new Set(outcomes.map(({ row }) => row.language))].sort();
  const lines = languages.map((language) => {
    const of = outcomes.filter(({ row }) => row.language === language);
    const asks = of.filter(({ row, asked }) => asked.length > 0 && !row.lacking).length;
    const lacking = of.filter(({ row }) => row.lacking).length;
    const misses = of.filter(({ wrong, missed }) => wrong.length + missed.length > 0).length;
    return [language, of.length, of.filter(isHit).length, lacking, asks, misses].join('\t');
  });
  const doubtful = outcomes
    .filter((outcome) => !isHit(outcome))
    .map(
      ({ row, asked, wrong, missed }) =>
        `${row.id}\t${[...wrong.map((one) => `WRONG ${one}`), ...missed.map((one) => `missed ${one}`), ...asked.map((one) => `asks ${one}`)].join(' · ')}`,
    );
  return ['language\trows\thits\tlacking\tasks\tmisses', ...lines, '', ...doubtful].join('\n');
}

describe('header rows of exports', () => {
  it('are never wrong in silence about due date, amounts and payments', () => {
    console.info(table());
    const silent = outcomes.flatMap(({ row, wrong }) =>
      wrong.filter((one) => NEVER_WRONG.some((field) => one.startsWith(`${field}:`))).map((one) => `${row.id} ${one}`),
    );
    expect(silent).toEqual([]);
  });

  it('are mapped right in every field that matters, or ask', () => {
    const misread = outcomes.filter(
      ({ wrong, missed, asked }) => wrong.length + missed.length > 0 && asked.length === 0,
    );
    expect(misread.map(({ row, wrong, missed }) => [row.id, ...wrong, ...missed])).toEqual([]);
  });

  it.each([
    ['real', REAL_HEADER_ROWS],
    ['typical', TYPICAL_HEADER_ROWS],
    ["named programs'", PRODUCT_HEADER_ROWS],
    ["further programs'", FURTHER_PRODUCT_ROWS],
  ])('ask nothing in nine of ten %s rows in which a person could tell', (_, rows) => {
    const told = outcomes.filter(({ row }) => rows.includes(row) && !row.lacking && canBeTold(row));
    expect(told.filter(({ asked }) => asked.length === 0).length / told.length).toBeGreaterThanOrEqual(0.9);
  });

  it('ask where what is needed is not there', () => {
    const silent = outcomes.filter(({ row, asked }) => (row.lacking || !canBeTold(row)) && asked.length === 0);
    expect(silent.map(({ row }) => row.id)).toEqual([]);
  });
});

/** Whether a careful person finds a customer, a due date (or terms and an invoice date) and an amount. */
function canBeTold({ meant, also }: HeaderRow): boolean {
  const has = new Set([...pairs(meant), ...pairs(also)].map(([field]) => field));
  const due = has.has('due') || (has.has('terms') && has.has('issued'));
  return (has.has('customer') || has.has('customerId')) && due && (has.has('amount') || has.has('balance'));
}
