// Why this invoice: the decision in one sentence, every rule in order with what it found, what waits, what comes next.
import type { ExplainedInvoice, FoundInvoices, RuleView, WhyView } from '../../entry/sidebar-calls';
import { segmentWords } from '../../receivables/segment-words';
import { DECISIONS } from '../customer/decision-words';
import { openCard } from '../customers/customers';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { button, field, pill } from '../shell/controls';
import { type Child, el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import { linkList } from '../shell/invoice-links';
import type { Shell, View, WayBack } from '../shell/shell';

/** The page being drawn: where, in which frame, and where its way back leads. */
interface Place {
  host: HTMLElement;
  shell: Shell;
  back: WayBack | undefined;
}

/** Explains the invoice under the cursor. */
export async function whyView(host: HTMLElement, shell: Shell): Promise<void> {
  const why = await shell.load(host, 'Reading the selected row…', whyView, 'getWhy');
  if (why) draw({ host, shell, back: undefined }, why);
}

/**
 * Opens the explanation of an invoice.
 * @param key as in the links that the server gives
 * @param back where its way back leads; More when left out
 */
export function openWhy(key: string, shell: Shell, back?: WayBack): void {
  const view: View = async (host) => {
    const why = await shell.load(host, 'Reading the invoice…', view, 'getWhyOf', key);
    if (why) draw({ host, shell, back }, why);
  };
  shell.openPage(view, back);
}

function draw(place: Place, why: WhyView): void {
  const { host, shell } = place;
  const heading = el('h2', {}, 'Why this invoice?');
  const selected = async (): Promise<void> => {
    const found = await shell.ask('getWhy');
    if (found && host.isConnected) redraw(place, found);
  };
  host.replaceChildren(
    el('div', { class: 'view-head' }, heading),
    el(
      'div',
      { class: 'actions' },
      button('Explain the selected row', selected, { kind: 'primary', busy: 'Reading…' }),
    ),
    why.place && el('p', { class: 'hint' }, `Selected: ${why.place}`),
    why.hint && el('p', { class: 'empty' }, why.hint),
    ...(why.invoice ? explained(why.invoice, why, place) : []),
    search(place),
  );
}

function redraw(place: Place, why: WhyView): void {
  const { host, shell } = place;
  draw(place, why);
  const heading = host.querySelector('h2');
  if (heading && shell.focusIsLost()) focusOn(heading);
}

function explained(invoice: ExplainedInvoice, why: WhyView, place: Place): HTMLElement[] {
  return [
    decisionCard(invoice, why, place),
    rulesCard('What was checked', invoice.rules, why.asOf),
    ...invoice.beside.map(({ step, rules }) => rulesCard(step, rules, why.asOf)),
    nextCard(invoice, place),
    ...othersCard(why, place),
  ];
}

function decisionCard(invoice: ExplainedInvoice, { asOf }: WhyView, { shell, back }: Place): HTMLElement {
  const { sheet, row, balance, age, due, customer, segment, decision, sentence } = invoice;
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', sheet, row);
    if (result) shell.say(result.message);
  };
  const again = (): void => openWhy(invoice.key, shell, back);
  const card = (): void =>
    openCard(invoice.customerKey, shell, { tab: back?.tab ?? 'more', label: 'Why', press: again });
  const [word, tone] = DECISIONS[decision];
  const dueWords = due === '' ? 'no due date' : `due ${dayInWords(due, asOf)}`;
  return el(
    'section',
    { class: 'card', 'aria-label': 'Decision' },
    el('div', { class: 'card-head' }, el('h3', { title: invoice.invoice }, invoice.invoice), pill(word, tone)),
    el('p', { class: 'wrap' }, customer),
    el('p', { class: 'muted' }, el('span', { class: 'figure' }, balance), ` · ${age || dueWords}`),
    el(
      'p',
      { class: 'muted small' },
      [age && dueWords, segmentWords(segment)].filter((part) => part !== '').join(' · '),
    ),
    el('p', { class: 'decision' }, sentence),
    el(
      'div',
      { class: 'link-actions' },
      button('Show row', show, { kind: 'quiet', name: `Show row ${row} of ${sheet}` }),
      button('Customer', card, { kind: 'quiet', name: `Customer: ${customer}` }),
    ),
  );
}

