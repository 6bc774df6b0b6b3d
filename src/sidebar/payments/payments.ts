// The page Payments: lines of the bank read in, those that are certain accepted at once, the others decided one by one.
import type { PaymentLineView, PaymentsView } from '../../entry/sidebar-calls';
import { dayFromIso, isoOf, shortDay } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import { complain } from '../shell/agreement-fields';
import { button, field, pill, type Tone, textInput } from '../shell/controls';
import { copied } from '../shell/copied';
import { type Child, el, focusOn, markUnsaved } from '../shell/dom';
import { count, dateInWords, grouped } from '../shell/format';
import { buttonRow } from '../shell/inline-form';
import { pageKeys, pressIn } from '../shell/keys';
import type { Shell } from '../shell/shell';
import { change } from '../today/today-sending';
import { accountForm, type FormPlace, placeForm } from './decide-forms';
import { figuresDrawer } from './figures';
import { sendLines } from './reading';
import { partsOf, placesInWords, toBook } from './to-book';

/** So many of a list are drawn; the next ones come when these are decided. */
const SHOWN = 50;

/** Draws Payments. */
export async function paymentsView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the lines of the bank…', paymentsView, 'getPayments');
  if (!view) return;
  const again = async (): Promise<void> => {
    await paymentsView(host, shell);
    void shell.refreshToday();
    const heading = host.querySelector('h2');
    if (heading && host.isConnected && shell.focusIsLost()) focusOn(heading);
  };
  const page: Page = { view, shell, again, asOf: view.asOf, names: new Map(view.names) };
  const isEmpty = view.differences.length + view.lines.length === 0;
  const of = (...states: string[]): PaymentLineView[] => view.lines.filter(({ state }) => states.includes(state));
  const decided = view.lines.filter(({ decision }) => decision !== null).reverse();
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Payments')),
    el(
      'p',
      { class: 'hint' },
      'What the bank shows before it is booked: who has paid is not reminded. Your invoice sheet is not written to.',
    ),
    reader(page, isEmpty),
    ...unread(view),
    ...differences(page),
    ...certain(page, of('proposed')),
    ...section(page, 'To ask about', 'Choose the invoice, or where else it belongs.', of('asked')),
    ...section(page, 'Not known', 'No number, payer or amount says whose these are.', of('new')),
    ...section(page, 'Decided', 'Booked once your sheet shows them; taken back until then.', decided),
    ...ledger(page, [...decided].reverse()),
    ...(isEmpty
      ? []
      : [
          figuresDrawer(shell),
          button('Take rows and words of AR Payments', () => change(shell, again, 'applyLineWords'), {
            busy: 'Applying…',
          }),
        ]),
  );
  pageKeys(host, shell, {
    items: '.bank-line',
    item: 'line',
    enter: '',
    acts: {
      a: { words: 'accept this line', act: (line) => pressIn(line, 'Accept') },
      e: { words: 'choose its invoices', act: (line) => pressIn(line, 'Choose invoices') },
      u: { words: 'take it back', act: (line) => pressIn(line, 'Take back') },
    },
  });
}

interface Page extends FormPlace {
  view: PaymentsView;
  /** Of customers, by key. */
  names: ReadonlyMap<string, string>;
}

/** Where a file is picked or lines are pasted. */
function reader({ view, shell, again }: Page, isOpen: boolean): HTMLElement {
  const file = el('input', { type: 'file' });
  const paste = el('textarea', { rows: 4, spellcheck: 'false' });
  const currency = textInput('', { maxlength: '3' });
  const read = async (): Promise<void> => {
    const picked = file.files?.[0];
    const text = paste.value.trim();
    if (!picked && text === '') {
      complain(shell, 'Pick a file of your bank, or paste lines with their headers.', file);
      return;
    }
    const bytes = picked ? new Uint8Array(await picked.arrayBuffer()) : new TextEncoder().encode(`${text}\n`);
    const said = await sendLines(shell, bytes, picked?.name ?? '', currency.value.trim().toUpperCase(), view);
    if (!said) return;
    await again();
    shell.say(said.slice(0, 1).join(' '));
    if (said.length > 1) shell.alert(said.slice(1).join(' '));
  };
  const body = el(
    'div',
    { class: 'drawer-body' },
    field(
      'File of the bank',
      file,
      'camt.053, MT940, BAI2, OFX, CSV or .xlsx. It stays on this computer; its lines go to your sheet.',
    ),
    field('Or paste lines', paste, 'With the row of headers above: Date, Amount, Payer, Text.'),
    field('Currency of the account', currency, 'Only where the file does not say it.'),
    el('div', { class: 'actions' }, button('Read the lines', read, { kind: 'primary', busy: 'Reading…' })),
  );
  paste.addEventListener('input', () => markUnsaved(body, paste.value.trim() !== ''));
  return el('details', { class: 'drawer', open: isOpen }, el('summary', {}, 'Read lines of the bank'), body);
}

