// The page Risk and credit: how likely each customer's money is very late and why, limits with what is used of them, days to come.
import { isoOf } from '../../receivables/day';
import { RISK_BANDS, type RiskBand } from '../../receivables/forecast/risk-bands';
import { formatMoney, NO_CURRENCY, toDecimal } from '../../receivables/money';
import { roundMoney } from '../ahead/cash-chart';
import { openCard } from '../customers/customers';
import type { Ahead } from '../expected/ahead-book';
import { readAgain, readAhead } from '../expected/read-ahead';
import { LATE_CHOICES, type LateChoice, type RiskBook, type RiskRow, riskBook } from '../expected/risk-rows';
import { button, field, pill, type Tone } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { count, dayInWords } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';
import { whose, whoseField } from '../shell/whose';

/** So many rows are drawn; a file has all. */
const MOST_ROWS = 200;
/** A day so near is one to see to. */
const SOON = 30;

type Keep = (row: RiskRow, asOf: number) => boolean;

const FILTERS: readonly [value: string, label: string, keep: Keep][] = [
  ['', 'Everybody', () => true],
  ...[...RISK_BANDS]
    .reverse()
    .map(({ band, word }): [string, string, Keep] => [band, word, (row) => row.band === band]),
  ['none', 'Without a band', ({ band }) => band === null],
  ['past', 'Over the limit', ({ isPast }) => isPast],
  ['terms', 'Terms to review', ({ terms }) => terms !== ''],
  ['day', `A day within ${SOON} days`, ({ nextDay }, asOf) => nextDay !== null && nextDay <= asOf + SOON],
  ['hold', 'On credit hold', ({ notes }) => notes[0]?.startsWith('On credit hold') ?? false],
];

const none = Number.POSITIVE_INFINITY;
const most = (figure: number | null | undefined): number => -(figure ?? -1);

const ORDERS: readonly [value: string, label: string, of: (row: RiskRow) => number][] = [
  ['late', 'Expected late', ({ lateAmount }) => most(lateAmount)],
  ['band', 'Risk', ({ band }) => most(RISK_BANDS.findIndex((one) => one.band === band))],
  ['open', 'Open', ({ open }) => -open],
  ['limit', 'Limit used', ({ use }) => most(use?.share)],
  ['day', 'Next day', ({ nextDay }) => nextDay ?? none],
];

/** What is chosen; kept while the page is left. */
const chosen: { days: LateChoice; filter: string; order: string } = { days: 30, filter: '', order: 'late' };

/** Draws the page. */
export const riskView: View = async (host, shell) => {
  const ahead = await readAhead(host, shell, riskView, true);
  if (ahead) draw(host, ahead, shell);
};

function draw(host: HTMLElement, ahead: Ahead, shell: Shell): void {
  let book = riskBook(ahead, chosen.days);
  const asOf = isoOf(ahead.asOf);
  const notice = el('p', { class: 'hint' });
  const list = el('div', { class: 'portfolio', 'aria-live': 'polite' });
  const shown = (): RiskRow[] => {
    const keep = FILTERS.find(([value]) => value === chosen.filter)?.[2] ?? (() => true);
    const by = ORDERS.find(([value]) => value === chosen.order)?.[2] ?? (() => 0);
    const owner = whose();
    const rows = book.rows.filter((row) => keep(row, ahead.asOf) && (owner === undefined || row.owner === owner));
    return rows.sort((a, b) => by(a) - by(b) || b.open - a.open || (a.name < b.name ? -1 : 1));
  };
  const fill = (): void => {
    const rows = shown();
    notice.textContent = noticeOf(book, chosen.days);
    const parts = rows.slice(0, MOST_ROWS);
    const nothing =
      book.rows.length === 0 ? 'Nothing is open, and nobody has a limit.' : 'Nobody fits what is chosen above.';
    list.replaceChildren(
      ...(rows.length === 0 ? [el('p', { class: 'empty' }, nothing)] : []),
      ...(rows.length === 0 ? [] : [shell.isWide ? table(parts, shell) : cards(parts, shell)]),
      ...(rows.length > MOST_ROWS
        ? [el('p', { class: 'muted' }, `and ${count(rows.length - MOST_ROWS, 'more row')}, which the file has.`)]
        : []),
    );
  };
  const save = (): void => {
    const name = `risk-and-credit-${asOf}.csv`;
    saveFile(name, riskCsv(shown(), chosen.days));
    shell.say(`Saved ${name}.`);
  };
  const pick = (
    label: string,
    value: string,
    options: readonly (readonly [string, string, ...unknown[]])[],
    changed: (value: string) => void,
  ) => {
    const select = el('select', {}, ...options.map(([one, words]) => el('option', { value: one }, words)));
    select.value = value;
    select.addEventListener('change', () => {
      changed(select.value);
      fill();
    });
    return field(label, select);
  };
  fill();
  const late = LATE_CHOICES.map((days): [string, string] => [String(days), `over ${days} days past due`]);
  const owners = whoseField(
    book.rows.map(({ owner }) => owner),
    shell,
    fill,
  );
  host.replaceChildren(
    el(
      'div',
      { class: 'view-head' },
      el('h2', {}, 'Risk and credit'),
      el('span', { class: 'muted' }, dayInWords(asOf, '')),
    ),
    el(
      'p',
      { class: 'hint' },
      'How likely what is open comes very late, by how such invoices were paid here. For your team alone: no mail says any of it, and nobody is put on hold by it.',
    ),
    notice,
    el(
      'div',
      { class: 'risk-choices' },
      pick('Show', chosen.filter, FILTERS, (value) => {
        chosen.filter = value;
      }),
      pick('Sort by', chosen.order, ORDERS, (value) => {
        chosen.order = value;
      }),
      pick('Late is', String(chosen.days), late, (value) => {
        chosen.days = LATE_CHOICES.find((days) => String(days) === value) ?? chosen.days;
        book = riskBook(ahead, chosen.days);
      }),
      ...(owners ? [owners] : []),
    ),
    list,
    el('div', { class: 'actions' }, button('Save as CSV', save), readAgain(host, shell, riskView)),
  );
}

