// The Sent list: who got what, when and by whom; sought and filtered, a page at a time, and as a file.
import { CHANNELS } from '../../dunning/policy/channels';
import type { SentLine, SentRequest, SentView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { button, dateInput, field, textInput } from '../shell/controls';
import { csvText, saveFile } from '../shell/csv';
import { el } from '../shell/dom';
import { count, grouped, momentInWords } from '../shell/format';
import { pageKeys } from '../shell/keys';
import { progress } from '../shell/progress';
import type { Shell, View, WayBack } from '../shell/shell';
import { whose, whoseField } from '../shell/whose';
import { openSent } from './sent-mail';

/** What is sought; kept while the page is left. */
export type Sought = Omit<SentRequest, 'from' | 'lines' | 'owner'> & {
  /** Name of the customer of `key`. */
  customer?: string;
};

/** So many lines of a file are read at a time. */
const FILE_STEP = 1000;

let sought: Sought = {};

/** Opens the Sent list with its filters set. @param back where its way back leads; More when left out */
export function openSentList(filters: Sought, shell: Shell, back?: WayBack): void {
  sought = filters;
  shell.openPage(sentView, back);
}

function asked(): SentRequest {
  const { customer: _, ...rest } = sought;
  const owner = whose();
  return { ...rest, ...(owner === undefined ? {} : { owner }) };
}

/** Draws the Sent list. */
export const sentView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading what was sent…', sentView, 'getSent', asked());
  if (view) draw(host, view, shell);
};

function draw(host: HTMLElement, view: SentView, shell: Shell): void {
  const results = el('div', { class: 'sent-results' });
  const place = el('div');
  let waiting = 0;
  const seek = async (): Promise<void> => {
    window.clearTimeout(waiting);
    const request = asked();
    results.setAttribute('aria-busy', 'true');
    const found = await shell.ask('getSent', request);
    // What is sought by now is another: that reading is under way.
    if (!found || !results.isConnected || JSON.stringify(request) !== JSON.stringify(asked())) return;
    results.removeAttribute('aria-busy');
    results.replaceChildren(...resultsOf(found, shell));
  };
  const change = (next: Partial<Sought>): void => {
    sought = { ...sought, ...next };
    void seek();
  };
  const search = textInput(sought.search ?? '', { type: 'search', maxlength: '100' });
  search.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => change({ search: search.value.trim() }), 400);
  });
  const day = (name: 'since' | 'until'): HTMLInputElement => {
    const input = dateInput(sought[name] ?? '');
    input.addEventListener('change', () => change({ [name]: input.value || undefined }));
    return input;
  };
  const stage = choice([['', 'Every step'], ...view.stages.map((one) => [one, one] as const)]);
  stage.value = sought.stage ?? '';
  stage.addEventListener('change', () => change({ stage: stage.value || undefined }));
  const everybody = button(
    `Only ${sought.customer ?? ''} ×`,
    () => {
      sought = { ...sought, key: undefined, customer: undefined };
      everybody.remove();
      void seek();
    },
    { name: `Only ${sought.customer ?? ''}: show every customer` },
  );
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Sent')),
    el('p', { class: 'hint' }, 'Mails, letters, messages and calls as AR Log has them, the latest first.'),
    ...(sought.key === undefined ? [] : [everybody]),
    el(
      'div',
      { class: 'filters', role: 'search', 'aria-label': 'Sent' },
      field('Customer, invoice, address, words or amount', search),
      whoseField(view.owners, shell, seek),
      field('Since', day('since')),
      field('Until', day('until')),
      view.stages.length > 1 && field('Step', stage),
    ),
    el(
      'div',
      { class: 'actions' },
      button('Save as CSV', () => saveAll(place, shell), { busy: 'Reading…' }),
    ),
    place,
    results,
  );
  results.replaceChildren(...resultsOf(view, shell));
  pageKeys(host, shell, { items: '.sent-line', item: 'line', enter: 'open what was sent' });
}

function resultsOf(view: SentView, shell: Shell): HTMLElement[] {
  if (view.total === 0) {
    const isAll = Object.values(asked()).every((one) => one === undefined || one === '');
    const text = isAll
      ? 'Nothing was sent yet. What leaves, and each call that is recorded, stands here from then on.'
      : 'Nothing that was sent fits this.';
    return [el('p', { class: 'empty' }, text)];
  }
  const list = el('ul', { class: 'sent-list' });
  const add = (lines: readonly SentLine[]): void => list.append(...lines.map((line) => item(line, shell)));
  add(view.lines);
  const more = button('', () => next(), { busy: 'Reading…' });
  const name = (): void => {
    const left = view.total - list.childElementCount;
    more.replaceChildren(`Show more (${grouped(left)} left)`);
    more.hidden = left <= 0;
  };
  const next = async (): Promise<void> => {
    const at = list.childElementCount;
    const page = await shell.ask('getSent', { ...asked(), from: at });
    if (!page || !list.isConnected) return;
    add(page.lines);
    list.children[at]?.querySelector('button')?.focus();
    // The button puts its own words back when this ends.
    setTimeout(name);
  };
  name();
  return [el('p', { class: 'hint', 'aria-live': 'polite' }, count(view.total, 'line')), list, more];
}

function item(line: SentLine, shell: Shell): HTMLElement {
  const { customer, at, by, channel, stage, amounts, to, subject, outcome } = line;
  const open = el(
    'button',
    { type: 'button', class: 'sent-line' },
    el('span', { class: 'sent-customer', dir: 'auto' }, customer),
    el('span', { class: 'sent-amounts figure' }, amounts),
    el('span', { class: 'sent-at' }, momentInWords(at, shell.today?.today ?? '')),
    el('span', { class: 'sent-what' }, [CHANNELS[channel].title, stage, outcome].filter(Boolean).join(' · ')),
    el('span', { class: 'sent-to', dir: 'auto' }, [subject, to].filter(Boolean).join(' · ')),
    el('span', { class: 'sent-by', dir: 'auto' }, by.join(', ')),
  );
  open.addEventListener('click', () =>
    openSent(line, shell, { ...shell.backTo('more'), label: 'Sent', press: () => shell.openPage(sentView) }),
  );
  return el('li', {}, open);
}

const HEADS = ['When', 'Customer', 'Channel', 'Step', 'Amounts', 'Invoices', 'To', 'Subject or note', 'Outcome'];

/** Everything that is sought, read step by step, as a file. */
async function saveAll(place: HTMLElement, shell: Shell): Promise<void> {
  const shown = progress('Reading what was sent');
  place.replaceChildren(shown.element);
  const rows: string[][] = [[...HEADS, 'By', 'Owner', 'Reference']];
  for (;;) {
    const page = await shell.ask('getSent', { ...asked(), from: rows.length - 1, lines: FILE_STEP });
    if (!page || shown.isStopped()) break;
    rows.push(
      ...page.lines.map((one) => [
        ...[one.at, one.customer, CHANNELS[one.channel].title, one.stage, one.amounts, one.invoices],
        ...[one.to, one.subject, one.outcome, one.by.join(', '), one.owner, one.id],
      ]),
    );
    shown.at(rows.length - 1, page.total, 'Lines read');
    if (page.lines.length > 0 && rows.length - 1 < page.total) continue;
    saveFile('sent.csv', csvText(rows));
    shell.say(`Saved ${count(rows.length - 1, 'line')} as sent.csv.`);
    break;
  }
  place.replaceChildren();
}
