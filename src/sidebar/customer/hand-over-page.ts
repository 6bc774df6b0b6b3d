// The hand-over file on paper: one page that a lawyer or an agency can begin with; saved as a PDF it can be sent.
import type { HandOverFileView } from '../../entry/sidebar-calls';
import { dayFromIso, longDay } from '../../receivables/day';
import { el } from '../shell/dom';
import { lateness } from '../shell/format';
import { printPage } from '../shell/print-page';

const LOOKS = `
  body, p, li, table { font: 10pt/1.4 Arial, sans-serif; color: #000; }
  h1 { font: bold 15pt Arial, sans-serif; margin: 0 0 4px; }
  h2 { font: bold 11pt Arial, sans-serif; margin: 16px 0 4px; break-after: avoid; }
  table { width: 100%; border-collapse: collapse; }
  th, td { border-bottom: 1px solid #999; padding: 4px 8px 4px 0; text-align: start; vertical-align: top; }
  td:first-child { white-space: nowrap; }
  .money { text-align: end; white-space: nowrap; }
  tr { break-inside: avoid; }
  ul { margin: 0; padding: 0 0 0 16px; }
  .label { width: 26%; color: #444; }
`;

/** Opens the print dialog over the file. @param file all that is known, days as ISO */
export function printHandOverFile(file: HandOverFileView): void {
  printPage(fileAsPage(file), '');
}

/** The file as a page of its own. */
function fileAsPage(file: HandOverFileView): string {
  const { asOf, company, customer, contact, balances, placed, recovered, promises, disputes, history } = file;
  const day = dated(asOf);
  const title = `Hand-over file: ${customer}`;
  const sums = balances.flatMap(({ open, overdue, credits, disputed }) => [
    { label: 'Open', value: open },
    { label: 'Of this overdue', value: overdue },
    { label: 'In dispute', value: disputed },
    { label: 'Credits not set against invoices', value: credits },
  ]);
  const moves = placed.map(({ on, what, note }) => ({ label: `${what}, ${dated(on)}`, value: note }));
  const page = el(
    'div',
    {},
    el('h1', { dir: 'auto' }, title),
    el('p', {}, `${company === '' ? '' : `${company}, as of `}${day}`),
    pairs([...contact, ...sums]),
    ...part('Open items', file.invoices.length > 0 && itemsTable(file)),
    ...part(
      'Placed with others',
      moves.length > 0 && pairs([...moves, { label: 'Came in since', value: recovered || 'nothing' }]),
    ),
    ...part('Promises and plans', promises.length > 0 && list(promises)),
    ...part('Disputes', disputes.length > 0 && list(disputes)),
    ...part(
      'What was done so far',
      history.length > 0 &&
        list(history.map(({ on, what, facts }) => `${dated(on)}: ${[what, facts].filter(Boolean).join(' · ')}`)),
    ),
  );
  const head = el('title', {}, title).outerHTML;
  return `<!doctype html><html><head>${head}<style>${LOOKS}</style></head><body>${page.innerHTML}</body></html>`;
}

/** With its year: such a page is read for years. */
function dated(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? '' : longDay(day);
}

function part(title: string, content: HTMLElement | false): HTMLElement[] {
  return content ? [el('h2', {}, title), content] : [];
}

function pairs(rows: readonly { label: string; value: string }[]): HTMLElement {
  const shown = rows.filter(({ value }) => value !== '');
  return el(
    'table',
    {},
    el(
      'tbody',
      {},
      ...shown.map(({ label, value }) =>
        el('tr', {}, el('td', { class: 'label' }, label), el('td', { dir: 'auto' }, value)),
      ),
    ),
  );
}

function list(lines: readonly string[]): HTMLElement {
  return el('ul', {}, ...lines.map((line) => el('li', { dir: 'auto' }, line)));
}

function itemsTable({ invoices }: HandOverFileView): HTMLElement {
  const heads = ['Invoice', 'Order number', 'Invoice date', 'Due', 'Amount', 'Open', 'Note'];
  const rows = invoices.map(({ invoice, orderNumber, issued, due, daysPastDue, amount, open, disputed, away }) => {
    const note = [
      daysPastDue > 0 ? lateness(daysPastDue) : '',
      disputed && `${disputed} in dispute`,
      away ? 'handed over' : '',
    ];
    return el(
      'tr',
      {},
      ...[invoice, orderNumber, dated(issued), dated(due)].map((text) => el('td', {}, text)),
      ...[amount, open].map((text) => el('td', { class: 'money' }, text)),
      el('td', {}, note.filter(Boolean).join(', ')),
    );
  });
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', {}, head)))),
    el('tbody', {}, ...rows),
  );
}
