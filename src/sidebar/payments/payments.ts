// The page Payments: lines of the bank read in, those that are certain accepted at once, the others decided one by one.
import type { PaymentLineView, PaymentsView } from '../../entry/sidebar-calls';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { choice, complain } from '../shell/agreement-fields';
import { button, field, pill, type Tone, textInput } from '../shell/controls';
import { copied } from '../shell/copied';
import { type Child, el, focusOn, markUnsaved } from '../shell/dom';
import { count, dateInWords, grouped } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { change } from '../today/today-sending';
import { sendLines } from './reading';

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
  const page: Page = { view, shell, again };
  const isEmpty =
    view.differences.length + view.certain.length + view.asked.length + view.others.length + view.decided.length === 0;
  host.replaceChildren(
    el('h2', {}, 'Payments'),
    el(
      'p',
      { class: 'hint' },
      'What the bank shows before it is booked: who has paid is not reminded. Your invoice sheet is not written to.',
    ),
    reader(page, isEmpty),
    ...differences(page),
    ...certain(page),
    ...section(page, 'To ask about', 'Choose the invoice, or where else it belongs.', view.asked),
    ...section(page, 'Not known', 'No number, payer or amount says whose these are.', view.others),
    ...section(page, 'Decided', 'Booked once your sheet shows them; taken back until then.', view.decided),
    ...ledger(page),
    ...(isEmpty
      ? []
      : [button('Apply the column Decide', () => change(shell, again, 'applyLineWords'), { busy: 'Applying…' })]),
  );
}

interface Page {
  view: PaymentsView;
  shell: Shell;
  again: () => Promise<void>;
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
    const said = await sendLines(shell, bytes, picked?.name ?? '', currency.value.trim().toUpperCase(), view.asOf);
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
      'camt.053, MT940, BAI2, OFX or CSV. It stays on this computer; its lines go to your sheet.',
    ),
    field('Or paste lines', paste, 'With the row of headers above: Date, Amount, Payer, Text.'),
    field('Currency of the account', currency, 'Only where the file does not say it.'),
    el('div', { class: 'actions' }, button('Read the lines', read, { kind: 'primary', busy: 'Reading…' })),
  );
  paste.addEventListener('input', () => markUnsaved(body, paste.value.trim() !== ''));
  return el('details', { class: 'drawer', open: isOpen }, el('summary', {}, 'Read lines of the bank'), body);
}

/** Where the sheet shows another amount than the payments explain: nothing is asked for until somebody says what it is. */
function differences({ view, shell, again }: Page): HTMLElement[] {
  if (view.differences.length === 0) return [];
  const cards = view.differences.map(({ key, invoice, customer, isInSheet, inSheet, before, payments }) => {
    const answer = (isBooked: boolean): Promise<boolean> => change(shell, again, 'settleDifference', key, isBooked);
    const press = (label: string, isBooked: boolean): HTMLElement =>
      button(label, () => answer(isBooked), { busy: 'Noting…', name: `${label}: ${invoice || customer}` });
    const sheet = isInSheet ? `shows ${inSheet} open` : 'has no such row any more';
    return el(
      'article',
      { class: 'card bank-line', 'aria-label': `${invoice}, ${customer}` },
      el('div', { class: 'card-head' }, el('h4', { title: customer, dir: 'auto' }, customer), invoice),
      el('p', {}, `Your sheet ${sheet}; before the payments it showed ${before}. Accepted: ${payments.join(', ')}.`),
      el(
        'div',
        { class: 'actions' },
        press('The sheet holds them', true),
        isInSheet && press('Something else changed', false),
      ),
    );
  });
  const hint = 'A credit note, a correction or another payment? Nothing is asked for until you say.';
  const heading = el('h3', {}, 'What is this? ', el('span', { class: 'badge' }, grouped(cards.length)));
  return [el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), ...cards)];
}

