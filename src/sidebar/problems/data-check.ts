// The data check: figures of the reading, who looks like one customer, what looks wrong row by row, columns with how sure they are.
import type { DataCheckView, Sureness } from '../../entry/sidebar-calls';
import { sameCustomers } from '../customers/same-customers';
import { button, pill, type Tone } from '../shell/controls';
import { type Child, el, focusOn } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';

/** Draws the data check. */
export async function dataCheckView(host: HTMLElement, shell: Shell): Promise<void> {
  const [check] = await Promise.all([
    shell.load(host, 'Checking your data…', dataCheckView, 'getDataCheck'),
    shell.today ? null : shell.refreshToday(),
  ]);
  if (!check) return;
  const again = async (): Promise<void> => {
    await dataCheckView(host, shell);
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
  };
  host.replaceChildren(
    el(
      'div',
      { class: 'view-head' },
      el('h2', {}, 'Data check'),
      button('Look again', again, { kind: 'quiet', busy: 'Looking…' }),
    ),
    el('p', { class: 'muted' }, `Sheet “${check.sheet}”, headers in row ${check.headerRow}.`),
    figures(check),
    verdict(check),
    ...present(
      sameCustomers(check.sameCustomers, check.canDecide, shell),
      findings(check, shell),
      leftOut(check, shell),
      columns(check),
    ),
  );
}

function present(...parts: (HTMLElement | null)[]): HTMLElement[] {
  return parts.filter((part): part is HTMLElement => part !== null);
}

/** How many rows a person should mend, left out ones included. */
function toMend({ leftOut: groups }: DataCheckView): number {
  return groups.filter(({ mend }) => mend).reduce((sum, group) => sum + group.count, 0);
}

function figures(check: DataCheckView): HTMLElement {
  const out = check.rowsRead - check.invoices;
  const figure = (label: string, number: number, tone: string): HTMLElement =>
    el('div', { class: `figure-tile ${tone}`.trim() }, el('dt', {}, label), el('dd', {}, grouped(number)));
  return el(
    'dl',
    { class: 'figures' },
    figure('rows read', check.rowsRead, ''),
    figure('invoices', check.invoices, ''),
    figure('left out', out, toMend(check) > 0 ? 'warn' : ''),
  );
}

function verdict(check: DataCheckView): HTMLElement {
  if (check.rowsRead === 0)
    return el('p', { class: 'empty' }, 'There are no rows below the headers yet. Put invoices there, then look again.');
  const isWell = check.findings.length === 0 && toMend(check) === 0;
  if (isWell && check.sameCustomers.length === 0)
    return el('p', { class: 'all-well good' }, 'All is well: every row was understood, and nothing looks wrong.');
  const parts = [
    check.sameCustomers.length > 0 && `${count(check.sameCustomers.length, 'likely double')} to decide`,
    check.findings.length > 0 && `${count(check.findings.length, 'thing')} to look at`,
    toMend(check) > 0 && `${count(toMend(check), 'row')} left out that you may want back`,
  ].filter((part): part is string => part !== false);
  return el('p', { class: 'all-well' }, `${parts.join(', ')}.`);
}

/** A part that opens, with how many it holds. @param what it counts, for a screen reader */
function fold(title: string, number: number, what: string, ...children: Child[]): HTMLElement {
  const badge = el('span', { class: 'badge' }, grouped(number), el('span', { class: 'unseen' }, ` ${what}`));
  return el(
    'details',
    { class: 'drawer' },
    el('summary', {}, title, ' ', badge),
    el('div', { class: 'drawer-body' }, ...children),
  );
}

function showRow(shell: Shell, sheet: string, row: number): () => Promise<void> {
  return async () => {
    const result = await shell.ask('showRow', sheet, row);
    if (result) shell.say(result.message);
  };
}

function findings(check: DataCheckView, shell: Shell): HTMLElement | null {
  if (check.findings.length === 0) return null;
  const folds = check.findings.map(({ title, advice, count: number, rows }) =>
    fold(
      title,
      number,
      'found',
      el('p', { class: 'hint' }, advice),
      rows.length > 0 && el('ul', { class: 'found' }, ...rows.map((one) => foundRow(one, check.sheet, shell))),
      rows.length > 0 &&
        number > rows.length &&
        el('p', { class: 'muted' }, `And ${grouped(number - rows.length)} more.`),
    ),
  );
  return el('section', { class: 'problem-group' }, el('h3', {}, 'Looks wrong'), ...folds);
}

type FoundRow = DataCheckView['findings'][number]['rows'][number];

function foundRow({ sheet, row, text }: FoundRow, ownSheet: string, shell: Shell): HTMLElement {
  if (row === 0) return el('li', {}, el('p', {}, text));
  const place = sheet === ownSheet ? `Row ${row}` : `${sheet}, row ${row}`;
  const jump = el(
    'button',
    { type: 'button', class: 'found-row' },
    el('span', { class: 'place' }, place),
    el('span', {}, text),
  );
  jump.addEventListener('click', showRow(shell, sheet, row));
  return el('li', {}, jump);
}

function leftOut(check: DataCheckView, shell: Shell): HTMLElement | null {
  if (check.leftOut.length === 0) return null;
  const folds = check.leftOut.map(({ why, rows, count: number, mend }) =>
    fold(
      why,
      number,
      'rows',
      el(
        'p',
        { class: 'hint' },
        mend ? 'Not counted until you mend them, and never taken for paid.' : 'Rightly no invoices of their own.',
      ),
      el(
        'ul',
        { class: 'row-numbers' },
        ...rows.map((row) =>
          el(
            'li',
            {},
            button(String(row), showRow(shell, check.sheet, row), { name: `Show row ${row} of ${check.sheet}` }),
          ),
        ),
      ),
      number > rows.length && el('p', { class: 'muted' }, `And ${grouped(number - rows.length)} more rows.`),
    ),
  );
  return el('section', { class: 'problem-group' }, el('h3', {}, 'Rows left out'), ...folds);
}

const SURENESS: Record<Sureness, [words: string, tone: Tone]> = {
  sure: ['clear', 'good'],
  likely: ['probably right', 'info'],
  unsure: ['please check', 'warn'],
};

function columns(check: DataCheckView): HTMLElement {
  const unsure = check.columns.filter(({ sureness }) => sureness !== 'sure').length;
  const rows = check.columns.map(({ label, header, sureness, reason }) =>
    el(
      'li',
      {},
      el('p', {}, `${label} `, pill(...SURENESS[sureness])),
      el('p', {}, `column “${header}”`),
      el('p', { class: 'meta' }, reason),
    ),
  );
  const title = unsure > 0 ? `Columns found, ${unsure} to look at` : 'Columns found';
  return el(
    'section',
    { class: 'problem-group' },
    el('h3', {}, 'Columns'),
    fold(title, check.columns.length, 'columns', el('ul', { class: 'columns' }, ...rows)),
    check.notFound.length > 0 &&
      fold(
        'Not in your sheet',
        check.notFound.length,
        'fields',
        el('p', { class: 'hint' }, 'Choose them under Set-up where your sheet has them.'),
        el('p', {}, `${check.notFound.join(', ')}.`),
      ),
  );
}
