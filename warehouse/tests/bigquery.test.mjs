// What is rendered for BigQuery, held by the analyzer of its own dialect: syntax, names, functions and types, model by model.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LanguageOptions, runServer, TypeKind, terminateServer, ZetaSQLClient } from '@fivetrandevelopers/zetasql';
import { checkMapping, FIELDS } from '../mapping.mjs';
import { documentation, projectVariables, render } from '../render.mjs';
import { plainMapping } from './ledger-database.mjs';

const INVOICE_TYPES = { issue_date: 'DATE', due_date: 'DATE', amount: 'NUMERIC', disputed: 'BOOL' };
const PAYMENT_TYPES = { value_date: 'DATE', amount: 'NUMERIC' };

let language;

before(async () => {
  const port = await freePort();
  runServer(port);
  ZetaSQLClient.init(port);
  await ZetaSQLClient.getInstance().testConnection();
  language = (await new LanguageOptions().enableMaximumLanguageFeatures()).serialize();
  // BigQuery describes the columns of views; the analyzer has that among what is not asked for by "maximum".
  language.enabledLanguageFeatures.push('FEATURE_CREATE_VIEWS_WITH_COLUMN_OPTIONS');
  // The types as BigQuery has them: FLOAT64 and no DOUBLE, INT64 and no INT32.
  language.productMode = 'PRODUCT_EXTERNAL';
  language.supportedStatementKinds = [
    'RESOLVED_QUERY_STMT',
    'RESOLVED_CREATE_VIEW_STMT',
    'RESOLVED_CREATE_EXTERNAL_TABLE_STMT',
  ];
});

after(() => terminateServer());

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** What the analyzer calls FLOAT64. */
const NAMED_OTHERWISE = { FLOAT64: 'DOUBLE' };

/** A table of the catalog. @param {Record<string, string>} columns types by name, such as DATE */
function table(name, columns) {
  const column = Object.entries(columns).map(([called, type]) => ({
    name: called,
    type: { typeKind: typeof type === 'string' ? `TYPE_${NAMED_OTHERWISE[type] ?? type}` : type },
  }));
  return { name, column };
}

function ledger(types = { invoices: INVOICE_TYPES, payments: PAYMENT_TYPES, customers: {} }) {
  return Object.entries(FIELDS).map(([name, { needed, optional }]) => {
    const columns = [...needed, ...optional].map((field) => [field, types[name][field] ?? 'STRING']);
    return table(`ledger.${name}`, Object.fromEntries(columns));
  });
}

/** Analyzes a statement over tables. @returns its columns by name, and their types */
async function analyzed(sql, tables) {
  const { resolvedStatement: statement } = await ZetaSQLClient.getInstance().analyze({
    sqlStatement: sql,
    simpleCatalog: { name: 'catalog', table: tables, builtinFunctionOptions: { languageOptions: language } },
    options: { languageOptions: language, errorMessageMode: 'ERROR_MESSAGE_ONE_LINE' },
  });
  const list = statement[statement.node]?.outputColumnList ?? [];
  return Object.fromEntries(list.map(({ name, column }) => [name, column.type.typeKind]));
}

/** Analyzes every model over those before it. @returns the columns of each */
async function analyzedModels(mapping, tables) {
  const { models, checks } = render('bigquery', mapping);
  const known = [...tables];
  const columns = new Map();
  for (const { name, query, statement } of models) {
    const found = await analyzed(query, known).catch((error) => assert.fail(`${name}: ${error.message}\n${query}`));
    await analyzed(statement, known).catch((error) => assert.fail(`${name}: ${error.message}\n${statement}`));
    columns.set(name, found);
    known.push(table(`${mapping.dataset}.${name}`, found));
  }
  for (const { name, query } of checks) {
    await analyzed(query, known).catch((error) => assert.fail(`${name}: ${error.message}\n${query}`));
  }
  return columns;
}

test('every model and check is understood, with and without a table of customers, today and on a day', async () => {
  for (const [isWithCustomers, as_of] of [
    [true, 'today'],
    [false, '2026-06-30'],
  ]) {
    await analyzedModels(plainMapping({ as_of, time_zone: 'Europe/Zurich' }, isWithCustomers), ledger());
  }
});

test('each has the columns that its documentation names, in that order', async () => {
  const columns = await analyzedModels(plainMapping({}, true), ledger());
  const documented = documentation();
  assert.deepEqual([...columns.keys()].sort(), [...documented.keys()].sort());
  for (const [name, found] of columns) {
    assert.deepEqual(
      Object.keys(found),
      documented.get(name).columns.map((column) => column.name),
      name,
    );
  }
});

