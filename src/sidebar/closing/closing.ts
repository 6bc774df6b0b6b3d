// The page "Close a month": what its tab will hold, what is still open before that, the ledger beside it, and write-offs afterwards.
import type {
  MonthCurrencyView,
  MonthEndView,
  MonthLineView,
  MonthListView,
  ProposalView,
} from '../../entry/sidebar-calls';
import { bucketLabels, NO_DUE_DATE } from '../../receivables/aging';
import { dayFromIso, longDay } from '../../receivables/day';
import { ledgerInWords } from '../../receivables/figures/month-end';
import { shownCurrency } from '../../receivables/metrics/aging-report';
import { formatMoney, toMinor } from '../../receivables/money';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { openCard } from '../customers/customers';
import { button, confirmDialog, field, pill, textInput } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { type Child, el, focusOn } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';

const AGES = [...bucketLabels(), NO_DUE_DATE];

/** The month that is looked at; '' for the one before this. Kept while the page is left. */
let chosen = '';

/** Draws a month end. */
export const closingView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading what was open…', closingView, 'getMonthEnd', chosen);
  if (view) draw(host, view, shell);
};

/** Reads the page anew, and says what was done. */
async function again(host: HTMLElement, shell: Shell, message = ''): Promise<void> {
  const fresh = await shell.ask('getMonthEnd', chosen);
  if (fresh && host.isConnected) draw(host, fresh, shell);
  if (message !== '') shell.say(message);
  const heading = host.querySelector('h2');
  if (heading && shell.focusIsLost()) focusOn(heading);
}

