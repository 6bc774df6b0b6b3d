// What Google finds in the bundle: the functions of src/entry with their help, nothing missing and nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bareContext, distFile } from './dist';
import { otherExports, partsOf, topLevelFunctions } from './functions';

/** Brings the calls of the sidebar together; what it passes on stands in the files it names. */
const HUB = 'sidebar-calls.ts';
const ENTRY = resolve(import.meta.dirname, '../../src/entry');
const entryFiles = readdirSync(ENTRY)
  .filter((name) => name !== 'index.ts')
  .map((name) => ({ name, text: readFileSync(join(ENTRY, name), 'utf8') }));
const wanted = entryFiles.flatMap(({ name, text }) => topLevelFunctions(name, text, true));
const built = topLevelFunctions('Code.js', distFile('Code.js'), false);
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

describe('the top-level functions of the bundle', () => {
  it('are the exported functions of src/entry, with their parameters and JSDoc', () => {
    expect(built.length).toBeGreaterThan(30);
    expect([...built].sort(byName)).toEqual([...wanted].sort(byName));
  });

  it('are each documented directly above', () => {
    expect(built.filter(({ doc }) => doc === '').map(({ name }) => name)).toEqual([]);
  });

  it('are all that src/entry exports', () => {
    const own = entryFiles.filter(({ name }) => name !== HUB);
    expect(own.flatMap(({ name, text }) => otherExports(name, text))).toEqual([]);
    const passedOn = (name: string): string[] =>
      [...readFileSync(join(ENTRY, name), 'utf8').matchAll(/^export \* from '\.\/([\w-]+)';$/gm)].map(
        (match) => `${match[1]}.ts`,
      );
    expect([...passedOn('index.ts'), ...passedOn(HUB)].sort()).toEqual(entryFiles.map(({ name }) => name).sort());
  });

  it('can be called by name, as Google does, and nothing else can', () => {
    const names = vm.runInContext(
      'Object.keys(globalThis).filter((n) => typeof globalThis[n] === "function")',
      bareContext(),
    );
    expect([...(names as string[])].sort()).toEqual(wanted.map(({ name }) => name).sort());
  });

  it('tell Google how many arguments they take', () => {
    const context = bareContext();
    for (const { name, parameters } of wanted) {
      expect(vm.runInContext(`${name}.length`, context), name).toBe(parameters.length);
    }
  });

  it('have no name that Google would hide from the sidebar or take for its own', () => {
    const names = built.map(({ name }) => name);
    expect(names.filter((name) => name.endsWith('_'))).toEqual([]);
    expect(names.filter((name) => /^(doGet|doPost|onEdit|onSelectionChange|onFormSubmit)$/.test(name))).toEqual([]);
  });
});

/** Names and arguments that people have in their cells: none may change. */
const SIGNATURES = [
  'AGING_BUCKET(due_date, as_of, balance, edges)',
  'DAYS_PAST_DUE(due_date, as_of)',
  'AGING_TABLE(invoices, as_of, group_by, edges)',
  'SEGMENT(customers, invoices, as_of, settings)',
  'DSO(receivables, credit_sales, days)',
  'BEST_POSSIBLE_DSO(current_receivables, credit_sales, days)',
  'AVERAGE_DAYS_DELINQUENT(receivables, current_receivables, credit_sales, days)',
  'DSO_COUNTBACK(receivables, month, credit_sales)',
  'CEI(beginning_receivables, credit_sales, ending_receivables, ending_current_receivables, months)',
  'AR_TURNOVER(credit_sales, receivables)',
  'COLLECTION_PERIOD(credit_sales, receivables, days)',
  'PERCENT_OVERDUE(balance, due_date, as_of)',
  'AVERAGE_DAYS_TO_PAY(issue_date, paid_date, amount)',
  'DAYS_BEYOND_TERMS(due_date, paid_date, amount, signed)',
  'PAYMENT_SCORE(days_beyond_terms)',
  'DUE_DATE(issue_date, terms, reading)',
  'DISCOUNT_DATE(issue_date, terms)',
  'DISCOUNTED_AMOUNT(amount, terms, on_time)',
  'DISCOUNT_COST(terms, method, year_days)',
  'LATE_INTEREST(balance, due_date, as_of, annual_rate, grace_days, method, year_days)',
  'LATE_COMPENSATION(amount, regime)',
  'ALLOWANCE(balance, due_date, as_of, edges, rates)',
  'ALLOWANCE_FROM_TOTALS(bucket_totals, rates)',
  'CONCENTRATION(amounts, top)',
  'HHI(amounts)',
  'BAD_DEBT_PERCENT(written_off, credit_sales)',
  'PROMISES_KEPT(state, amount)',
  'AR_KPIS(invoices, as_of, from)',
  'PORTFOLIO(invoices, as_of, group_by)',
  'EXPECTED_PAYMENT(invoices, as_of)',
  'CASH_FORECAST(invoices, as_of, weeks)',
  'LATE_RISK(customers, invoices, as_of, days)',
];

describe('the custom functions', () => {
  const custom = built.filter(({ doc }) => partsOf(doc).tags.some(({ name }) => name === 'customfunction'));

  it('are those of the design, in the order of arguments that people have in their cells', () => {
    const signatures = custom.map(({ name, parameters }) => `${name}(${parameters.join(', ')})`);
    expect(signatures.sort()).toEqual([...SIGNATURES].sort());
  });

  it('include every function written in capitals', () => {
    const capitals = built.filter(({ name }) => name === name.toUpperCase()).map(({ name }) => name);
    expect(capitals).toEqual(custom.map(({ name }) => name));
  });

  it.each(custom)('$name says what it does and gives an example', ({ name, doc }) => {
    const { description } = partsOf(doc);
    expect(description).toMatch(/^[A-Z][^\n]+[.:]/);
    expect(description).toContain(`Example: =${name}(`);
  });

  it.each(custom)('$name explains each of its parameters and what it returns', ({ doc, parameters }) => {
    const { tags } = partsOf(doc);
    const explained = tags
      .filter(({ name }) => name === 'param')
      .map(({ text }) => /^\{[^}]+\} (\w+) (\S.*)/.exec(text));
    expect(explained.map((match) => match?.[1])).toEqual(parameters);
    for (const match of explained) expect(match?.[2]?.length).toBeGreaterThan(20);
    expect(tags.filter(({ name, text }) => name === 'return' && text !== '')).toHaveLength(1);
  });
});
