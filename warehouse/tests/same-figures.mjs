// Holds what the models give beside what Duesheet's own formulas give for the extract of the same day.
import assert from 'node:assert/strict';
import { dayAfter, formula, plan, serial, sheetOf } from './duesheet.mjs';

const AGING = [
  ...['current_amount', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'],
  ...['no_due_date', 'unapplied_credits', 'total'],
];

/** Rows of AR_KPIS and the columns of fct_dso_monthly that give them. */
const PANEL = {
  'Days in period': 'days',
  'Beginning AR': 'beginning_ar',
  'Credit sales': 'credit_sales',
  Collections: 'collections',
  'Ending AR': 'ending_ar',
  'Current AR': 'current_ar',
  Overdue: 'overdue',
  DSO: 'dso',
  BPDSO: 'best_possible_dso',
  ADD: 'average_days_delinquent',
  CEI: 'collection_effectiveness',
  Turnover: 'turnover',
  'Percent overdue': 'percent_overdue',
  'Average days to pay': 'average_days_to_pay',
  DBT: 'days_beyond_terms',
  'Top-5 concentration': 'top_5_concentration',
};

/** The buckets of the verb `plan` and the columns of fct_ar_totals that give their amounts. */
const BUCKETS = ['Current', '1-30 days', '31-60 days', '61-90 days', '90+ days', 'No due date'];

/** The extract as a sheet. @param {import('./ledger-database.mjs').LedgerDatabase} database with its models built */
export async function extractSheet(database) {
  return sheetOf(await database.model('fct_sheet_extract'));
}

/** The aging by customer is that of AGING_TABLE. */
export async function sameAging(database, sheet, asOf) {
  const [, ...lines] = formula('AGING_TABLE', sheet, serial(asOf));
  const theirs = lines.filter(([label]) => label !== 'Total').map(([label, ...rest]) => [label, ...rest]);
  const ours = (await database.model('fct_ar_aging_customer')).map((row) => [
    row.customer_name,
    row.currency === 'XXX' ? '' : row.currency,
    ...AGING.map((column) => row[column]),
  ]);
  const inOrder = (rows) => rows.map((row) => JSON.stringify(row)).sort();
  assert.deepEqual(inOrder(ours), inOrder(theirs));
}

/** The totals of each currency are those of AGING_TABLE, whatever its lines are called. */
export async function sameAgingTotals(database, sheet, asOf) {
  const lines = formula('AGING_TABLE', sheet, serial(asOf)).filter(([label]) => label === 'Total');
  const ours = (await database.model('fct_ar_totals')).map((row) => [
    'Total',
    row.currency === 'XXX' ? '' : row.currency,
    ...AGING.map((column) => row[column]),
  ]);
  const byCurrency = (a, b) => (a[1] < b[1] ? -1 : 1);
  assert.deepEqual(ours.sort(byCurrency), lines.sort(byCurrency));
}

/** The figures of the running month are those of AR_KPIS, by currency. */
export async function samePanel(database, sheet, asOf) {
  const ours = (await database.model('fct_dso_monthly')).filter((row) => row.period_end === asOf);
  const panels = panelsFor(sheet, serial(asOf));
  assert.deepEqual(
    ours
      .filter((row) => !isEmpty(row))
      .map(currencyOf)
      .sort(),
    [...panels.keys()].sort(),
  );
  for (const row of ours) {
    const panel = panels.get(currencyOf(row));
    if (panel) samePanelRow(row, panel);
  }
}

const OVER_90_DAYS = {
  'Credit sales': 'sales_90',
  DSO: 'dso_90',
  BPDSO: 'best_possible_dso_90',
  ADD: 'average_days_delinquent_90',
};

/** The figures over 90 days are those of AR_KPIS from the 90th day back on. */
export async function sameQuarter(database, sheet, asOf) {
  const ours = (await database.model('fct_dso_monthly')).filter((row) => row.period_end === asOf);
  const panels = panelsFor(sheet, serial(asOf), serial(dayAfter(asOf, -89)));
  for (const row of ours) {
    const panel = panels.get(currencyOf(row));
    if (panel) samePanelRow(row, panel, OVER_90_DAYS);
    else assert.equal(row.sales_90, 0);
  }
}

/** One month and currency beside a panel. */
export function samePanelRow(row, panel, figures = PANEL) {
  for (const [label, column] of Object.entries(figures)) {
    const theirs = panel.get(label);
    const what = `${label} of ${row.period_end}, ${row.currency}`;
    if (typeof theirs === 'string') assert.equal(row[column], null, `${what}: ${theirs}`);
    else near(row[column], theirs, what);
  }
}

// Where nothing was open, invoiced or paid, AR_KPIS says so instead of giving a panel.
function panelsFor(...given) {
  try {
    return panelsOf(formula('AR_KPIS', ...given));
  } catch (error) {
    if (/nothing was open, invoiced or paid/.test(error.message)) return new Map();
    throw error;
  }
}

/** The panels of AR_KPIS by currency. @returns {Map<string, Map<string, string | number>>} */
export function panelsOf(rows) {
  const panels = new Map();
  let panel = new Map();
  for (const [label, value] of rows) {
    if (label === 'Currency') {
      panel = new Map();
      panels.set(value, panel);
    } else panel.set(label, value);
  }
  return panels;
}

// A currency in which nothing was open, invoiced or paid has no panel. A share of what is open, even none of it, says that something is.
function isEmpty(row) {
  const figures = [row.beginning_ar, row.credit_sales, row.ending_ar, row.settled_invoices];
  return figures.every((figure) => !figure) && row.percent_overdue === null && row.days_beyond_terms === null;
}

function currencyOf({ currency }) {
  return currency === 'XXX' ? '' : currency;
}

/** The computed segment of every customer is that of SEGMENT. */
export async function sameSegments(database, sheet, asOf) {
  const ours = await database.model('fct_payer_behaviour');
  const names = ours.map(({ customer_key: key }) => [key]);
  const theirs = [formula('SEGMENT', names, sheet, serial(asOf))].flat(2);
  assert.deepEqual(
    ours.map((row) => `${row.customer_key}: ${row.segment}`),
    names.map(([key], i) => `${key}: ${theirs[i]}`),
  );
}

/** The totals are those of the verb `plan`, which reads the extract without a question. */
export async function sameTotals(database, sheet, asOf) {
  const { totals, questions } = plan(sheet, asOf);
  assert.deepEqual(questions, []);
  const counted = await database.rows(
    'select currency, bucket, count(*) as invoices from models.fct_ar_aging where open_balance > 0 group by all',
  );
  const ours = (await database.model('fct_ar_totals')).map((row) => {
    const buckets = BUCKETS.map((label, i) => {
      const found = counted.find(({ currency, bucket }) => currency === row.currency && bucket === label);
      return [label, { amount: row[AGING[i]], invoices: found?.invoices ?? 0 }];
    });
    const figures = {
      open: row.open_amount,
      overdue: row.overdue_amount,
      credits: row.unapplied_credits,
      ...(row.assigned === 0 ? {} : { apart: row.assigned }),
      invoices: row.open_invoices,
      overdueInvoices: row.overdue_invoices,
      buckets: Object.fromEntries(buckets),
    };
    return [row.currency, figures];
  });
  assert.deepEqual(Object.fromEntries(ours), totals);
}

/** Equal but for the dust of binary fractions. */
export function near(ours, theirs, what) {
  assert.ok(typeof ours === 'number', `${what}: ${ours} instead of ${theirs}`);
  assert.ok(Math.abs(ours - theirs) <= 1e-10 * Math.max(1, Math.abs(theirs)), `${what}: ${ours} instead of ${theirs}`);
}
