// The mapping file: which tables and columns of the ledger mean what, checked before anything is rendered.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What is wrong with what was asked for, with a stable code and a sentence that says what to do. */
export class WarehouseError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The columns of each table: what every ledger has to have, and what it may have. */
export const FIELDS = {
  invoices: {
    needed: ['invoice_id', 'issue_date', 'due_date', 'amount'],
    optional: [
      ...['invoice_number', 'customer_id', 'customer', 'currency', 'status', 'disputed', 'assigned_to'],
      ...['order_number', 'owner', 'region', 'business_unit'],
    ],
  },
  payments: { needed: ['payment_id', 'invoice_id', 'value_date', 'amount'], optional: ['customer_id', 'currency'] },
  customers: { needed: ['customer_id'], optional: ['customer', 'parent_id', 'email', 'language'] },
};

/** What words of the ledger's status may mean. */
const MEANINGS = ['draft', 'void', 'credit', 'disputed'];

const NAME = /^[\p{L}_][\p{L}\p{N}_ -]*$/u;
const TABLE = /^[\p{L}\p{N}_:-]+(\.[\p{L}\p{N}_$-]+){0,2}$/u;
const ZONE = /^[A-Za-z0-9_+/-]+$/;

/**
 * Reads and checks a mapping file (JSON or YAML).
 * @param {string} path
 * @param {Record<string, unknown>} defaults the variables of dbt_project.yml
 * @returns {{ dataset: string, variables: Record<string, unknown>, tables: Record<string, { table: string, columns: Record<string, string | { sql: string }>, status_words?: Record<string, string[]> }> }}
 * @throws {WarehouseError} `mapping-missing`, `mapping-unreadable` or `mapping-wrong`, naming the place
 */
export function readMapping(path, defaults) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new WarehouseError(
      'mapping-missing',
      `There is no mapping file "${path}". Copy mapping.example.json and fill it in.`,
    );
  }
  let given;
  try {
    given = parse(text);
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    throw new WarehouseError('mapping-unreadable', `"${path}" is neither JSON nor YAML: ${line}`);
  }
  return checkMapping(given, defaults);
}

/**
 * Checks a mapping.
 * @param {any} given as read from its file
 * @param {Record<string, unknown>} defaults the variables of dbt_project.yml
 * @throws {WarehouseError} `mapping-wrong`, naming the place
 */
export function checkMapping(given, defaults) {
  if (!isRecord(given)) wrong('the file', 'it must hold dataset, invoices and payments');
  only(given, ['dataset', 'variables', 'invoices', 'payments', 'customers'], 'the file');
  const { dataset, variables = {} } = given;
  if (typeof dataset !== 'string' || !TABLE.test(dataset)) {
    wrong('dataset', 'say where the views are made, such as "my-project.receivables"');
  }
  const tables = {};
  for (const [name, { needed, optional }] of Object.entries(FIELDS)) {
    const table = given[name];
    if (table === undefined && name === 'customers') continue;
    tables[name] = checkTable(name, table, needed, optional);
  }
  const { columns } = tables.invoices;
  if (!columns.customer_id && !columns.customer) {
    wrong('invoices.columns', 'name customer_id or customer: nobody can say who owes an invoice without one');
  }
  return { dataset, tables, variables: checkVariables(variables, defaults) };
}

function checkTable(name, table, needed, optional) {
  if (!isRecord(table)) wrong(name, 'say its table and its columns');
  only(table, name === 'invoices' ? ['table', 'columns', 'status_words'] : ['table', 'columns'], name);
  if (typeof table.table !== 'string' || !TABLE.test(table.table)) {
    wrong(`${name}.table`, 'say which table, such as "my-project.ledger.invoices"');
  }
  if (!isRecord(table.columns)) wrong(`${name}.columns`, 'name the columns of the table');
  only(table.columns, [...needed, ...optional], `${name}.columns`);
  const missing = needed.filter((field) => table.columns[field] === undefined);
  if (missing.length > 0) wrong(`${name}.columns`, `name ${missing.join(', ')} as well`);
  for (const [field, column] of Object.entries(table.columns)) {
    const isSql = isRecord(column) && typeof column.sql === 'string' && column.sql.trim() !== '';
    if (!isSql && !(typeof column === 'string' && NAME.test(column))) {
      wrong(`${name}.columns.${field}`, 'give the name of a column, or {"sql": "an expression"}');
    }
  }
  if (table.status_words !== undefined) checkWords(table);
  return table;
}

function checkWords({ status_words: words, columns }) {
  if (!isRecord(words)) wrong('invoices.status_words', `give lists of words for ${MEANINGS.join(', ')}`);
  only(words, MEANINGS, 'invoices.status_words');
  if (columns.status === undefined) wrong('invoices.columns', 'name status, the column of these status words');
  for (const [meaning, list] of Object.entries(words)) {
    if (!Array.isArray(list) || list.some((word) => typeof word !== 'string')) {
      wrong(`invoices.status_words.${meaning}`, 'give a list of words, such as ["CANCELLED"]');
    }
  }
}

function checkVariables(given, defaults) {
  if (!isRecord(given)) wrong('variables', `give values for any of ${Object.keys(defaults).join(', ')}`);
  only(given, Object.keys(defaults), 'variables');
  for (const [name, value] of Object.entries(given)) {
    const kind = typeof defaults[name];
    if (typeof value !== kind) wrong(`variables.${name}`, `give a ${kind === 'string' ? 'text' : kind}`);
    if (kind === 'number' && !(Number.isFinite(value) && value >= 0))
      wrong(`variables.${name}`, 'give a number, 0 or more');
  }
  const all = { ...defaults, ...given };
  if (!Number.isInteger(all.months) || all.months < 1 || all.months > 120) {
    wrong('variables.months', 'give a whole number of months from 1 to 120');
  }
  if (!ZONE.test(all.time_zone)) wrong('variables.time_zone', 'give a time zone such as Europe/Zurich');
  checkDay(all.as_of);
  return all;
}

/**
 * Checks an as-of day.
 * @param {unknown} day
 * @throws {WarehouseError} `bad-day`
 */
export function checkDay(day) {
  if (day === 'today') return;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(String(day)) ? new Date(`${day}T00:00:00Z`) : null;
  if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(String(day))) return;
  throw new WarehouseError('bad-day', `as-of: "${day}" is no day. Write "today", or a day such as 2026-06-30.`);
}

function only(given, known, place) {
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange !== undefined) wrong(place, `"${strange}" is not known there. Known are ${known.join(', ')}`);
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns {never} */
function wrong(place, advice) {
  throw new WarehouseError('mapping-wrong', `Mapping, ${place}: ${advice}.`);
}