function rulesCard(title: string, rules: readonly RuleView[], asOf: string): HTMLElement {
  const failed = rules.filter(({ holds }) => !holds);
  const list = (shown: readonly RuleView[]): HTMLElement =>
    el('ol', { class: 'rules' }, ...shown.map((rule) => ruleItem(rule, asOf)));
  if (failed.length === 0)
    return el(
      'section',
      { class: 'card' },
      el('h2', {}, title),
      el('p', { class: 'hint' }, 'Nothing stops it.'),
      list(rules),
    );
  const holding = rules.length - failed.length;
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, title),
    el('p', { class: 'hint' }, 'What stops it:'),
    list(failed),
    holding > 0 &&
      el(
        'details',
        { class: 'more' },
        el('summary', {}, `${count(holding, 'thing')} checked that ${holding === 1 ? 'does' : 'do'} not stop it`),
        list(rules.filter(({ holds }) => holds)),
      ),
  );
}

/** The mark is a sign and a word, so that nothing hangs on colour. */
function ruleItem({ rule, holds, message, nextDate }: RuleView, asOf: string): HTMLElement {
  return el(
    'li',
    { class: holds ? 'holds' : 'fails' },
    el('span', { class: `mark ${holds ? 'good' : 'bad'}`, 'aria-hidden': 'true' }, holds ? '✓' : '✕'),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'rule' },
        el('span', { class: 'unseen' }, holds ? 'Holds: ' : 'Does not hold: '),
        rule,
        !holds && pill('No', 'bad'),
      ),
      el('p', { class: holds ? 'muted' : '' }, message),
      nextDate !== '' && el('p', { class: 'muted small' }, `Changes on ${dayInWords(nextDate, asOf)}.`),
    ),
  );
}

function nextCard({ key, waiting, next }: ExplainedInvoice, { shell, back }: Place): HTMLElement {
  const parts: Child[] = [el('h2', {}, 'What happens next'), el('p', {}, next)];
  if (waiting) {
    const other = waiting.listsIt ? '' : ' This invoice is not on it.';
    const again = (): void => openWhy(key, shell, back);
    const open = (): void =>
      openReminder(waiting.id, { shell, reviewState: new ReviewState(), back: again, listName: 'why' });
    parts.push(
      el('p', {}, `${waiting.text}${other}`),
      !waiting.listsIt && waiting.leaves !== '' && el('p', { class: 'muted' }, `It ${waiting.leaves}.`),
      button(`Open reminder ${waiting.id}`, open),
    );
  }
  return el('section', { class: 'card' }, ...parts);
}

function othersCard({ others }: WhyView, place: Place): HTMLElement[] {
  if (others.length === 0) return [];
  return [
    el(
      'details',
      { class: 'card' },
      el('summary', {}, `${count(others.length, 'other open invoice')} of this customer`),
      linkList(others, place.shell, (key) => explain(key, place)),
    ),
  ];
}

async function explain(key: string, place: Place): Promise<void> {
  const { host, shell } = place;
  const why = await shell.ask('getWhyOf', key);
  if (!why || !host.isConnected) return;
  redraw(place, why);
  const main = host.closest('main');
  if (main) main.scrollTop = 0;
}

function search(place: Place): HTMLElement {
  const { host, shell } = place;
  const input = el('input', { type: 'search', autocomplete: 'off' });
  const list = el('div', { 'aria-live': 'polite' });
  const find = async (): Promise<void> => {
    if (input.value.trim() === '') {
      shell.alert('Type an invoice number, or a part of it.');
      input.focus();
      return;
    }
    const found = await shell.ask('findInvoices', input.value);
    if (!found || !host.isConnected) return;
    const [only] = found.links;
    if (only && found.links.length === 1) await explain(only.key, place);
    else list.replaceChildren(...results(found, place));
  };
  const form = el(
    'form',
    { class: 'search', role: 'search', 'aria-label': 'Invoices' },
    field('Invoice number or customer', input),
    el('button', { type: 'submit', class: 'button plain' }, 'Find'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void find();
  });
  return el('section', { class: 'card' }, el('h2', {}, 'Another invoice'), form, list);
}

function results({ links, more }: FoundInvoices, place: Place): HTMLElement[] {
  if (links.length === 0) return [el('p', { class: 'empty' }, 'No invoice in the sheet has that number or customer.')];
  return [
    linkList(links, place.shell, (key) => explain(key, place)),
    ...(more > 0 ? [el('p', { class: 'hint' }, `And ${grouped(more)} more. Type more of the number.`)] : []),
  ];
}
