// Renders the models for a dialect: dbt's ref, source and var over one set of macros, in the order in which they need each other.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import nunjucks from 'nunjucks';
import { parse } from 'yaml';

const HERE = import.meta.dirname;

/** The dialects there are macros for, and how each writes what stands around a model. */
const DIALECTS = {
  bigquery: { quote: '`', wholeName: true, kind: 'view' },
  duckdb: { quote: '"', wholeName: false, kind: 'table' },
};

/** The names of the dialects. */
export const DIALECT_NAMES = Object.keys(DIALECTS);

/** The variables and their defaults. @returns {Record<string, string | number | boolean>} */
export function projectVariables() {
  return parse(readFileSync(join(HERE, 'dbt_project.yml'), 'utf8')).vars;
}

/**
 * What the yml files say of the models: a sentence each, and their columns in order.
 * @returns {Map<string, { description: string, columns: { name: string, description: string, data_tests?: unknown[] }[] }>}
 */
export function documentation() {
  const models = filesBelow('models', '.yml').flatMap((path) => parse(readFileSync(path, 'utf8')).models ?? []);
  return new Map(models.map(({ name, description, columns }) => [name, { description, columns }]));
}

/**
 * Every model as a statement, those that others need first, and every check as a query that finds nothing where all is well.
 * @param {'bigquery' | 'duckdb'} dialect
 * @param {ReturnType<typeof import('./mapping.mjs').checkMapping>} mapping
 * @returns {{ models: { name: string, query: string, statement: string }[], checks: { name: string, query: string }[] }}
 * @example render('bigquery', mapping).models[0].name // 'stg_invoices'
 */
export function render(dialect, mapping) {
  const { dataset, tables, variables } = mapping;
  const { quote, wholeName, kind } = DIALECTS[dialect];
  const quoted = (name) => (wholeName ? [name] : name.split('.')).map((part) => `${quote}${part}${quote}`).join('.');
  const environment = new nunjucks.Environment(null, { autoescape: false, throwOnUndefined: true });
  const macros = [...filesBelow('macros/ledger', '.sql'), ...filesBelow(`macros/${dialect}`, '.sql')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const asSql = (column) => (typeof column === 'string' ? `${quote}${column}${quote}` : `(${column.sql})`);
  const known = { ...variables, customers: null };
  for (const [name, { columns, ...table }] of Object.entries(tables)) {
    const named = Object.entries(columns).map(([field, column]) => [field, asSql(column)]);
    known[name] = { ...table, columns: Object.fromEntries(named) };
  }
  const fill = (path, needs) =>
    environment
      .renderString(`${macros}\n{# the model #}${readFileSync(path, 'utf8')}`, {
        ref(name) {
          needs.add(name);
          return quoted(`${dataset}.${name}`);
        },
        source: (_, table) => quoted(tables[table].table),
        var(name) {
          if (!(name in known)) throw new Error(`${relative(HERE, path)}: there is no variable "${name}"`);
          return known[name];
        },
      })
      .replace(/^\s*\n/gm, '')
      .trim();
  const documented = documentation();
  const filled = filesBelow('models', '.sql').map((path) => {
    const needs = new Set();
    const name = basename(path, '.sql');
    const query = fill(path, needs);
    const head =
      kind === 'view'
        ? `create or replace view ${quoted(`${dataset}.${name}`)}${described(documented.get(name))}`
        : `create or replace table ${quoted(`${dataset}.${name}`)}`;
    return { name, needs, query, statement: `${head} as\n${query};\n` };
  });
  const written = filesBelow('checks', '.sql').map((path) => ({
    name: basename(path, '.sql'),
    query: fill(path, new Set()),
  }));
  const stated = statedTests().filter(({ model }) => model.startsWith('stg_'));
  const checks = [
    ...written,
    ...stated.map(({ name, queryOn, model }) => ({ name, query: queryOn(quoted(`${dataset}.${model}`)) })),
  ];
  return { models: inOrder(filled), checks };
}

/**
 * The tests that the yml files state of columns, each as a query over its model that finds nothing where it holds.
 * @returns {{ name: string, model: string, queryOn(table: string): string }[]}
 * @example statedTests()[0].name // 'fct_ar_aging_as_of_not_null'
 */
export function statedTests() {
  return [...documentation()].flatMap(([model, { columns }]) =>
    columns.flatMap(({ name: column, data_tests: tests = [] }) =>
      tests.map((test) => {
        const kind = typeof test === 'string' ? test : 'accepted_values';
        return { name: `${model}_${column}_${kind}`, model, queryOn: (table) => queryOf(kind, table, column, test) };
      }),
    ),
  );
}

function queryOf(kind, table, column, test) {
  if (kind === 'not_null') return `select * from ${table} where ${column} is null`;
  if (kind === 'unique') {
    return `select ${column}, count(*) as times from ${table} where ${column} is not null group by ${column} having count(*) > 1`;
  }
  const values = test.accepted_values.values.map((value) => `'${value}'`);
  return `select * from ${table} where ${column} not in (${values.join(', ')})`;
}

// What Connected Sheets and the console show beside each column.
function described({ description, columns }) {
  const text = (words) => `'${words.trim().replace(/\s+/g, ' ').replace(/[\\']/g, '\\$&')}'`;
  const list = columns.map((column) => `  ${column.name} options (description = ${text(column.description)})`);
  return ` (\n${list.join(',\n')}\n)\noptions (description = ${text(description)})`;
}

function inOrder(models) {
  const done = new Map();
  const add = (model) => {
    if (done.has(model.name)) return;
    for (const need of model.needs) {
      const needed = models.find(({ name }) => name === need);
      if (!needed) throw new Error(`${model.name} needs "${need}", and there is no such model`);
      add(needed);
    }
    done.set(model.name, model);
  };
  for (const model of models) add(model);
  return [...done.values()].map(({ name, query, statement }) => ({ name, query, statement }));
}

function filesBelow(folder, ending) {
  return readdirSync(join(HERE, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