/** Those that are certain, with one button for all. */
function certain({ view, shell, again }: Page): HTMLElement[] {
  const lines = view.certain;
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
  return section({ view, shell, again }, 'Certain', hint, lines, el('div', { class: 'actions' }, all));
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
function ledger({ view, shell }: Page): HTMLElement[] {
  if (view.toBook.length === 0) return [];
  const hasComma = (0.5).toLocaleString().includes(',');
  const rows = view.toBook.map((row) =>
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
  const { asOf } = page.view;
  const isDecided = line.candidates.length === 0 && line.by !== '';
  const name = line.payer || 'Payer not named';
  return el(
    'article',
    { class: 'card bank-line', 'aria-label': `${line.amount}, ${name}` },
    el(
      'div',
      { class: 'card-head' },
      el('h4', { title: name, dir: 'auto' }, name),
      el('span', { class: 'figure' }, line.amount),
    ),
    el('p', { class: 'meta bank-text' }, `${dateInWords(line.date, asOf)} · ${line.text}`),
    line.places !== '' && el('p', {}, el('strong', {}, line.places), line.customer && ` · ${line.customer}`),
    isDecided
      ? el('p', { class: 'meta' }, pill(line.state, TONES[line.state] ?? 'calm'), ` by ${line.by}`)
      : el('p', { class: 'why' }, line.why),
    isDecided ? undo(line, page) : decide(line, page, name),
  );
}

function undo(line: PaymentLineView, { shell, again }: Page): HTMLElement | null {
  if (!line.canUndo) return null;
  const press = (): Promise<boolean> => change(shell, again, 'undoLines', [line.id]);
  return el(
    'div',
    { class: 'actions' },
    button('Take back', press, { busy: 'Working…', name: `Take back ${line.amount}` }),
  );
}

function decide(line: PaymentLineView, page: Page, name: string): HTMLElement {
  const { shell, again } = page;
  const accept = { label: 'Accept', act: () => change(shell, again, 'acceptLines', [line.id]) };
  const forms = [
    ...(line.candidates.length > 0 ? [{ label: 'Choose invoices', form: () => placeForm(line, page) }] : []),
    ...(line.money > 0 ? [{ label: 'On account', form: () => accountForm(line, page) }] : []),
  ];
  const notOurs = { label: 'Not ours', act: () => change(shell, again, 'ignoreLines', [line.id]) };
  return buttonRow(`${line.amount} of ${name}`, [...(line.state === 'proposed' ? [accept] : []), ...forms, notOurs]);
}

/** Invoices to choose, each with an amount, and what is left of the line. */
function placeForm(line: PaymentLineView, { shell, again, view }: Page): InlineForm {
  const left = el('p', { role: 'status', class: 'muted' });
  const rows = line.candidates.map((candidate) => {
    const box = el('input', { type: 'checkbox' });
    const amount = textInput('', { inputmode: 'decimal', 'aria-label': `Amount for ${candidate.invoice}` });
    const due = candidate.due === '' ? '' : `, due ${dateInWords(candidate.due, view.asOf)}`;
    const label = el('label', {}, box, ` ${candidate.invoice}, ${candidate.openText}${due}`);
    return { candidate, box, amount, element: el('li', {}, label, amount) };
  });
  const money = ({ amount }: (typeof rows)[number]): number => amountOfCell(amount.value).amount ?? 0;
  const rest = (): number =>
    rows.reduce(
      (sum, row) => (row.box.checked ? sum - Math.round(money(row) * 1000) : sum),
      Math.round(line.money * 1000),
    ) / 1000;
  const tell = (): void =>
    left.replaceChildren(`Left of the line: ${rest().toFixed(2)}${rest() > 0 ? ' (goes on account)' : ''}`);
  for (const row of rows) {
    row.box.addEventListener('change', () => {
      // What fits of what is still left, so that nothing is typed in the usual case.
      const free = rest() + (row.box.checked ? money(row) : 0);
      row.amount.value = row.box.checked ? String(Math.min(row.candidate.open, free)) : '';
      tell();
    });
    row.amount.addEventListener('input', () => {
      row.box.checked = row.amount.value !== '';
      tell();
    });
  }
  tell();
  return {
    title: 'Which invoices?',
    fields: [el('ul', { class: 'candidates' }, ...rows.map(({ element }) => element)), left],
    hint: 'What is less than an invoice is a part payment: the rest stays open.',
    submit: 'Put it there',
    act: async () => {
      const chosen = rows.filter(({ box }) => box.checked);
      const [first] = rows;
      if (chosen.length === 0 && first) return complain(shell, 'Choose at least one invoice.', first.box) !== null;
      const wrong = chosen.find(({ amount }) => amountOfCell(amount.value).amount === null);
      if (wrong) return complain(shell, 'Write the amount in figures, such as 1200.50.', wrong.amount) !== null;
      const places = chosen.map((row) => ({ key: row.candidate.key, amount: money(row) }));
      return change(shell, again, 'placeLine', line.id, places);
    },
  };
}

/** Whose account it is. */
function accountForm(line: PaymentLineView, { shell, again, view }: Page): InlineForm {
  const near = new Set(line.candidates.map(({ customerKey }) => customerKey));
  const sorted = [...view.customers].sort((a, b) => Number(near.has(b[0])) - Number(near.has(a[0])));
  const who = choice([['', 'Choose a customer'] as const, ...sorted]);
  return {
    title: 'On whose account?',
    fields: [field('Customer', who)],
    hint: 'It is set against what the customer owes, and no invoice is closed by it.',
    submit: 'Put it on account',
    act: async () => {
      if (who.value === '') return complain(shell, 'Choose the customer whose money it is.', who) !== null;
      return change(shell, again, 'lineOnAccount', line.id, who.value);
    },
  };
}
