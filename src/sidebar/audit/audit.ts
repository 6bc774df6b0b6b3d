// The page for auditors: whether the log is sound, and an export of contacts, approvals and stops to a new tab or as CSV.
import type { ExportRequest, ExportView } from '../../entry/sidebar-calls';
import { button, dateInput, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import { exportItem } from './export-item';
import { logCheck } from './log-check';

/** Draws the page. */
export const auditView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading the log…', auditView, 'getExport', { ...EVERYTHING });
  if (view) draw(host, view, shell);
};

const EVERYTHING: Required<ExportRequest> = { customers: '', invoices: '', from: '', to: '' };

function draw(host: HTMLElement, first: ExportView, shell: Shell): void {
  const customers = textInput('', { autocomplete: 'off' });
  const invoices = textInput('', { autocomplete: 'off' });
  const from = dateInput('', '', first.asOf);
  const to = dateInput('', '', first.asOf);
  const chosen = (): ExportRequest => ({
    customers: customers.value,
    invoices: invoices.value,
    from: from.value,
    to: to.value,
  });
  const found = el('div', { class: 'export-found' });
  const show = async (): Promise<void> => {
    const view = await shell.ask('getExport', chosen());
    if (!view || !host.isConnected) return;
    found.replaceChildren(...foundParts(view));
    shell.say(`${count(view.rows, 'row')} found.`);
  };
  const write = async (): Promise<void> => {
    const result = await shell.ask('writeAuditExport', chosen());
    if (result) shell.say(result.message);
  };
  found.append(...foundParts(first));
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Export for auditors')),
    el(
      'p',
      { class: 'hint' },
      'Whom you wrote to or called about what, who approved and changed it, and every pause, promise and dispute, from AR Log. Nothing is changed by looking.',
    ),
    logCheck(shell),
    el(
      'section',
      { class: 'card', 'aria-label': 'What to export' },
      el('h3', {}, 'What to export'),
      field('Customers', customers, 'Part of a name, or the number; several with ; between. Empty: all.'),
      field('Invoices', invoices, 'Numbers with ; between. Empty: all.'),
      el('div', { class: 'two' }, field('From', from), field('Until', to)),
      el(
        'div',
        { class: 'actions' },
        button('Write into a new tab', write, { kind: 'primary', busy: 'Writing…' }),
        button('Show', show, { busy: 'Reading…', name: 'Show what would be exported' }),
      ),
    ),
    found,
  );
}

/** What was found: how much, as CSV, and the latest of it. */
function foundParts({ rows, contacts, customers, latest, csv, asOf }: ExportView): (HTMLElement | string)[] {
  if (rows === 0) return [el('p', { class: 'empty' }, 'Nothing in the log fits this choice.')];
  const notes = rows - contacts;
  const what = [contacts > 0 ? count(contacts, 'contact') : '', notes > 0 ? count(notes, 'note') : ''];
  const told = `${count(rows, 'row')}: ${what.filter((part) => part !== '').join(' and ')} about ${count(customers, 'customer')}.`;
  const shown = latest.length < rows ? `The latest ${latest.length} of ${grouped(rows)}` : 'All of them';
  return [
    el('p', { class: 'strong' }, told),
    csvFold(csv, rows),
    el('h3', {}, `${shown}, newest first`),
    el('ul', { class: 'export-list' }, ...latest.map((row) => exportItem(row, asOf))),
  ];
}

function csvFold(csv: string, rows: number): HTMLElement {
  if (csv === '')
    return el(
      'p',
      { class: 'hint' },
      `${grouped(rows)} rows are too many to copy as CSV: choose fewer, or write a tab.`,
    );
  const area = el('textarea', { rows: 6, readonly: true, spellcheck: 'false', wrap: 'off' });
  area.value = csv;
  area.addEventListener('focus', () => area.select());
  return el(
    'details',
    { class: 'more' },
    el('summary', {}, 'As CSV, to copy'),
    field('CSV', area, 'All of it is selected when you click into it: copy with Ctrl+C or ⌘C.'),
  );
}
