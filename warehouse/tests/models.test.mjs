// The models by example: what each figure is, told with small ledgers; and the tests that the yml files and checks/ state.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { render, statedTests } from '../render.mjs';
import { LedgerDatabase, plainMapping } from './ledger-database.mjs';
import { ledgers } from './ledgers.mjs';
import { extractSheet, near, samePanel } from './same-figures.mjs';

/** @type {LedgerDatabase} */
let database;

before(async () => {
  database = await LedgerDatabase.open();
});

const invoice = (id, values) => ({
  invoice_id: id,
  invoice_number: `R-${id}`,
  customer_id: 'A',
  customer: 'Acme',
  issue_date: '2026-05-01',
  due_date: '2026-05-31',
  currency: 'EUR',
  amount: 100,
  ...values,
});

async function built(ledger, asOf = '2026-06-30', variables = {}) {
  await database.fill({ payments: [], ...ledger });
  await database.build(asOf, variables);
  return database;
}

async function only(name, where = 'true') {
  const rows = await database.rows(`select * from models.${name} where ${where}`);
  assert.equal(rows.length, 1, `${name} where ${where}`);
  return rows[0];
}

test('day 0 is current, day 30 in 1-30, day 31 in 31-60, day 61 in 61-90, day 91 in 90+', async () => {
  const days = [
    ['2026-07-01', 'Current'],
    ['2026-06-30', 'Current'],
    ['2026-06-29', '1-30 days'],
    ['2026-05-31', '1-30 days'],
    ['2026-05-30', '31-60 days'],
    ['2026-05-01', '31-60 days'],
    ['2026-04-30', '61-90 days'],
    ['2026-04-01', '61-90 days'],
    ['2026-03-31', '90+ days'],
    [null, 'No due date'],
  ];
  await built({ invoices: days.map(([due_date], i) => invoice(String(i), { issue_date: '2026-01-01', due_date })) });
  const aged = await database.model('fct_ar_aging', 'claim_id');
  assert.deepEqual(
    aged.map(({ bucket }) => bucket),
    days.map(([, bucket]) => bucket),
  );
});

test('a payment counts from its value date on, an invoice from its day of issue on', async () => {
  const ledger = {
    invoices: [invoice('1', { amount: 100 }), invoice('2', { issue_date: '2026-06-15', amount: 7 })],
    payments: [
      { payment_id: 'p', invoice_id: '1', value_date: '2026-06-10', amount: 40 },
      { payment_id: 'q', invoice_id: '1', value_date: '2026-06-20', amount: 60 },
    ],
  };
  for (const [asOf, open] of [
    ['2026-04-30', []],
    ['2026-06-09', [100]],
    ['2026-06-10', [60]],
    ['2026-06-15', [60, 7]],
    ['2026-06-20', [0, 7]],
  ]) {
    await built(ledger, asOf);
    const rows = await database.model('int_open_balance', 'claim_id');
    assert.deepEqual(
      rows.map((row) => row.open_balance),
      open,
      asOf,
    );
  }
});

// Source: creditguru.com, CEI: beginning 6,200, sales 10,890, ending 6,340 of which 3,590 current: 79.6 % with the sales of the period.
test('CEI, DSO and its parts are those of the worked example', async () => {
  await built(
    {
      invoices: [
        invoice('old', { issue_date: '2026-01-10', due_date: '2026-02-10', amount: 6200 }),
        invoice('late', { issue_date: '2026-06-01', due_date: '2026-06-10', amount: 7300 }),
        invoice('new', { issue_date: '2026-06-20', due_date: '2026-07-20', amount: 3590 }),
      ],
      payments: [
        { payment_id: 'p', invoice_id: 'old', value_date: '2026-06-05', amount: 6200 },
        { payment_id: 'q', invoice_id: 'late', value_date: '2026-06-25', amount: 4550 },
      ],
    },
    '2026-06-30',
    { months: 6 },
  );
  const june = await only('fct_dso_monthly', "period_end = '2026-06-30'");
  assert.deepEqual(
    [june.beginning_ar, june.credit_sales, june.collections, june.ending_ar, june.current_ar],
    [6200, 10_890, 10_750, 6340, 3590],
  );
  near(june.collection_effectiveness, 10_750 / 13_500, 'CEI');
  near(june.dso, (6340 * 30) / 10_890, 'DSO');
  near(june.best_possible_dso + june.average_days_delinquent, june.dso, 'BPDSO + ADD');
  near(june.dso_90, (6340 * 90) / 10_890, 'DSO over 90 days');
  near(june.dso_365, (6340 * 365) / 17_090, 'DSO over 365 days');
  const january = await only('fct_dso_monthly', "period_end = '2026-01-31'");
  assert.deepEqual([january.beginning_ar, january.ending_ar, january.dso], [0, 6200, 31]);
});