/** Rows of AR Payments that are no lines. */
function unread({ unread: rows }: PaymentsView): HTMLElement[] {
  if (rows.length === 0) return [];
  const list = el(
    'ul',
    {},
    ...rows.slice(0, SHOWN).map(([row, fault]) => el('li', {}, `Row ${row}: ${fault.replace('Not read: ', '')}`)),
  );
  const heading = el('h3', {}, 'Not read ', el('span', { class: 'badge' }, grouped(rows.length)));
  const hint = 'Correct these rows of AR Payments; the next run reads them.';
  return [el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), list)];
}

/** Where the sheet shows another amount than the payments explain: nothing is asked for until somebody says what it is. */
function differences({ view, shell, again }: Page): HTMLElement[] {
  if (view.differences.length === 0) return [];
  const today = dayFromIso(view.asOf) ?? 0;
  const cards = view.differences.map(({ key, invoice, customer, currency, inSheet, before, payments }) => {
    const answer = (isBooked: boolean): Promise<boolean> => change(shell, again, 'settleDifference', key, isBooked);
    const press = (label: string, isBooked: boolean): HTMLElement =>
      button(label, () => answer(isBooked), { busy: 'Noting…', name: `${label}: ${invoice || customer}` });
    const sheet = inSheet === null ? 'has no such row any more' : `shows ${formatMoney(inSheet, currency)} open`;
    const came = payments
      .map(([amount, code, on]) => `${formatMoney(amount, code)} of ${shortDay(on, today)}`)
      .join(', ');
    return el(
      'article',
      { class: 'card bank-line', 'aria-label': `${invoice}, ${customer}` },
      el('div', { class: 'card-head' }, el('h4', { title: customer, dir: 'auto' }, customer), invoice),
      el(
        'p',
        {},
        `Your sheet ${sheet}; before the payments it showed ${formatMoney(before, currency)}. Accepted: ${came}.`,
      ),
      el(
        'div',
        { class: 'actions' },
        press('The sheet holds them', true),
        inSheet !== null && press('Something else changed', false),
      ),
    );
  });
  const hint = 'A credit note, a correction or another payment? Nothing is asked for until you say.';
  const heading = el('h3', {}, 'What is this? ', el('span', { class: 'badge' }, grouped(cards.length)));
  return [el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), ...cards)];
}

/** Those that are certain, with one button for all. */
function certain(page: Page, lines: readonly PaymentLineView[]): HTMLElement[] {
  const { shell, again } = page;
  if (lines.length === 0) return [];
  const accept = async (): Promise<void> => {
    const ids = lines.map(({ id }) => id);
    const result = await shell.ask('acceptLines', ids);
    if (!result) return;
    await again();
    const undo = (): Promise<boolean> => change(shell, again, 'undoLines', ids);
    shell.say(result.message, result.changed > 0 ? { label: 'Undo', press: undo } : undefined);
  };
  const all = button(`Accept all ${grouped(lines.length)}`, accept, { kind: 'primary', busy: 'Accepting…' });
  const hint = 'Two proofs agree on each, to the cent. Each is looked at once more as you press.';
  return section(page, 'Certain', hint, lines, el('div', { class: 'actions' }, all));
}

