#!/usr/bin/env node
// The command `warehouse render`: writes the models as SQL files, numbered in the order in which they are to be run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDay, readMapping, WarehouseError } from './mapping.mjs';
import { DIALECT_NAMES, projectVariables, render } from './render.mjs';

const USAGE = `Usage: warehouse render --dialect ${DIALECT_NAMES.join('|')} --mapping FILE --out DIR [--as-of DAY]

Writes the models over your ledger as SQL: a file a model, numbered in the order in which to run them, all of them in
all.sql, and queries under checks/ that find nothing where the ledger is sound.

  --dialect  ${DIALECT_NAMES.join(' or ')}
  --mapping  which tables and columns of your ledger mean what (mapping.example.json shows how)
  --out      folder for the files; it is made where it is not there
  --as-of    the day the models look at: today (as each query is run), or a day such as 2026-06-30
`;

/** What is wrong with how the command was called. */
class UsageError extends Error {}

/** Runs the command. @param {string[]} words what stands behind its name @returns {string} what to say */
function run(words) {
  const [verb, ...rest] = words;
  if (verb === undefined || verb === '--help' || rest.includes('--help')) return USAGE;
  if (verb !== 'render') throw new UsageError(`There is no verb "${verb}". Known is render.`);
  const { dialect, mapping: file, out, 'as-of': asOf } = optionsOf(rest);
  for (const [name, value] of Object.entries({ dialect, mapping: file, out })) {
    if (value === undefined) throw new UsageError(`--${name} is missing.`);
  }
  if (!DIALECT_NAMES.includes(dialect)) {
    throw new UsageError(`There is no dialect "${dialect}". Known are ${DIALECT_NAMES.join(', ')}.`);
  }
  const mapping = readMapping(file, projectVariables());
  if (asOf !== undefined) {
    checkDay(asOf);
    mapping.variables.as_of = asOf;
  }
  const { models, checks } = render(dialect, mapping);
  mkdirSync(join(out, 'checks'), { recursive: true });
  models.forEach(({ name, statement }, i) => {
    writeFileSync(join(out, `${String(i + 1).padStart(2, '0')}_${name}.sql`), statement);
  });
  writeFileSync(join(out, 'all.sql'), models.map(({ statement }) => statement).join('\n'));
  for (const { name, query } of checks) writeFileSync(join(out, 'checks', `${name}.sql`), `${query}\n`);
  return `${models.length} models and ${checks.length} checks for ${dialect} in ${out}. Run all.sql, or the files by their numbers.\n`;
}

function optionsOf(words) {
  const text = { type: /** @type {const} */ ('string') };
  try {
    const options = { dialect: text, mapping: text, out: text, 'as-of': text };
    return parseArgs({ args: words, options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

try {
  process.stdout.write(run(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else if (error instanceof WarehouseError || (error instanceof Error && 'syscall' in error)) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