test('credits, money on account, what is undated, assigned or disputed stand apart', async () => {
  await built({
    invoices: [
      invoice('1', { amount: 100 }),
      invoice('2', { amount: 50, due_date: null }),
      invoice('3', { amount: 30, status: "customer's CREDIT" }),
      invoice('4', { amount: 20, assigned_to: 'Factor Bank' }),
      invoice('5', { amount: 10, disputed: true }),
      invoice('6', { amount: 1000, status: 'Draft' }),
      invoice('7', { amount: 1000, status: 'cancelled' }),
    ],
    payments: [{ payment_id: 'p', customer_id: 'A', value_date: '2026-06-10', amount: 5, currency: 'EUR' }],
  });
  const { total, days_1_30, no_due_date, unapplied_credits, assigned, disputed } = await only('fct_ar_aging_customer');
  assert.deepEqual([total, days_1_30, no_due_date, unapplied_credits, assigned, disputed], [145, 130, 50, -35, 20, 10]);
});

test('no payment is lost: what pays nothing that is there stays on account, and two currencies are never added', async () => {
  await built({
    invoices: [invoice('1', { amount: 100 }), invoice('void', { status: 'Cancelled' })],
    payments: [
      { payment_id: 'foreign', invoice_id: '1', value_date: '2026-06-10', amount: 100, currency: 'USD' },
      { payment_id: 'to-void', invoice_id: 'void', value_date: '2026-06-10', amount: 20 },
      { payment_id: 'unknown', invoice_id: 'nowhere', value_date: '2026-06-10', amount: 2, currency: 'EUR' },
      { payment_id: 'unknown', invoice_id: 'elsewhere', value_date: '2026-06-12', amount: 1, currency: 'EUR' },
    ],
  });
  const rows = await database.model('fct_ar_aging', 'claim_id');
  assert.deepEqual(
    rows.map((row) => [row.claim_id, row.customer_name, row.currency, row.open_balance]),
    [
      ['1', 'Acme', 'EUR', 100],
      ['on account foreign USD A', 'Acme', 'USD', -100],
      ['on account to-void EUR A', 'Acme', 'EUR', -20],
      ['on account unknown EUR ', 'Unknown customer', 'EUR', -3],
    ],
  );
});

test('amounts are rounded to the decimals of their currency, half away from nought', async () => {
  const amounts = [
    ['EUR', 1.005, 1.01],
    ['EUR', -1.005, -1.01],
    ['JPY', 10.5, 11],
    ['BHD', 1.0005, 1.001],
    ['CLF', 1.2345, 1.2345],
    ['eur', 2, 2],
  ];
  await built({ invoices: amounts.map(([currency, amount], i) => invoice(String(i), { currency, amount })) });
  const rows = await database.model('stg_invoices', 'invoice_id');
  assert.deepEqual(
    rows.map(({ amount }) => amount),
    amounts.map(([, , rounded]) => rounded),
  );
  assert.equal(rows[5].currency, 'EUR');
});

test('a group is the top of its parents, and each currency of it a row', async () => {
  await built({
    invoices: [
      invoice('1', { customer_id: 'shop', customer: 'Shop', amount: 10 }),
      invoice('2', { customer_id: 'REGION', customer: 'Region', amount: 20 }),
      invoice('3', { customer_id: 'lone', customer: 'Lone', amount: 40, currency: 'USD' }),
      invoice('4', { customer_id: 'shop', customer: 'Shop', amount: 80, currency: 'USD' }),
    ],
    customers: [
      { customer_id: 'Shop', customer: 'Shop', parent_id: 'Region' },
      { customer_id: 'Region', customer: 'Region', parent_id: 'HQ' },
      { customer_id: 'HQ', customer: 'Head Office' },
    ],
  });
  const rows = await database.model('fct_ar_aging_group', 'group_key, currency');
  assert.deepEqual(
    rows.map((row) => [row.group_name, row.customers, row.currency, row.total]),
    [
      ['Head Office', 2, 'EUR', 30],
      ['Head Office', 1, 'USD', 80],
      ['Lone', 1, 'USD', 40],
    ],
  );
});

test('the extract has everything open, a year of what is settled, and one settled invoice of each customer', async () => {
  const paid = (id, value_date) => ({ payment_id: id, invoice_id: id, value_date, amount: 100 });
  await built({
    invoices: [
      invoice('ancient-open', { issue_date: '2020-01-01', due_date: '2020-02-01' }),
      invoice('old-paid', { issue_date: '2023-01-01', due_date: '2023-02-01' }),
      invoice('older-paid', { issue_date: '2022-01-01', due_date: '2022-02-01' }),
      invoice('late-paid', { issue_date: '2024-01-01', due_date: '2024-02-01' }),
      invoice('new-paid', { issue_date: '2026-01-01', due_date: '2026-02-01' }),
      invoice('not-yet', { issue_date: '2026-07-01', due_date: '2026-08-01' }),
      invoice('b-paid', { customer_id: 'B', customer: 'Beta', issue_date: '2021-01-01', due_date: '2021-02-01' }),
    ],
    payments: [
      paid('old-paid', '2023-02-01'),
      paid('older-paid', '2022-02-01'),
      paid('late-paid', '2025-07-01'),
      paid('new-paid', '2026-06-05'),
      paid('b-paid', '2021-02-01'),
    ],
  });
  const rows = await database.model('fct_sheet_extract', 'invoice_number');
  assert.deepEqual(
    rows.map((row) => [row.invoice_number, row.status, row.payment_1_date, row.payment_2_date]),
    [
      ['R-ancient-open', 'Open', null, null],
      ['R-b-paid', 'Paid', '2021-02-01', null],
      ['R-late-paid', 'Paid', '2025-07-01', null],
      ['R-new-paid', 'Paid', null, '2026-06-05'],
    ],
  );
});