function section(
  page: Page,
  title: string,
  hint: string,
  lines: readonly PaymentLineView[],
  ...above: Child[]
): HTMLElement[] {
  if (lines.length === 0) return [];
  const heading = el('h3', {}, title, ' ', el('span', { class: 'badge' }, grouped(lines.length)));
  const more =
    lines.length > SHOWN && el('p', { class: 'muted' }, `And ${count(lines.length - SHOWN, 'more line')} after these.`);
  const cards = lines.slice(0, SHOWN).map((line) => card(line, page));
  return [
    el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), ...above, ...cards, more),
  ];
}

/** The columns Amount and Discount of what is to be booked. */
const MONEY_AT = [3, 5];

/** What is accepted, to be pasted into the ledger; amounts with the decimal mark that this browser's language has. */
function ledger({ names, shell }: Page, decided: readonly PaymentLineView[]): HTMLElement[] {
  const book = toBook(decided, names);
  if (book.length === 0) return [];
  const hasComma = (0.5).toLocaleString().includes(',');
  const rows = book.map((row) =>
    row.map((cell, at) => (hasComma && MONEY_AT.includes(at) ? cell.replace('.', ',') : cell)).join('\t'),
  );
  const list = el('textarea', { rows: 4, readonly: true, spellcheck: 'false' });
  list.value = rows.join('\n');
  const copy = async (): Promise<void> =>
    shell.say((await copied(list)) ? 'The list is copied.' : 'The list is marked: press Ctrl+C to copy it.');
  const body = el('div', { class: 'drawer-body' }, field('To book', list), button('Copy the list', copy));
  return [
    el(
      'details',
      { class: 'drawer' },
      el('summary', {}, `Copy ${count(rows.length - 1, 'payment')} to the ledger`),
      body,
    ),
  ];
}

const TONES: Record<string, Tone> = { applied: 'good', booked: 'calm', 'on account': 'info', returned: 'warn' };

function card(line: PaymentLineView, page: Page): HTMLElement {
  const { asOf, names } = page;
  const { decision } = line;
  const name = line.payer || 'Payer not named';
  const amount = formatMoney(line.amount, line.currency);
  const parts = partsOf(line);
  const customers = [...new Set(parts.map(({ customerKey }) => names.get(customerKey) ?? customerKey))].join(', ');
  return el(
    'article',
    { class: 'card bank-line', 'aria-label': `${amount}, ${name}` },
    el(
      'div',
      { class: 'card-head' },
      el('h4', { title: name, dir: 'auto' }, name),
      el('span', { class: 'figure' }, amount),
    ),
    el(
      'p',
      { class: 'meta bank-text' },
      [dateInWords(isoOf(line.on), asOf), line.text].filter((part) => part).join(' · '),
    ),
    parts.length > 0 && el('p', {}, el('strong', {}, placesInWords(parts)), ` · ${customers}`),
    decision
      ? el('p', { class: 'meta' }, pill(line.state, TONES[line.state] ?? 'calm'), ` by ${decision.by}`)
      : el('p', { class: 'why' }, line.why),
    decision ? undo(line, page, amount) : decide(line, page, `${amount} of ${name}`),
  );
}

function undo({ id, decision }: PaymentLineView, { shell, again }: Page, amount: string): HTMLElement | null {
  if (decision?.parts.some(({ bookedOn }) => bookedOn !== null)) return null;
  const press = (): Promise<boolean> => change(shell, again, 'undoLines', [id]);
  return el('div', { class: 'actions' }, button('Take back', press, { busy: 'Working…', name: `Take back ${amount}` }));
}

function decide(line: PaymentLineView, page: Page, name: string): HTMLElement {
  const { view, shell, again } = page;
  const near = view.invoices.filter(({ key }) => line.candidates.includes(key));
  const accept = { label: 'Accept', act: () => change(shell, again, 'acceptLines', [line.id]) };
  const forms = [
    { label: 'Choose invoices', form: () => placeForm({ line, near }, page) },
    ...(line.amount > 0 ? [{ label: 'On account', form: () => accountForm({ line, near }, page) }] : []),
  ];
  const notOurs = { label: 'Not ours', act: () => change(shell, again, 'ignoreLines', [line.id]) };
  return buttonRow(name, [...(line.state === 'proposed' ? [accept] : []), ...forms, notOurs]);
}
