// A sheet with its right values, as a folder of cases says it: what is in cases.json, checked where it comes in.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostFailure } from '../failure';

/** Right figures of one currency; what is left out is not compared. */
export interface ExpectedTotals {
  open?: number;
  overdue?: number;
  credits?: number;
  invoices?: number;
  overdueInvoices?: number;
  buckets?: Record<string, number>;
}

/** What a person who knows the sheet reads in it; what is left out is not compared. */
export interface Expected {
  /** Field to header as written; null where the sheet has no such column. */
  columns?: Record<string, string | null>;
  /** Currency to figures; `*` is the only currency of the sheet, whichever is said. */
  totals?: Record<string, ExpectedTotals>;
  /** Open balance by invoice number. */
  balances?: Record<string, number>;
  /** Due date by invoice number, `YYYY-MM-DD`. */
  dues?: Record<string, string>;
  /** Customer by invoice number. */
  customers?: Record<string, string>;
  /** The least that is open. */
  minOpen?: number;
  /** The field that nothing in the sheet tells: a question about it is right, a guess is wrong. */
  ask?: string;
  /** What else is right beside the figures, in words: a question, or a finding that names what is doubtful. */
  alsoOk?: string;
  /** No invoices are in it: refusing is right. */
  refuse?: boolean;
  /** How much was paid of some invoices cannot be told, and has to be said. */
  partial?: boolean;
  /** Nobody's address may be taken for the customer's. */
  noEmail?: boolean;
}

/** One case. */
export interface ReadingCase {
  id: string;
  /** Name of the file in the folder. */
  file: string;
  /** The day of the plan, `YYYY-MM-DD`. */
  asOf: string;
  /** Further words for `plan`: `['--column', 'customer=Project']`. */
  args: string[];
  /** What the totals are made by: where the sheet comes from. */
  group: string;
  /** The kind of fault it stands for, '' without one. */
  kind: string;
  expected: Expected;
}

/** The file that tells the cases of a folder. */
const LIST = 'cases.json';

/**
 * The cases of a folder.
 *
 * @param folder with cases.json and the files it names
 * @throws HostFailure `cases-missing` or `cases-broken`, with the case and what it lacks
 * @example casesOf('tests/readings')[0]?.file // 'quotes.csv'
 */
export function casesOf(folder: string): ReadingCase[] {
  const path = join(folder, LIST);
  if (!existsSync(path)) throw new HostFailure('cases-missing', `There is no ${LIST} in ${folder}.`);
  let list: unknown;
  try {
    list = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new HostFailure('cases-broken', `${path} is not JSON.`);
  }
  if (!Array.isArray(list)) throw new HostFailure('cases-broken', `${path} is not a list of cases.`);
  return list.map((one: unknown, index) => caseOf(one, `${path}, case ${index + 1}`, folder));
}

function caseOf(one: unknown, where: string, folder: string): ReadingCase {
  const said = one as Partial<Record<string, unknown>> | null;
  const text = (name: string, otherwise?: string): string => {
    const value = said?.[name] ?? otherwise;
    if (typeof value !== 'string') throw new HostFailure('cases-broken', `${where}: "${name}" is missing.`);
    return value;
  };
  const file = text('file');
  if (!existsSync(join(folder, file))) throw new HostFailure('cases-broken', `${where}: there is no file ${file}.`);
  const expected = said?.['expected'];
  if (typeof expected !== 'object' || expected === null)
    throw new HostFailure('cases-broken', `${where}: "expected" is missing.`);
  const args = said?.['args'] ?? [];
  if (!Array.isArray(args)) throw new HostFailure('cases-broken', `${where}: "args" is not a list.`);
  return {
    id: text('id'),
    file,
    asOf: text('asOf'),
    args: args.map(String),
    group: text('kindOfSource', 'all'),
    kind: text('kind', ''),
    expected,
  };
}