test('money is NUMERIC, days are DATE and ratios FLOAT64 in what people read', async () => {
  const columns = await analyzedModels(plainMapping({}, true), ledger());
  const { TYPE_NUMERIC: money, TYPE_DATE: day, TYPE_DOUBLE: ratio, TYPE_STRING: text } = TypeKind;
  const extract = columns.get('fct_sheet_extract');
  for (const name of ['invoice_amount', 'payment_1', 'payment_2', 'payment_3'])
    assert.equal(extract[name], money, name);
  for (const name of ['invoice_date', 'due_date', 'payment_1_date', 'payment_2_date', 'payment_3_date']) {
    assert.equal(extract[name], day, name);
  }
  for (const name of ['customer_id', 'invoice_number', 'status', 'disputed']) assert.equal(extract[name], text, name);
  const monthly = columns.get('fct_dso_monthly');
  for (const name of ['beginning_ar', 'collections', 'sales_90']) assert.equal(monthly[name], money, name);
  for (const name of ['dso', 'collection_effectiveness', 'dso_90']) assert.equal(monthly[name], ratio, name);
});

test('a ledger of texts, whole numbers and floating-point amounts is understood as well', async () => {
  const types = {
    invoices: { invoice_id: 'INT64', amount: 'FLOAT64', disputed: 'INT64' },
    payments: { payment_id: 'INT64', invoice_id: 'INT64', amount: 'FLOAT64', value_date: 'DATETIME' },
    customers: { customer_id: 'STRING' },
  };
  await analyzedModels(plainMapping({}, true), ledger(types));
});

test('names and words with quotes, hyphens and blanks are written as BigQuery wants them', async () => {
  const mapping = checkMapping(
    {
      dataset: 'my-project.receivables',
      invoices: {
        table: 'my-project.ledger.open_items',
        columns: {
          invoice_id: 'select',
          customer: 'order',
          issue_date: { sql: "date(posted_at, 'Europe/Zurich')" },
          due_date: 'due_date',
          amount: 'amount',
          status: 'state',
        },
        status_words: { void: ["Customer's", 'a\\b'] },
      },
      payments: {
        table: 'my-project.ledger.payments',
        columns: { payment_id: 'id', invoice_id: 'paid', value_date: 'on', amount: 'amount' },
      },
    },
    projectVariables(),
  );
  await analyzedModels(mapping, [
    table('my-project.ledger.open_items', {
      select: 'STRING',
      order: 'STRING',
      posted_at: 'TIMESTAMP',
      due_date: 'DATE',
      amount: 'NUMERIC',
      state: 'STRING',
    }),
    table('my-project.ledger.payments', { id: 'STRING', paid: 'STRING', on: 'DATE', amount: 'NUMERIC' }),
  ]);
});

test('the statements of docs/warehouse.md are understood, over the tables that they make and the views', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/warehouse.md'), 'utf8');
  const statements = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql]) => sql);
  assert.equal(statements.length, 3);
  const mapping = { ...plainMapping(), dataset: 'my-project.receivables' };
  const views = await analyzedModels(mapping, ledger());
  const known = [...views].map(([name, columns]) => table(`${mapping.dataset}.${name}`, columns));
  for (const sql of statements) {
    await analyzed(sql, known).catch((error) => assert.fail(`${error.message}\n${sql}`));
    const [, name, columns] = /external table `([^`]+)` \(([\s\S]*?)\n\)/.exec(sql) ?? [];
    if (name === undefined) continue;
    const typed = columns.split(',').map((column) => column.trim().split(' '));
    known.push(table(name, Object.fromEntries(typed.map(([column, type]) => [column, type.toUpperCase()]))));
  }
});

test('the analyzer finds what is wrong: a word, a function, a name, a type', async () => {
  const tables = ledger();
  for (const [sql, message] of [
    ['select invoice_id frm `ledger.invoices`', /Syntax error/],
    ['select datediff(due_date, issue_date) from `ledger.invoices`', /Function not found: (DATEDIFF|datediff)/],
    ['select date_diff(due_date, day, issue_date) from `ledger.invoices`', /date_diff|DATE_DIFF|day/i],
    ['select dueDay from `ledger.invoices`', /Unrecognized name/],
    ['select due_date + amount from `ledger.invoices`', /No matching signature/],
    ['select amount::numeric from `ledger.invoices`', /Syntax error/],
    [
      'select cast(amount as decimal(38, 9)) as a, cast(amount as double) from `ledger.invoices`',
      /Type not found: double/i,
    ],
  ]) {
    await assert.rejects(analyzed(sql, tables), ({ message: said }) => message.test(said), sql);
  }
});
