// The search over everything: one field, and what was found in groups that open their page.
import type { Hit, HitKind, SearchView } from '../../entry/sidebar-calls';
import { openCard } from '../customers/customers';
import { promisesView } from '../customers/promises';
import { openWhy } from '../explain/why';
import { paymentsView } from '../payments/payments';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { openSentList } from '../sent/sent';
import { openSent } from '../sent/sent-mail';
import { button, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { dateInWords, dayInWords, grouped } from '../shell/format';
import { pageKeys } from '../shell/keys';
import type { Shell, View, WayBack } from '../shell/shell';
import { sentSince } from './since';

/** So many customers are shown. */
const MOST_CUSTOMERS = 8;

const TITLES: Record<HitKind, string> = {
  invoices: 'Invoices',
  waiting: 'Waiting',
  sent: 'Sent',
  agreements: 'Promises, disputes, pauses',
  bank: 'Lines of the bank',
};
const KINDS = Object.keys(TITLES) as HitKind[];

/** The field; Enter opens what it finds. @param text what stands in it */
export function searchField(shell: Shell, text = ''): HTMLElement {
  const input = textInput(text, {
    type: 'search',
    placeholder: shell.isWide ? 'Search' : 'Search everything',
    'aria-label': 'Search everything',
    maxlength: '100',
    title: 'Customer, invoice number, address, reference, amount, words of notes',
  });
  const form = el('form', { role: 'search', class: 'search-all', 'aria-label': 'Everything' }, input);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const words = input.value.trim();
    if (words !== '') void shell.leave(() => openSearch(words, shell));
  });
  return form;
}

/** Opens the page of what holds the words of a text. A question about what was sent seeks its customer. */
function openSearch(text: string, shell: Shell): void {
  const view: View = async (host) => {
    // On the desk the field above the navigation stays in sight.
    if (!shell.isWide) host.replaceChildren(searchField(shell, text));
    const results = el('div', { class: 'search-results' });
    host.append(results);
    const question = sentSince(text, shell.today?.today ?? '');
    const words = question?.search ?? text;
    const found = await shell.load(results, 'Looking everywhere…', () => openSearch(text, shell), 'searchAll', words);
    if (!found) return;
    results.replaceChildren(...resultsOf(found, text, question, shell));
    pageKeys(host, shell, { items: '.search-results .entry', item: 'hit', enter: 'open it' });
  };
  shell.openPage(view);
}

function resultsOf(
  found: SearchView,
  text: string,
  question: ReturnType<typeof sentSince>,
  shell: Shell,
): HTMLElement[] {
  const back: WayBack = { ...shell.backTo('more'), label: 'Search', press: () => openSearch(text, shell) };
  const { customers, totals, more, asOf } = found;
  const asked =
    question &&
    button(
      `Sent to ${question.search || 'everybody'} since ${dateInWords(question.since, asOf)}`,
      () => openSentList(question, shell, back),
      { kind: 'primary' },
    );
  const all = customers.length + more;
  const shown = customers.slice(0, MOST_CUSTOMERS);
  const parts = [
    ...(asked ? [el('div', { class: 'actions' }, asked)] : []),
    ...(all > 0
      ? [
          group(
            'Customers',
            all,
            shown.map(({ key, name, id, match, overdue, open }) => {
              const sums = overdue === '' ? open && `${open} open` : `${overdue} overdue`;
              return entry(name, [id, match, sums].filter(Boolean).join(' · '), () => openCard(key, shell, back));
            }),
          ),
        ]
      : []),
    ...KINDS.flatMap((kind) => {
      const total = totals[kind] ?? 0;
      const hits = found.hits.filter((hit) => hit.kind === kind);
      const allSent =
        kind === 'sent' &&
        button('Show them in Sent', () => openSentList({ search: text }, shell, back), { kind: 'quiet' });
      return total === 0
        ? []
        : [
            group(
              TITLES[kind],
              total,
              hits.map((hit) => hitEntry(hit, asOf, shell, back)),
              allSent,
            ),
          ];
    }),
  ];
  const title = `Found for “${text}”`;
  if (parts.length > 0)
    return [
      shell.isWide ? el('div', { class: 'view-head' }, el('h2', {}, title)) : el('h2', { class: 'unseen' }, title),
      ...parts,
    ];
  return [
    el('h2', {}, `Nothing has “${text}”`),
    el(
      'p',
      { class: 'empty' },
      'Every word is looked for. Try a part of a name, a number without spaces, or an amount such as 4,800.',
    ),
  ];
}

function group(title: string, total: number, entries: HTMLElement[], more: HTMLElement | false = false): HTMLElement {
  return el(
    'section',
    { class: 'entries search-group' },
    el('h2', {}, title, ' ', el('span', { class: 'badge' }, grouped(total))),
    el('ul', {}, ...entries.map((one) => el('li', {}, one))),
    more,
  );
}

function entry(title: string, line: string, open: () => unknown): HTMLElement {
  const element = el(
    'button',
    { type: 'button', class: 'entry' },
    el('span', { class: 'entry-label', dir: 'auto' }, title),
    el('span', { class: 'entry-line', dir: 'auto' }, line),
  );
  element.addEventListener('click', open);
  return element;
}

function hitEntry({ kind, key, title, line }: Hit, asOf: string, shell: Shell, back: WayBack): HTMLElement {
  const dated = line.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => dayInWords(iso, asOf));
  const words =
    kind === 'agreements' ? dated.replace(/(?<= · )\d{4,}(?=\.\d\d( · |$))/, (whole) => grouped(Number(whole))) : dated;
  const reviewState = new ReviewState();
  const sent = async (): Promise<void> => {
    const [found] = (await shell.ask('getSent', { search: key, lines: 1 }))?.lines ?? [];
    if (found) openSent(found, shell, back);
  };
  const opens: Record<HitKind, () => unknown> = {
    invoices: () => openWhy(key, shell, back),
    waiting: () => openReminder(key, { shell, reviewState, back: back.press, listName: 'search' }),
    sent,
    agreements: () => (key === '' ? shell.openPage(promisesView, back) : openCard(key, shell, back)),
    bank: () => shell.openPage(paymentsView, back),
  };
  return entry(title || 'Without a name', words, opens[kind]);
}
