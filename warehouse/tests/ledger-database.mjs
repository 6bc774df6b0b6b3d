// A ledger in a database of its own: its tables filled, the models built over them for a day, their rows read back.
import { DuckDBInstance } from '@duckdb/node-api';
import { checkMapping } from '../mapping.mjs';
import { projectVariables, render } from '../render.mjs';

const INVOICE_COLUMNS = {
  invoice_id: 'varchar',
  invoice_number: 'varchar',
  customer_id: 'varchar',
  customer: 'varchar',
  issue_date: 'date',
  due_date: 'date',
  currency: 'varchar',
  amount: 'decimal(18, 4)',
  status: 'varchar',
  disputed: 'boolean',
  assigned_to: 'varchar',
  region: 'varchar',
};
const PAYMENT_COLUMNS = {
  payment_id: 'varchar',
  invoice_id: 'varchar',
  customer_id: 'varchar',
  value_date: 'date',
  currency: 'varchar',
  amount: 'decimal(18, 4)',
};
const CUSTOMER_COLUMNS = { customer_id: 'varchar', customer: 'varchar', parent_id: 'varchar', email: 'varchar' };

/** The mapping of the ledgers in the tests: every column is called what it means. */
export function plainMapping(variables = {}, isWithCustomers = false) {
  const named = (columns) => Object.fromEntries(Object.keys(columns).map((name) => [name, name]));
  return checkMapping(
    {
      dataset: 'models',
      variables,
      invoices: {
        table: 'ledger.invoices',
        columns: named(INVOICE_COLUMNS),
        status_words: {
          draft: ['Draft'],
          void: ['Cancelled'],
          credit: ["Customer's credit"],
          disputed: ['In dispute'],
        },
      },
      payments: { table: 'ledger.payments', columns: named(PAYMENT_COLUMNS) },
      ...(isWithCustomers ? { customers: { table: 'ledger.customers', columns: named(CUSTOMER_COLUMNS) } } : {}),
    },
    projectVariables(),
  );
}

/** A database with a ledger in it. */
export class LedgerDatabase {
  /** @param {import('@duckdb/node-api').DuckDBConnection} connection */
  constructor(connection) {
    this.connection = connection;
    this.isWithCustomers = false;
  }

  /** Opens an empty one. @param {Record<string, string>} settings of DuckDB */
  static async open(settings = {}) {
    const instance = await DuckDBInstance.create(':memory:', settings);
    const database = new LedgerDatabase(await instance.connect());
    await database.run('create schema ledger; create schema models');
    for (const [name, columns] of Object.entries({
      invoices: INVOICE_COLUMNS,
      payments: PAYMENT_COLUMNS,
      customers: CUSTOMER_COLUMNS,
    })) {
      const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
      await database.run(`create table ledger.${name} (${list.join(', ')})`);
    }
    return database;
  }

  /** Replaces the ledger. @param {{ invoices: object[], payments: object[], customers?: object[] }} ledger rows by column */
  async fill({ invoices, payments, customers = [] }) {
    this.isWithCustomers = customers.length > 0;
    await this.insert('invoices', INVOICE_COLUMNS, invoices);
    await this.insert('payments', PAYMENT_COLUMNS, payments);
    await this.insert('customers', CUSTOMER_COLUMNS, customers);
  }

  async insert(table, columns, rows) {
    await this.run(`delete from ledger.${table}`);
    if (rows.length === 0) return;
    const names = Object.keys(columns);
    const lines = rows.map((row) => `(${names.map((name) => literal(row[name])).join(', ')})`);
    await this.run(`insert into ledger.${table} values ${lines.join(',\n')}`);
  }

  /** Builds all models. @param {string} asOf the day @param {Record<string, unknown>} variables others than the day */
  async build(asOf, variables = {}) {
    const rendered = render('duckdb', plainMapping({ ...variables, as_of: asOf }, this.isWithCustomers));
    for (const { statement } of rendered.models) await this.run(statement);
    return rendered;
  }

  /** The rows of a query by column: decimals are numbers, days texts. */
  async rows(query) {
    const reader = await this.connection.runAndReadAll(query);
    const names = reader.columnNames();
    const isNumber = reader.columnTypes().map((type) => /^(DECIMAL|DOUBLE|BIGINT|HUGEINT|INTEGER)/.test(String(type)));
    return reader
      .getRowsJson()
      .map((row) =>
        Object.fromEntries(row.map((value, i) => [names[i], value === null || !isNumber[i] ? value : Number(value)])),
      );
  }

  /** The rows of a model. */
  async model(name, order = 'all') {
    return this.rows(`select * from models.${name} order by ${order}`);
  }

  async run(sql) {
    await this.connection.run(sql);
  }

  close() {
    this.connection.closeSync();
  }
}

function literal(value) {
  if (value === undefined || value === null) return 'null';
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
