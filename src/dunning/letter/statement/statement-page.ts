// A statement of account as a page that a plain converter makes a PDF of: tables, borders and bold, nothing that needs a browser.
import type { Day } from '../../../receivables/day';
import type { AccountActivity } from '../../../receivables/metrics/account-activity';
import { linesHtml } from '../letter-html';
import type { LetterInput } from '../letter-input';
import { sumsOf } from '../letter-sums';
import { type LetterTable, type TableRow, tablesOf } from '../letter-table';
import { type LetterWords, wordsOf } from '../letter-words';
import { type PayBox, payBoxes } from '../pay-box';
import { escapeHtml, oneLine } from '../template';

/** What a statement is made of: the letter it goes with, over all that is open, and what happened on the account. */
export interface StatementInput {
  /** Its lines are the whole account's; its addressee is whom the statement is for, a line each. */
  letter: LetterInput;
  /** '' where it is not known. */
  customerId: string;
  activity: readonly AccountActivity[];
  /** The first day of that. */
  from: Day;
}

/** A statement before it is converted. */
export interface StatementPage {
  /** Name of its file, of ASCII alone. */
  name: string;
  html: string;
}

// What the converter draws: no background, no layout but tables, nothing from elsewhere. The margins are its own.
const STYLE = `
body{font-family:Arial,Helvetica,sans-serif;font-size:10pt;color:#000000;}
table{width:100%;border-collapse:collapse;margin:0 0 12pt 0;}
td,th{padding:3pt 4pt;vertical-align:top;text-align:left;}
h1{font-size:16pt;margin:0 0 10pt 0;}
h2{font-size:12pt;margin:14pt 0 4pt 0;page-break-after:avoid;}
p{margin:0 0 8pt 0;}
.r{text-align:right;white-space:nowrap;}
.w{white-space:nowrap;}
.head th{border-bottom:1.5pt solid #000000;font-size:9pt;vertical-align:bottom;}
.line td{border-bottom:0.5pt solid #999999;}
.note td{font-size:9pt;color:#444444;}
.total td{font-weight:bold;border-top:1pt solid #000000;}
.pay{border:1pt solid #000000;}
`;

/** What is open of a table: date and amount columns keep to one line. */
function openTable(table: LetterTable): string {
  const { headers, right, rows } = table;
  const whole = (column: number): boolean => column === headers.length - 3;
  const cells = (tag: string, texts: readonly string[]): string =>
    texts.map((text, column) => cell(tag, text, right[column] ? 'r' : whole(column) ? 'w' : '')).join('');
  const row = ({ kind, cells: [label = '', amount = ''], cells: all }: TableRow): string =>
    kind === 'line'
      ? `<tr class="line">${cells('td', all)}</tr>`
      : `<tr class="${kind}"><td colspan="${headers.length - 1}">${escapeHtml(label)}</td>${cell('td', amount, 'r')}</tr>`;
  const heading = table.heading === '' ? '' : `<p><b>${escapeHtml(table.heading)}</b></p>\n`;
  return `${heading}<table>\n<thead><tr class="head">${cells('th', headers)}</tr></thead>\n<tbody>\n${rows.map(row).join('\n')}\n</tbody>\n</table>`;
}

function cell(tag: string, text: string, look: string): string {
  return `<${tag}${look === '' ? '' : ` class="${look}"`}>${escapeHtml(text)}</${tag}>`;
}

function activityTable(one: AccountActivity, words: LetterWords, heading: string): string {
  const { columns, movements, broughtForward } = words.statement;
  const money = (minor: number): string => words.money(minor, one.currency);
  const row = (look: string, texts: readonly [string, string, string, string]): string =>
    `<tr class="${look}">${texts.map((text, at) => cell('td', text, at === 0 ? 'w' : at > 1 ? 'r' : '')).join('')}</tr>`;
  const rows = one.lines.map(({ on, kind, invoice, amount, balance }) =>
    row('line', [
      on === null ? '' : words.shortDate(on),
      [movements[kind], oneLine(invoice)].filter(Boolean).join(' · '),
      money(amount),
      money(balance),
    ]),
  );
  const heads = [columns.date, columns.what, columns.amount, columns.balance];
  return (
    `${heading === '' ? '' : `<p><b>${escapeHtml(heading)}</b></p>\n`}<table>\n` +
    `<thead><tr class="head">${heads.map((text, at) => cell('th', text, at > 1 ? 'r' : '')).join('')}</tr></thead>\n<tbody>\n` +
    `${row('line', [words.shortDate(one.before), broughtForward, '', money(one.broughtForward)])}\n` +
    `${rows.join('\n')}\n${row('total', ['', words.statement.balance, '', money(one.closing)])}\n</tbody>\n</table>`
  );
}

