// The invoices a reminder asks for, each with a way to its row in the grid.
import type { ReminderView } from '../../entry/sidebar-calls';
import { button, pill, type Tone } from '../shell/controls';
import { el } from '../shell/dom';
import { dateInWords, lineLateness } from '../shell/format';
import type { Shell } from '../shell/shell';

type InvoiceLine = ReminderView['invoiceLines'][number];

const ROLES: Record<string, [string, Tone]> = {
  lead: ['Main one', 'info'],
  credit: ['Credit', 'good'],
  disputed: ['Disputed', 'warn'],
};

/** The table of the invoices; `asOf` is the day beside which due dates are written. */
export function invoiceTable(reminder: ReminderView, shell: Shell, asOf: string): HTMLElement {
  const lines = reminder.invoiceLines;
  if (lines.length === 0) return el('div');
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, `Invoices (${lines.length})`),
    el('div', { class: 'wide' }, table(lines, shell, asOf)),
  );
}

function table(lines: InvoiceLine[], shell: Shell, asOf: string): HTMLElement {
  return el(
    'table',
    { class: 'invoices-asked' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, 'Invoice'),
        el('th', { scope: 'col' }, 'Due'),
        el('th', { scope: 'col', class: 'right' }, 'Balance'),
      ),
    ),
    el('tbody', {}, ...lines.map((line) => invoiceRow(line, shell, asOf))),
  );
}

function invoiceRow(line: InvoiceLine, shell: Shell, asOf: string): HTMLElement {
  const role = ROLES[line.role];
  const sheet = shell.today?.workbook.sheet ?? '';
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', sheet, line.row);
    if (result) shell.say(result.message);
  };
  const number =
    sheet !== '' && line.row > 0
      ? button(line.invoice, show, { kind: 'quiet', name: `Show invoice ${line.invoice} in the sheet` })
      : el('span', {}, line.invoice);
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, number, role && pill(...role), line.note && el('div', { class: 'hint' }, line.note)),
    el(
      'td',
      {},
      el('div', {}, dateInWords(line.due, asOf) || 'none'),
      el('div', { class: 'hint' }, lineLateness(line)),
    ),
    el('td', { class: 'right figure' }, withCurrency(line)),
  );
}

function withCurrency({ balance, currency }: InvoiceLine): string {
  return currency === '' || currency === 'XXX' || balance.includes(currency) ? balance : `${balance} ${currency}`;
}
