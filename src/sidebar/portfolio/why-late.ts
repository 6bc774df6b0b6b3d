// The page "Why late": overdue money by department, how long disputes and queries take, and invoices that were right at once.
import { CUSTOMER_DEPARTMENT } from '../../dunning/policy/dispute-reasons';
import type { PastDeadlineView, SettlingView, WhyLateView } from '../../entry/sidebar-calls';
import { formatMoney } from '../../receivables/money';
import { openCard } from '../customers/customers';
import { button, pill } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { count, dayInWords } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';
import { percentOf } from './figures';

/** Draws why we are late. */
export const whyLateView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading disputes and queries…', whyLateView, 'getWhyLate');
  if (view) draw(host, view, shell);
};

type Late = WhyLateView['currencies'][number];

function draw(host: HTMLElement, view: WhyLateView, shell: Shell): void {
  const { currencies } = view;
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Why late')),
    el(
      'p',
      { class: 'hint' },
      'What keeps overdue money, by who has to settle it. Disputes and queries come from AR Disputes, departments and days from AR Reasons, which comes with the first dispute noted here.',
    ),
    ...(currencies.length === 0 ? [el('p', { class: 'empty' }, 'Nothing is overdue.')] : currencies.map(causes)),
    settling(view, shell.isWide),
    ...pastDeadline(view, shell),
    firstTime(view),
  );
}

function causes({ currency, overdue, parts, known, ours, theirs }: Late): HTMLElement {
  const totals =
    ours === null || theirs === null
      ? `${known > 0 ? `Only ${percentOf(known)} of it has a reason` : 'None of it has a reason yet'}, so there is no total: note more disputes and queries first.`
      : `Of what has a reason (${percentOf(known)}), ${percentOf(ours)} waits for us and ${percentOf(theirs)} for the customer.`;
  return el(
    'section',
    { class: 'card portfolio-currency', 'aria-label': `Overdue in ${currency}` },
    el('h3', {}, `${formatMoney(overdue, currency)} overdue`),
    el('p', { class: 'muted' }, totals),
    el(
      'ul',
      { class: 'portfolio-lines' },
      ...parts.map(({ department, amount, invoices }) =>
        el(
          'li',
          {},
          el('span', { class: 'strong', dir: 'auto' }, nameOf(department)),
          bar(amount / overdue),
          el(
            'p',
            { class: 'small muted' },
            `${formatMoney(amount, currency)}, ${percentOf(amount / overdue)} · ${count(invoices, 'invoice')}`,
          ),
        ),
      ),
    ),
  );
}

function nameOf(department: string): string {
  if (department === '') return 'Not known';
  return department === CUSTOMER_DEPARTMENT ? 'The customer' : department;
}

function bar(share: number): HTMLElement {
  const part = el('span', {});
  part.style.width = `${100 * share}%`;
  return el('span', { class: 'share-bar', 'aria-hidden': 'true' }, part);
}

function settling({ all, departments }: WhyLateView, isWide: boolean): HTMLElement {
  if (all.resolved + all.open === 0)
    return el(
      'section',
      { class: 'card' },
      el('h3', {}, 'How long it takes'),
      el('p', { class: 'empty' }, 'No dispute or query was noted with a day yet. Note them on the customer’s card.'),
    );
  const lines: Row[] = departments.map((one) => [nameOf(one.department), one]);
  if (departments.length > 1) lines.push(['All', all]);
  return el(
    'section',
    { class: 'card portfolio' },
    el('h3', {}, 'How long it takes'),
    el(
      'p',
      { class: 'muted' },
      'Days from opened to resolved. What is still open is in no median, so its age stands beside.',
    ),
    isWide ? settlingTable(lines) : el('ul', { class: 'portfolio-lines' }, ...lines.map(settlingItem)),
  );
}

type Row = readonly [name: string, figures: Omit<SettlingView, 'department'>];

/** The sidebar is too narrow for seven columns. */
function settlingItem([name, { resolved, median, percentile80, open, oldest, late }]: Row): HTMLElement {
  const took = median === null ? '' : `, half of them within ${days(median)}`;
  const most = percentile80 === null ? '' : `, 4 in 5 within ${days(percentile80)}`;
  const age = oldest === null ? '' : `, the oldest for ${days(oldest)}`;
  return el(
    'li',
    {},
    el('span', { class: 'strong', dir: 'auto' }, name),
    el('p', { class: 'small muted' }, `${resolved} resolved${took}${most}`),
    el('p', { class: 'small muted' }, `${open} open${age}`),
    late > 0 && pill(`${late} past the deadline`, 'bad'),
  );
}