test('what came and went back within a month is the last payment, in the figures and in the extract; one of nothing is none', async () => {
  const paid = (id, value_date, amount) => ({ payment_id: `${id} ${value_date}`, invoice_id: id, value_date, amount });
  await built({
    invoices: [invoice('paid-twice'), invoice('paid-once')],
    payments: [
      paid('paid-twice', '2026-05-10', 100),
      paid('paid-twice', '2026-06-05', 60),
      paid('paid-twice', '2026-06-15', -60),
      paid('paid-once', '2026-05-10', 100),
      paid('paid-once', '2026-06-20', 0.0025),
    ],
  });
  const { settled_invoices, average_days_to_pay } = await only('fct_dso_monthly', "period_end = '2026-06-30'");
  assert.deepEqual([settled_invoices, average_days_to_pay], [1, 45]);
  const rows = await database.model('fct_sheet_extract', 'invoice_number');
  assert.deepEqual(
    rows.map((row) => [1, 2, 3].map((i) => [row[`payment_${i}`], row[`payment_${i}_date`]])),
    [
      [[100, '2026-05-10'], ...Array(2).fill([null, null])],
      [
        [100, '2026-05-10'],
        [60, '2026-06-05'],
        [-60, '2026-06-15'],
      ],
    ],
  );
  await samePanel(database, await extractSheet(database), '2026-06-30');
});

/** Dates that a made-up ledger leaves out on purpose. */
const GAPS = ['stg_payments_value_date_not_null'];

test('what the yml files state of columns holds for any ledger, and nothing is added wrongly', async () => {
  const checks = ['assert_aging_adds_up', 'assert_months_follow_each_other', 'assert_groups_have_one_top'];
  const stated = statedTests();
  assert.ok(stated.length > 100);
  await fc.assert(
    fc.asyncProperty(ledgers, async (ledger) => {
      await database.fill(ledger);
      const rendered = await database.build(ledger.asOf, { months: 4 });
      for (const { name, model, queryOn } of stated) {
        if (!GAPS.includes(name)) assert.deepEqual(await database.rows(queryOn(`models.${model}`)), [], name);
      }
      for (const { name, query } of rendered.checks) {
        if (checks.includes(name)) assert.deepEqual(await database.rows(query), [], name);
      }
    }),
    { numRuns: 4 },
  );
});

/** What a model fills in itself, and what only a check of the yml files can find. */
const ALWAYS_THERE = [
  ...['customer_key', 'currency', 'is_receivable', 'is_disputed'].map((column) => `stg_invoices_${column}_not_null`),
  ...['stg_payments_payment_id_not_null', 'stg_customers_customer_key_not_null'],
];

test('each check finds what it is there for', async () => {
  await built({
    invoices: [
      invoice('1', {}),
      invoice('1', {}),
      invoice(null, { invoice_number: null, issue_date: null, amount: null, status: 'Draft' }),
      invoice('2', { invoice_number: 'R-1' }),
      ...['a', 'b'].map((customer_id) => invoice(`i-${customer_id}`, { customer_id })),
    ],
    payments: [
      { payment_id: 'p', invoice_id: 'nowhere', value_date: '2026-06-10', amount: 1, currency: 'EUR' },
      { payment_id: 'q', invoice_id: '1', value_date: '2026-06-10', amount: 1, currency: 'USD' },
      { payment_id: 'q', invoice_id: '1', value_date: null, amount: null },
    ],
    customers: [
      { customer_id: 'a', customer: 'Ring A', parent_id: 'b' },
      { customer_id: 'b', customer: 'Ring B', parent_id: 'a' },
      { customer_id: 'B', customer: 'Ring B', parent_id: 'a' },
    ],
  });
  const { checks } = render('duckdb', plainMapping({ as_of: '2026-06-30' }, true));
  await database.run("update models.fct_ar_aging_customer set total = total + 1 where currency = 'EUR'");
  await database.run(
    "update models.fct_dso_monthly set beginning_ar = beginning_ar + 1 where period_end = '2026-06-30'",
  );
  for (const { name, query } of checks) {
    if (!ALWAYS_THERE.includes(name)) assert.notDeepEqual(await database.rows(query), [], name);
  }
});

test('as-of may be today', async () => {
  await database.fill({ invoices: [invoice('1', {})], payments: [] });
  for (const { statement } of render('duckdb', plainMapping({ as_of: 'today' })).models) await database.run(statement);
  const [{ today }] = await database.rows('select cast(current_date as varchar) as today');
  assert.equal((await only('fct_ar_totals')).as_of, today);
});
