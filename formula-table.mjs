// The README's table of formulas, written from the same JSDoc that Sheets shows as help.
//   node formula-table.mjs  brings the README up to date
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { entryFunctions } from './entry-functions.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const README = join(root, 'README.md');
const BEGIN = '<!-- formulas: written by formula-table.mjs -->';
const END = '<!-- /formulas -->';

/** The custom functions with their help, in the order of the files and of the functions in them. */
export function customFunctions() {
  const folder = join(root, 'src/entry');
  const files = readdirSync(folder).filter((name) => /^formulas.*\.ts$/.test(name));
  const plain = (name) => name.replace('.ts', '');
  return files
    .sort((a, b) => (plain(a) < plain(b) ? -1 : 1))
    .flatMap((name) => entryFunctions(join(folder, name)))
    .filter(({ doc }) => doc.includes('@customfunction'))
    .map(({ name, parameters, doc }) => ({ name, parameters, ...helpOf(doc) }));
}

function helpOf(doc) {
  const lines = doc.split('\n').map((line) =>
    line
      .replace(/^\s*(\/\*\*|\*\/|\*)\s?/, '')
      .replace(/\*\/\s*$/, '')
      .trim(),
  );
  const text = lines.join('\n');
  const description = text.slice(0, text.indexOf('@')).replace(/\s+/g, ' ').trim();
  const [purpose, example = ''] = description.split(/\s*Example:\s*/);
  const optional = new Set([...text.matchAll(/@param \{[^}]*\} (\w+) Optional\./g)].map((match) => match[1]));
  return { purpose: purpose.trim(), example: example.trim(), optional };
}

/** The table as Markdown. */
export function formulaTable() {
  const cell = (text) => text.replaceAll('|', '\\|');
  const rows = customFunctions().map(({ name, parameters, purpose, example, optional }) => {
    const given = parameters.map((parameter) => (optional.has(parameter) ? `[${parameter}]` : parameter));
    return `| \`=${name}(${given.join(', ')})\` | ${cell(purpose)}${example ? ` <br>Example: ${cell(example)}` : ''} |`;
  });
  return [BEGIN, '| formula | gives |', '|---|---|', ...rows, END].join('\n');
}

/** The README with its table as it should be. */
export function currentReadme() {
  const text = readFileSync(README, 'utf8');
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from)
    throw new Error('README.md has lost the marks between which the table of formulas stands.');
  return text.slice(0, from) + formulaTable() + text.slice(to + END.length);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(README, currentReadme());