function draw(host: HTMLElement, view: MonthEndView, shell: Shell): void {
  const { month, months, name, end, notNow, closed, checks, currencies, items, lists } = view;
  chosen = month;
  const isOpen = closed === '' && notNow === '';
  const ledger = new Map<string, HTMLInputElement>();
  const select = el(
    'select',
    {},
    ...months.map((one) => el('option', { value: one.month }, `${one.name}${one.isClosed ? ' (closed)' : ''}`)),
  );
  select.value = month;
  select.addEventListener('change', () => {
    chosen = select.value;
    void again(host, shell);
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Close a month')),
    el(
      'p',
      { class: 'hint' },
      'Makes a tab with every item that was open on the last day of the month, for your ledger and your auditor. It is never rewritten.',
    ),
    field('Month', select),
    ...(closed === '' ? [] : [closedCard(view)]),
    ...(notNow === '' ? [] : [el('p', { class: 'card question' }, notNow)]),
    ...(checks.length === 0 || (closed !== '' && notNow !== '') ? [] : [checksCard(checks, isOpen)]),
    // Where nothing can be told of the month nothing more is said of it.
    ...(notNow !== '' && closed === '' && currencies.length === 0
      ? []
      : [
          el(
            'h3',
            { class: 'closing-about' },
            closed === '' ? `What the tab will hold: ${count(items, 'open item')}` : 'Told from the sheet now',
          ),
          el('p', { class: 'muted' }, `As of ${inWords(end)}. Currencies are never added.`),
          currencies.length === 0
            ? el('p', { class: 'empty' }, `Nothing was open at the end of ${name}.`)
            : el(
                'div',
                { class: 'closing-currencies' },
                ...currencies.map((one) => currencyCard(one, isOpen ? ledger : null)),
              ),
        ]),
    ...actions(host, view, shell, ledger),
    ...(view.proposals.length > 0 ? [proposalsCard(host, view, shell)] : []),
    ...lists.filter(({ items: own }) => own > 0).map((list) => listCard(list, shell)),
    ...(lists.every(({ items: own }) => own === 0) && items > 0
      ? [
          el(
            'p',
            { class: 'muted closing-none' },
            'No old credits, nothing long past due, nothing to write off, no date moved.',
          ),
        ]
      : []),
  );
}

function inWords(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : longDay(day);
}

function closedCard({ closed, tabs }: MonthEndView): HTMLElement {
  return el(
    'section',
    { class: 'card', 'aria-label': 'The closed month' },
    el('p', {}, closed),
    el(
      'ul',
      { class: 'closing-lines' },
      ...tabs.map(({ tab, on, by, fault }) =>
        el(
          'li',
          {},
          el(
            'div',
            {},
            el('p', { class: 'strong' }, tab),
            el('p', { class: 'small muted' }, [inWords(on), by].filter((part) => part !== '').join(', ')),
            fault ? el('p', { class: 'small' }, fault) : null,
          ),
          fault === null ? null : fault === '' ? pill('As it was made', 'good') : pill('Not as made', 'bad'),
        ),
      ),
    ),
  );
}

function checksCard(checks: readonly string[], isOpen: boolean): HTMLElement {
  return el(
    'section',
    { class: 'card', 'aria-label': 'Before you close' },
    el('h3', {}, isOpen ? 'Before you close' : 'Worth knowing'),
    el('ul', { class: 'closing-checks' }, ...checks.map((check) => el('li', {}, check))),
  );
}

function currencyCard(one: MonthCurrencyView, ledger: Map<string, HTMLInputElement> | null): HTMLElement {
  const {
    currency,
    open,
    overdue,
    ages,
    credits,
    total,
    allowance,
    allowanceMoved,
    invoices,
    ledger: typed,
    inTab,
  } = one;
  const name = nameOf(currency);
  const money = (minor: number): string => formatMoney(minor, currency);
  const row = (label: string, minor: number, kind = ''): HTMLElement =>
    el('tr', { class: kind || null }, el('th', { scope: 'row' }, label), el('td', {}, money(minor)));
  return el(
    'section',
    { class: 'card', 'aria-label': name },
    el('h4', {}, name),
    el(
      'table',
      { class: 'closing-sums' },
      el('caption', { class: 'unseen' }, `Sums in ${name}`),
      el(
        'tbody',
        {},
        row(`Open, ${count(invoices, 'invoice')}`, open),
        ...ages.flatMap((minor, at) => (minor === 0 ? [] : [row(AGES[at] ?? '', minor, 'part')])),
        row('of that overdue', overdue),
        ...(credits === 0 ? [] : [row('Credits and overpayments', credits)]),
        row('Total', total, 'sum'),
        ...(allowance === null ? [] : allowanceRows(allowance, row)),
      ),
    ),
    allowanceMoved === '' ? null : el('p', { class: 'small muted' }, allowanceMoved),
    ...(typed === null ? [] : [el('p', { class: 'small' }, `Ledger when it was closed: ${money(typed)}.`)]),
    ...(inTab === null ? [] : [el('p', { class: 'small' }, inTabInWords(inTab, total, currency))]),
    ...(ledger ? [ledgerField(one, ledger)] : []),
  );
}

function allowanceRows(
  { byAge, insolvent, total }: NonNullable<MonthCurrencyView['allowance']>,
  row: (label: string, minor: number, kind?: string) => HTMLElement,
): HTMLElement[] {
  const parts = insolvent === 0 ? [] : [row('by age', byAge, 'part'), row('more for insolvent', insolvent, 'part')];
  return [row('Allowance', total), ...parts];
}

function nameOf(currency: string): string {
  return shownCurrency(currency) || 'No currency known';
}

/** How the total in the tab compares with what the sheet tells of that day now. */
function inTabInWords(inTab: number, total: number, currency: string): string {
  if (inTab === total) return 'The tab has the same total.';
  const gap = formatMoney(Math.abs(inTab - total), currency);
  return `The tab has ${formatMoney(inTab, currency)}, ${gap} ${inTab > total ? 'more' : 'less'}: something was entered or changed since.`;
}

/** What the ledger shows, and beside it at once how far that is from the sheet. */
function ledgerField({ currency, total }: MonthCurrencyView, ledger: Map<string, HTMLInputElement>): HTMLElement {
  const name = nameOf(currency);
  const input = textInput('', { inputmode: 'decimal' });
  const said = el('p', { class: 'small', role: 'status' });
  ledger.set(currency, input);
  input.addEventListener('input', () => {
    const { amount, fault } = amountOfCell(input.value.trim());
    said.textContent = fault || (amount === null ? '' : ledgerInWords(total, toMinor(amount, currency), currency));
  });
  return el('div', {}, field(`The ledger shows (${name})`, input), said);
}

/** Closing, correcting, and the file. */
function actions(
  host: HTMLElement,
  { month, name, notNow, closed, currencies }: MonthEndView,
  shell: Shell,
  ledger: Map<string, HTMLInputElement>,
): HTMLElement[] {
  const save = async (): Promise<void> => {
    const file = await shell.ask('getMonthFile', month);
    if (file) saveFile(`${file.name}.csv`, csvText(file.rows));
  };
  const close = async (reason: string): Promise<void> => {
    const typed = Object.fromEntries([...ledger].map(([code, input]) => [code, input.value.trim()]));
    const done = await shell.ask('closeMonth', month, typed, reason);
    if (!done) return;
    await again(host, shell, done.message);
  };
  const file = button('Save as a file', save, { kind: 'quiet', busy: 'Reading…' });
  if (notNow !== '') return [el('div', { class: 'actions' }, file)];
  if (closed === '') {
    const asks = (): Promise<boolean> =>
      confirmDialog(
        `Close ${name}?`,
        ['A tab is made with what you see here. It is never rewritten: a mistake is put right in a tab beside it.'],
        'Close the month',
      );
    const press = button(`Close ${name}`, () => close(''), { kind: 'primary', busy: 'Making the tab…', asks });
    return [el('div', { class: 'actions' }, press, file)];
  }
  const reason = textInput('');
  const press = button('Make a correction', () => (reason.value.trim() === '' ? asked() : close(reason.value.trim())), {
    busy: 'Making the tab…',
  });
  const asked = (): void => {
    shell.alert('Say first what was wrong: it stands in the new tab and in AR Log.');
    reason.focus();
  };
  return [
    el('div', { class: 'actions' }, file),
    el(
      'details',
      { class: 'more' },
      el('summary', {}, 'Something in it is wrong'),
      field(
        'What was wrong',
        reason,
        'A second tab is made from the sheet as it is now. The first one stays; the next month is compared with the second.',
      ),
      ...currencies.map((one) => ledgerField(one, ledger)),
      el('div', { class: 'actions' }, press),
    ),
  ];
}

function lineItem(line: MonthLineView, shell: Shell, below: readonly Child[] = []): HTMLElement {
  const { customer, customerKey, invoice, currency, open, why } = line;
  const back: WayBack = { ...shell.backTo('more'), label: 'Close a month', press: () => shell.openPage(closingView) };
  const who =
    customerKey === ''
      ? el('span', { class: 'strong', dir: 'auto' }, customer)
      : button(customer, () => openCard(customerKey, shell, back), {
          kind: 'quiet',
          name: `Open the card of ${customer}`,
        });
  const about = [invoice, why].filter((part) => part !== '').join(' · ');
  return el(
    'li',
    {},
    el('div', {}, who, el('p', { class: 'small muted' }, about), ...below),
    el('span', { class: 'strong' }, formatMoney(open, currency)),
  );
}

function listCard({ title, note, items, totals, lines }: MonthListView, shell: Shell): HTMLElement {
  const more = items - lines.length;
  return el(
    'section',
    { class: 'card', 'aria-label': title },
    el('h3', {}, title),
    el('p', {}, `${count(items, 'item')}: ${totals}`),
    note === '' ? null : el('p', { class: 'small muted' }, note),
    el('ul', { class: 'closing-lines' }, ...lines.map((line) => lineItem(line, shell))),
    more > 0 ? el('p', { class: 'small muted' }, `and ${more} more, in the tab and in the file.`) : null,
  );
}

/** The write-offs of a closed month: who approved which, and the button to do so. */
function proposalsCard(host: HTMLElement, { month, proposals, tabs }: MonthEndView, shell: Shell): HTMLElement {
  const tab = tabs[tabs.length - 1]?.tab ?? '';
  const approve = async (keys: string[]): Promise<void> => {
    const done = await shell.ask('approveWriteOffs', month, keys);
    if (done) await again(host, shell, done.message);
  };
  const undo = async (key: string): Promise<void> => {
    const done = await shell.ask('undoWriteOff', month, key);
    if (done) await again(host, shell, done.message);
  };
  const asks = (one: ProposalView) => (): Promise<boolean> =>
    confirmDialog(
      `Write off ${formatMoney(one.open, one.currency)} of ${one.customer}?`,
      [
        `${[one.invoice, one.why].filter((part) => part !== '').join(': ')}. It is written down in your name, and can be taken back here until your sheet shows it. Your invoice sheet is not written: enter it there.`,
      ],
      'Approve the write-off',
    );
  const waiting = proposals.filter(({ approvedBy }) => approvedBy === '').length;
  return el(
    'section',
    { class: 'card', 'aria-label': 'Write-offs to approve' },
    el('h3', {}, waiting === 0 ? 'Write-offs' : 'Write-offs to approve'),
    el('p', { class: 'small muted' }, `Proposed in ${tab}. An approved one counts in AR History on the day of that.`),
    el(
      'ul',
      { class: 'closing-lines' },
      ...proposals.map((one) =>
        lineItem(one, shell, [
          one.approvedBy === ''
            ? button('Approve', () => approve([one.key]), {
                busy: 'Approving…',
                asks: asks(one),
                name: `Approve the write-off of ${one.invoice || one.customer}`,
              })
            : el(
                'p',
                { class: 'small' },
                `Approved by ${one.approvedBy}, ${inWords(one.approvedOn)} `,
                button('Take back', () => undo(one.key), {
                  ...{ kind: 'quiet', busy: 'Taking back…' },
                  name: `Take back the write-off of ${one.invoice || one.customer}`,
                }),
              ),
          one.typed === ''
            ? null
            : el('p', { class: 'small muted' }, `${one.typed}. The first run of a day takes a name with its day.`),
        ]),
      ),
    ),
  );
}
