// The command `warehouse render`: the files it writes, and a sentence for everything it cannot do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { checkMapping } from '../mapping.mjs';
import { projectVariables } from '../render.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const EXAMPLE = join(ROOT, 'mapping.example.json');
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'warehouse-'));
});

after(() => rmSync(folder, { recursive: true }));

function warehouse(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'command-line.mjs'), ...words], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('writes a file a model in the order of what needs what, all of them in one, and the checks', () => {
  const out = join(folder, 'sql');
  const { status, stdout, stderr } = warehouse('render', '--dialect', 'bigquery', '--mapping', EXAMPLE, '--out', out);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^17 models and (\d+) checks for bigquery/);
  const files = readdirSync(out).filter((name) => /^\d\d_/.test(name));
  const made = new Set();
  for (const file of files.sort()) {
    const text = readFileSync(join(out, file), 'utf8');
    assert.doesNotMatch(text, /\{[{%]|undefined/, file);
    for (const [, needed] of text.matchAll(/`my-project\.receivables\.(\w+)`/g)) {
      if (!file.endsWith(`_${needed}.sql`)) assert.ok(made.has(needed), `${file} needs ${needed}`);
    }
    made.add(file.slice(3, -4));
  }
  const all = readFileSync(join(out, 'all.sql'), 'utf8');
  assert.equal(all.match(/^create or replace view/gm)?.length, files.length);
  assert.equal(readdirSync(join(out, 'checks')).length, Number(stdout.match(/and (\d+) checks/)?.[1]));
  assert.match(all, /current_date\('Europe\/Zurich'\)/);
});

test('takes the as-of day, and a mapping in YAML', () => {
  const file = join(folder, 'mapping.yml');
  writeFileSync(
    file,
    'dataset: receivables\ninvoices:\n  table: ledger.inv\n  columns: {invoice_id: id, customer: name, issue_date: a, due_date: b, amount: c}\npayments:\n  table: ledger.pay\n  columns: {payment_id: id, invoice_id: inv, value_date: d, amount: e}\n',
  );
  const out = join(folder, 'duck');
  const words = ['--dialect', 'duckdb', '--mapping', file, '--out', out, '--as-of', '2026-06-30'];
  assert.equal(warehouse('render', ...words).status, 0);
  const all = readFileSync(join(out, 'all.sql'), 'utf8');
  assert.match(all, /date '2026-06-30'/);
  assert.doesNotMatch(all, /current_date/);
  assert.match(all, /"ledger"\."inv"/);
});

test('says on stderr how it is used, with exit code 2', () => {
  const given = ['--mapping', EXAMPLE, '--out', folder];
  for (const [words, sentence] of [
    [['rendre'], /no verb "rendre"/],
    [['render', '--dialect', 'oracle', ...given], /no dialect "oracle"\. Known are bigquery, duckdb/],
    [['render', '--dialect', 'bigquery', '--out', folder], /--mapping is missing/],
    [['render', '--dialect', 'bigquery', '--maping', EXAMPLE], /--maping/],
  ]) {
    const { status, stdout, stderr } = warehouse(...words);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, sentence);
    assert.match(stderr, /Usage: warehouse render/);
  }
  assert.deepEqual([warehouse('--help').status, warehouse('render', '--help').status], [0, 0]);
});

test('says what it cannot do in a sentence, with exit code 1', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"dataset": ');
  for (const [file, more, sentence] of [
    ['nowhere.json', [], /no mapping file "nowhere\.json"\. Copy mapping\.example\.json/],
    [broken, [], /neither JSON nor YAML/],
    [EXAMPLE, ['--as-of', '2026-02-30'], /as-of: "2026-02-30" is no day/],
  ]) {
    const words = ['render', '--dialect', 'bigquery', '--mapping', file, '--out', folder, ...more];
    const { status, stderr } = warehouse(...words);
    assert.equal(status, 1);
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

test('names the place of each fault in a mapping', () => {
  const example = () => JSON.parse(readFileSync(EXAMPLE, 'utf8'));
  const changed = (change) => {
    const mapping = example();
    change(mapping);
    return () => checkMapping(mapping, projectVariables());
  };
  const fault = (pattern) => ({ code: 'mapping-wrong', message: pattern });
  assert.throws(() => checkMapping(null, projectVariables()), fault(/the file: it must hold/));
  for (const [change, pattern] of [
    [(m) => delete m.dataset, /dataset: say where/],
    [(m) => (m.dataset = 'a`; drop table b'), /dataset: say where/],
    [(m) => (m.invoice = {}), /"invoice" is not known there/],
    [(m) => delete m.payments, /payments: say its table/],
    [(m) => delete m.invoices.columns.due_date, /invoices\.columns: name due_date as well/],
    [(m) => (m.invoices.columns.duedate = 'x'), /"duedate" is not known there\. Known are invoice_id/],
    [(m) => (m.invoices.columns.amount = 'a"b'), /invoices\.columns\.amount: give the name of a column/],
    [(m) => (m.invoices.columns.amount = 3), /invoices\.columns\.amount/],
    [(m) => (m.payments.table = 'a b'), /payments\.table: say which table/],
    [(m) => (m.invoices.status_words.gone = []), /"gone" is not known there\. Known are draft, void/],
    [(m) => (m.invoices.status_words.void = 'x'), /status_words\.void: give a list/],
    [(m) => delete m.invoices.columns.status, /name status, the column/],
    [(m) => (m.variables.graze = 5), /"graze" is not known there/],
    [(m) => (m.variables.grace = '5'), /variables\.grace: give a number/],
    [(m) => (m.variables.grace = -1), /variables\.grace: give a number, 0 or more/],
    [(m) => (m.variables.months = 0), /variables\.months/],
    [(m) => (m.variables.time_zone = "x'"), /variables\.time_zone/],
    [
      (m) => {
        delete m.invoices.columns.customer;
        delete m.invoices.columns.customer_id;
      },
      /customer_id or customer/,
    ],
  ]) {
    assert.throws(changed(change), fault(pattern));
  }
  assert.throws(
    changed((m) => (m.variables.as_of = 'tomorrow')),
    { code: 'bad-day' },
  );
  assert.doesNotThrow(changed(() => undefined));
});