function days(number: number): string {
  return count(number, 'day');
}

function settlingTable(lines: readonly Row[]): HTMLElement {
  const row = ([name, one]: Row): HTMLElement =>
    el(
      'tr',
      {},
      el('th', { scope: 'row', dir: 'auto' }, name),
      ...[one.resolved, one.median, one.percentile80, one.open, one.oldest].map((figure) => cell(figure ?? '')),
      cell(one.late > 0 ? pill(String(one.late), 'bad') : '0'),
    );
  const heads = ['Resolved', 'Median days', '4 in 5 within', 'Open', 'Oldest open', 'Past deadline'];
  return el(
    'div',
    { class: 'wide', tabindex: 0, role: 'region', 'aria-label': 'How long it takes' },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, 'Days to resolve by department'),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'Department'),
          ...heads.map((head) => el('th', { scope: 'col', class: 'right' }, head)),
        ),
      ),
      el('tbody', {}, ...lines.map(row)),
    ),
  );
}

function cell(content: Child | number): HTMLElement {
  return el('td', { class: 'right' }, typeof content === 'number' ? String(content) : content);
}

function pastDeadline({ pastDeadline: lines, asOf }: WhyLateView, shell: Shell): HTMLElement[] {
  if (lines.length === 0) return [];
  const back: WayBack = { ...shell.backTo('more'), label: 'Why late', press: () => shell.openPage(whyLateView) };
  return [
    el(
      'section',
      { class: 'card' },
      el('h3', {}, 'Past the deadline ', pill(String(lines.length), 'bad')),
      el('ul', { class: 'portfolio-lines' }, ...lines.map((line) => lateItem(line, asOf, shell, back))),
    ),
  ];
}

function lateItem(line: PastDeadlineView, asOf: string, shell: Shell, back: WayBack): HTMLElement {
  const { customer, customerKey, invoice, kind, reason, department, owner, deadline } = line;
  const name =
    customerKey === ''
      ? el('span', { class: 'strong' }, customer)
      : button(customer, () => openCard(customerKey, shell, back), {
          kind: 'quiet',
          name: `Open the card of ${customer}`,
        });
  const about = `${kind === 'query' ? 'Query' : 'Dispute'} about ${invoice === '' ? 'everything' : invoice}`;
  const who = [department, owner].filter((part) => part !== '').join(', ');
  return el(
    'li',
    {},
    name,
    el('p', { class: 'small wrap' }, [about, reason].filter((part) => part !== '').join(': ')),
    el(
      'p',
      { class: 'small' },
      el('span', { class: 'past-deadline' }, `was to be settled by ${dayInWords(deadline, asOf)}`),
      who === '' ? '' : ` · ${who}`,
    ),
  );
}

function firstTime({ months, settledAfter }: WhyLateView): HTMLElement {
  const known = months.filter(({ share }) => share !== null).length;
  const shown = months.filter(({ invoices }) => invoices > 0);
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, 'Right the first time'),
    el(
      'p',
      { class: 'muted' },
      `Invoices of a month that nobody disputed or asked about, of all its invoices. Blank until ${settledAfter} days after the month’s end, and for months before the first dispute was noted.`,
    ),
    known === 0 ? el('p', { class: 'empty' }, 'No month counts yet.') : null,
    known > 0
      ? el(
          'ul',
          { class: 'portfolio-lines' },
          ...shown.map(({ month, invoices, right, share }) =>
            el(
              'li',
              {},
              `${monthInWords(month)}: `,
              el('span', { class: 'strong' }, share === null ? 'not yet' : percentOf(share)),
              el(
                'span',
                { class: 'small muted' },
                share === null ? ` · ${count(invoices, 'invoice')}` : ` · ${right} of ${invoices}`,
              ),
            ),
          ),
        )
      : null,
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @example monthInWords('2026-11-01') // 'Nov 2026' */
function monthInWords(iso: string): string {
  return `${MONTHS[Number(iso.slice(5, 7)) - 1] ?? ''} ${iso.slice(0, 4)}`;
}