function pairs(rows: readonly (readonly [label: string, value: string])[], look = ''): string {
  const shown = rows.filter(([, value]) => value !== '');
  const lines = shown.map(
    ([label, value]) => `<tr><td class="w">${escapeHtml(label)}</td><td>${linesHtml(value)}</td></tr>`,
  );
  return shown.length === 0 ? '' : `<table${look}>\n${lines.join('\n')}\n</table>`;
}

/** What is open in sum, per currency; two currencies are never added. */
function summary(letter: LetterInput, words: LetterWords): string {
  const { overdue, notDue, disputed, credits, open } = sumsOf(letter.lines);
  const signed = Object.fromEntries(Object.entries(credits).map(([code, sum]) => [code, -sum]));
  const parts = [
    [words.overdue, overdue],
    [words.notDue, notDue],
    [words.statement.movements.credit, signed],
    [words.disputed.replace(/,.*$/, ''), disputed],
  ] as const;
  const currencies = [...new Set(letter.lines.map(({ currency }) => currency))].sort();
  const rows = currencies.flatMap((currency) => [
    ...parts
      .filter(([, totals]) => (totals[currency] ?? 0) !== 0)
      .map(([label, totals]) => sumRow('line', label, words.money(totals[currency] ?? 0, currency))),
    sumRow('total', words.statement.balance, words.money(open[currency] ?? 0, currency)),
  ]);
  return rows.length === 0 ? '' : `<table>\n${rows.join('\n')}\n</table>`;
}

function sumRow(look: string, label: string, sum: string): string {
  return `<tr class="${look}">${cell('td', label, '')}${cell('td', sum, 'r')}</tr>`;
}

function payTable({ heading, links, facts, instructions, unchanged }: PayBox): string {
  const [only] = links;
  const online = links.length === 1 && only ? [[only.label, only.url] as const] : [];
  const words = [instructions, unchanged].filter((text) => text !== '');
  const more = words.map((text) => `<p>${linesHtml(text)}</p>`);
  return `<h2>${escapeHtml(heading)}</h2>\n${pairs([...online, ...facts], ' class="pay"')}\n${more.join('\n')}`;
}

/**
 * The statement of an account: what is open, what happened since a day with the balance after each movement, how it is
 * paid. Currencies stand apart.
 * @returns null where letters cannot be written in its language
 * @example statementPage({ letter, customerId: '10023', activity, from })?.name // 'Statement-Lumen-Rail-2026-11-02.pdf'
 */
export function statementPage(
  { letter, customerId, activity, from }: StatementInput,
  iso: string,
): StatementPage | null {
  const words = wordsOf(letter.language);
  if (!words) return null;
  const { company, addressee = [], asOf, lines, reference } = letter;
  const { title, customerNumber, openItems, nothingOpen, activity: since, file } = words.statement;
  const tables = tablesOf(
    lines.map(({ documents: _none, ...line }) => line),
    asOf,
    words,
  );
  const several = activity.length > 1;
  const head = [words.longDate(asOf), ...(reference === '' ? [] : [words.reference(oneLine(reference))])];
  const blocks = [
    `<table>\n<tr><td><b>${escapeHtml(oneLine(company))}</b></td><td class="r">${linesHtml(head.join('\n'))}</td></tr>\n</table>`,
    `<p>${linesHtml(addressee.join('\n'))}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    pairs([[customerNumber, oneLine(customerId)]]),
    summary(letter, words),
    `<h2>${escapeHtml(openItems)}</h2>`,
    ...(tables.length === 0 ? [`<p>${escapeHtml(nothingOpen)}</p>`] : tables.map(openTable)),
    ...(activity.length === 0 ? [] : [`<h2>${escapeHtml(since(words.longDate(from)))}</h2>`]),
    ...activity.map((one) => activityTable(one, words, several ? words.heading(one.currency) : '')),
    ...(payBoxes(letter, words)?.boxes ?? []).map(payTable),
  ];
  const html =
    `<!DOCTYPE html>\n<html lang="${words.tag}">\n<head>\n<meta charset="UTF-8">\n<title>${escapeHtml(title)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n${blocks.filter((block) => block !== '').join('\n')}\n</body>\n</html>\n`;
  return { name: `${[file, plainName(company), iso].filter(Boolean).join('-')}.pdf`, html };
}

/** A name as part of a file's: letters and digits of ASCII, hyphens between. @example plainName('Müller & Söhne') // 'Muller-Sohne' */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