/** What bands rest on, or why there are none. @example noticeOf({ rows, events: 7, isTold: false, isPaid: true }, 30) */
export function noticeOf({ rows, events, isTold, isPaid }: RiskBook, days: LateChoice): string {
  if (rows.length === 0) return '';
  if (!isPaid)
    return 'No bands: nothing was paid here yet on a day that is known. Map the column with the day of payment under Set-up.';
  if (isTold) return `${count(events, 'invoice')} were over ${days} days late here: that is what the bands rest on.`;
  const less = days === 30 ? ' Choose 7 days, which more of them may have been.' : '';
  return `Only ${count(events, 'invoice')} ${events === 1 ? 'was' : 'were'} ever over ${days} days late here, too few to tell bands by.${less}`;
}

const TONES: Record<RiskBand, Tone> = { low: 'good', watch: 'calm', high: 'warn', 'very high': 'bad' };

function bandPill({ band }: RiskRow): HTMLElement | null {
  const word = RISK_BANDS.find((one) => one.band === band)?.word;
  return band && word ? pill(word, TONES[band]) : null;
}

function cardButton({ key, name }: RiskRow, shell: Shell): HTMLElement {
  const back: WayBack = { ...shell.backTo('more'), label: 'Risk and credit', press: () => shell.openPage(riskView) };
  return button(name, () => openCard(key, shell, back), { kind: 'quiet', name: `Open the card of ${name}` });
}

/** The frequency and its reason without the band's name, which stands beside it. */
function reasonOf({ band, why }: RiskRow): string {
  const reason = band === null ? why : why.slice(why.indexOf(': ') + 2);
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}

function sentences(row: RiskRow): HTMLElement[] {
  const { terms, limit, isPast, notes } = row;
  return [
    ...(limit === ''
      ? []
      : [el('p', { class: 'small' }, isPast ? pill('Over the limit', 'bad') : null, isPast ? ' ' : '', limit)]),
    ...(terms === '' ? [] : [el('p', { class: 'small' }, terms)]),
    ...(notes.length === 0 ? [] : [el('p', { class: 'small muted' }, notes.join(' '))]),
  ];
}

function lateInWords({ lateAmount, currency }: RiskRow): string {
  return lateAmount === null ? '' : roundMoney(lateAmount, currency);
}

function table(rows: readonly RiskRow[], shell: Shell): HTMLElement {
  const heads = ['Customer', 'Risk', 'Open', 'Expected late', 'Paid here', 'Limit, terms and days'];
  const isFigure = (head: string): boolean => head === 'Open' || head === 'Expected late' || head === 'Paid here';
  return el(
    'div',
    { class: 'wide risk-table', tabindex: 0, role: 'region', 'aria-label': 'Risk and credit by customer' },
    el(
      'table',
      {},
      el('caption', { class: 'unseen' }, 'Risk and credit by customer'),
      el(
        'thead',
        {},
        el('tr', {}, ...heads.map((head) => el('th', { scope: 'col', class: isFigure(head) ? 'right' : null }, head))),
      ),
      el(
        'tbody',
        {},
        ...rows.map((row) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row', dir: 'auto' }, cardButton(row, shell)),
            el('td', {}, bandPill(row), el('p', { class: 'small' }, reasonOf(row))),
            el('td', { class: 'right' }, formatMoney(row.open, row.currency)),
            el('td', { class: 'right' }, lateInWords(row)),
            el('td', { class: 'right' }, String(row.paidCount)),
            el('td', {}, ...sentences(row)),
          ),
        ),
      ),
    ),
  );
}

function cards(rows: readonly RiskRow[], shell: Shell): HTMLElement {
  return el(
    'ul',
    { class: 'portfolio-lines' },
    ...rows.map((row) =>
      el(
        'li',
        {},
        cardButton(row, shell),
        ' ',
        bandPill(row),
        el(
          'p',
          { class: 'small strong' },
          `${formatMoney(row.open, row.currency)} open${row.lateAmount === null ? '' : `, ${lateInWords(row)} expected late`}`,
        ),
        row.why === '' ? null : el('p', { class: 'small' }, reasonOf(row)),
        ...sentences(row),
      ),
    ),
  );
}

/** The rows as a file; amounts as plain numbers. */
export function riskCsv(rows: readonly RiskRow[], days: LateChoice): string {
  const heads = ['Customer', 'Owner', 'Currency', 'Open', 'Overdue', 'Risk', `Expected over ${days} days late`];
  const plain = (minor: number | null, currency: string): string =>
    minor === null ? '' : String(toDecimal(minor, currency));
  return csvText([
    [...heads, 'Paid invoices', 'Why', 'Terms', 'Limit', 'Limit currency', 'Limit used', 'Limit in words', 'Notes'],
    ...rows.map(({ currency, use, ...row }) => [
      ...[row.name, row.owner, currency === NO_CURRENCY ? '' : currency],
      ...[plain(row.open, currency), plain(row.overdue, currency), row.band ?? '', plain(row.lateAmount, currency)],
      ...[String(row.paidCount), row.why, row.terms],
      ...(use
        ? [plain(use.limit, use.currency), use.currency, use.share === null ? '' : use.share.toFixed(4)]
        : ['', '', '']),
      ...[row.limit, row.notes.join(' ')],
    ]),
  ]);
}
