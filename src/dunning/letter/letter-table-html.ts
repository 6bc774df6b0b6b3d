// The invoice tables of a letter as HTML: cards of one column on a narrow screen, a table on a wide one and on paper.
import { type LetterTable, namedAddresses, type TableRow } from './letter-table';
import { escapeHtml } from './template';

const LINE = 'border-bottom:1px solid #e3e6ea;';
const HEAD =
  'padding:6px 5px;border-bottom:2px solid #9aa3ad;font-weight:bold;font-size:12px;color:#4a5560;vertical-align:bottom;overflow-wrap:break-word;word-break:normal;';
const TOTAL = 'font-weight:bold;background-color:#f4f6f8;color:#1f2933;';
const NOTE = 'font-size:12px;color:#4a5560;';

/** From this width on a table of five columns fits. */
const WIDE = 560;

/** What makes tables of the cards: for paper, and, within a condition, for wide screens. */
export const TABLES = `.t{table-layout:auto!important}
.t thead{display:table-header-group!important}
.t td{display:table-cell!important;padding:6px 5px!important;border-bottom:1px solid #e3e6ea!important;vertical-align:top;font-weight:inherit!important}
.t .r{text-align:right!important}
.t .w{white-space:nowrap!important}
.t .l{display:none!important}
.t .g td{border-bottom:0!important}
.t .g+tr td{padding-top:0!important}`;

/** The one style sheet of a mail. Without it the cards stay, on any screen: what is inline is for the narrow one. */
export const TABLES_ON_WIDE_SCREENS = `
@media (min-width:${WIDE}px){
${TABLES}
}
`;

// Dates and amounts stay on one line; order numbers and headers may wrap.
function isWhole(table: LetterTable, column: number): boolean {
  const fromEnd = table.headers.length - column;
  return fromEnd === 1 || fromEnd === 3;
}

function alignment(table: LetterTable, column: number): string {
  const align = table.right[column] ? 'text-align:right;' : 'text-align:left;';
  return isWhole(table, column) ? `${align}white-space:nowrap;` : align;
}

function classOf(table: LetterTable, column: number): string {
  const names = [...(table.right[column] ? ['r'] : []), ...(isWhole(table, column) ? ['w'] : [])];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

// On a card each value says what it is, but for the number and for words such as `in dispute`; what is not there takes no line.
function cardCell(cell: string, table: LetterTable, column: number, goesOn: boolean): string {
  const last = table.headers.length - 1;
  const isSaid = column === 0 || (column === last - 1 && !/^\d+$/.test(cell));
  const label = isSaid ? '' : `<span class="l">${escapeHtml(`${table.headers[column] ?? ''}${table.colon}`)}</span>`;
  const place = column === 0 ? 'padding:8px 0 0;' : column === last ? (goesOn ? '' : `padding:0 0 8px;${LINE}`) : '';
  const weight = column === 0 || column === last ? 'font-weight:bold;' : '';
  const shown = cell === '' ? '' : `${label}${escapeHtml(cell)}`;
  return `<td${classOf(table, column)} style="display:block;${place}${weight}">${shown}</td>`;
}

function cardRow(row: TableRow, table: LetterTable, next: TableRow | undefined): string {
  const goesOn = next?.kind === 'documents';
  if (row.kind === 'line')
    return `<tr${goesOn ? ' class="g"' : ''}>${row.cells.map((cell, column) => cardCell(cell, table, column, goesOn)).join('')}</tr>`;
  const [label = '', amount = ''] = row.cells;
  if (row.kind === 'documents') {
    const links = namedAddresses(row).map(
      ([name, address]) => `<a href="${escapeHtml(address)}" style="color:#1f4e79;">${escapeHtml(name)}</a>`,
    );
    return `<tr style="${NOTE}"><td colspan="${table.headers.length}" style="display:block;padding:0 0 8px;${LINE}">${links.join(' &middot; ')}</td></tr>`;
  }
  const look = row.kind === 'total' ? TOTAL : NOTE;
  const span = table.headers.length - 1;
  return (
    `<tr style="${look}"><td colspan="${span}" style="display:block;padding:6px 0 0;">${escapeHtml(label)}</td>` +
    `<td class="r w" style="display:block;padding:0 0 6px;${LINE}">${escapeHtml(amount)}</td></tr>`
  );
}

/** A table as HTML with inline styles, as mail programs need it; nothing is loaded from elsewhere. */
export function tableHtml(table: LetterTable): string {
  const heads = table.headers.map(
    (header, column) => `<th scope="col" style="${HEAD}${alignment(table, column)}">${escapeHtml(header)}</th>`,
  );
  const heading =
    table.heading === '' ? '' : `<p style="margin:0 0 4px;font-weight:bold;">${escapeHtml(table.heading)}</p>\n`;
  return (
    `${heading}<table class="t" cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse;` +
    `table-layout:fixed;width:100%;max-width:640px;margin:0 0 18px;font-size:13px;line-height:19px;">\n` +
    `<thead style="display:none"><tr>${heads.join('')}</tr></thead>\n` +
    `<tbody>\n${table.rows.map((row, at) => cardRow(row, table, table.rows[at + 1])).join('\n')}\n</tbody>\n</table>`
  );
}
