// The long lists of a customer's card: open invoices with their decision, and the history; a part at a time.
import type { CustomerInvoiceView, CustomerView, HistoryLineView } from '../../entry/sidebar-calls';
import { complain } from '../shell/agreement-fields';
import { button, field, pill, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { count, dateInWords, dayInWords, lateness, momentInWords } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';
import { DECISIONS } from './decision-words';
import type { Changed } from './mark-forms';

/** So many rows are drawn at once. */
const ROWS_AT_ONCE = 20;

/**
 * A list of which a part is drawn, with a button for more that keeps the keyboard in place.
 * @param draw one row
 */
function longList<T>(rows: readonly T[], name: string, draw: (row: T) => HTMLElement): HTMLElement[] {
  const list = el('ul', { class: 'rows-list', 'aria-label': name });
  const more = button('', () => add(), { kind: 'quiet' });
  const add = (): void => {
    const from = list.childElementCount;
    const added = rows.slice(from, from + ROWS_AT_ONCE).map(draw);
    list.append(...added);
    const left = rows.length - list.childElementCount;
    more.textContent = `Show ${Math.min(left, ROWS_AT_ONCE)} more of ${left}`;
    more.hidden = left <= 0;
    if (from > 0 && left <= 0) added[0]?.querySelector<HTMLElement>('button')?.focus();
  };
  add();
  return [list, more];
}

/** All open invoices, each with what is decided about it. */
export function invoicesCard(customer: CustomerView, shell: Shell, changed: Changed): HTMLElement {
  const { invoices } = customer;
  if (invoices.length === 0)
    return el('section', { class: 'card' }, el('h3', {}, 'Invoices'), el('p', { class: 'muted' }, 'None is open.'));
  const draw = (invoice: CustomerInvoiceView): HTMLElement => invoiceRow(invoice, customer, shell, changed);
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, count(invoices.length, 'open invoice')),
    ...longList(invoices, 'Open invoices', draw),
  );
}

function invoiceRow(
  one: CustomerInvoiceView,
  { key, sheet, asOf }: CustomerView,
  shell: Shell,
  changed: Changed,
): HTMLElement {
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', sheet, one.row);
    if (result) shell.say(result.message);
  };
  const [words, tone] = DECISIONS[one.decision];
  const moved = one.dueBefore
    ? ` (${dateInWords(one.dueBefore, asOf)} when first reminded: figures count from that)`
    : '';
  const due =
    one.due === '' ? 'no due date' : `due ${dateInWords(one.due, asOf)}${moved}, ${lateness(one.daysPastDue)}`;
  const day = dayInWords(one.nextDate, asOf);
  // Most sentences name the day themselves.
  const next = one.nextDate === '' || one.why.includes(day) ? '' : ` It changes on ${day}.`;
  return el(
    'li',
    {},
    el(
      'div',
      { class: 'row-head' },
      button(one.invoice, show, { kind: 'quiet', name: `Show invoice ${one.invoice} in the sheet` }),
      el('span', { class: 'figure' }, one.balance),
    ),
    el('p', { class: 'hint' }, one.credit ? 'credit' : due, ' ', pill(words, tone)),
    el('p', { class: 'hint' }, `${one.why}${next}`),
    one.document ? sendAgain(key, [one.invoice], shell, changed) : null,
  );
}

/** The button that plans a mail with the documents of invoices once more, for a person to read. */
export function sendAgain(key: string, invoices: readonly string[], shell: Shell, changed: Changed): HTMLElement {
  const name = `Send again: ${invoices.length === 0 ? 'all invoices' : invoices.join(', ')}`;
  const plan = async (): Promise<void> => {
    const result = await shell.ask('planWord', key, 'Invoice copy', [...invoices]);
    if (result) await changed(result.message);
  };
  return el('div', { class: 'actions' }, button('Send again', plan, { busy: 'Planning…', kind: 'quiet', name }));
}

/** The history: who did what, when, on what facts. */
export function historyCard(
  { key, history, historyMore, asOf }: CustomerView,
  shell: Shell,
  changed: Changed,
): HTMLElement {
  const draw = (line: HistoryLineView): HTMLElement => historyRow(line, asOf, takeBackRow(line, key, shell, changed));
  const older = historyMore > 0 ? el('p', { class: 'muted' }, `${count(historyMore, 'older event')} in AR Log.`) : null;
  return el(
    'details',
    { class: 'card history' },
    el('summary', {}, `History (${count(history.length + historyMore, 'event')})`),
    ...(history.length > 0
      ? longList(history, 'History', draw)
      : [el('p', { class: 'muted' }, 'Nothing happened yet.')]),
    older,
  );
}

/** The button that takes a reminder back, with its form; null where nothing can be taken back. */
function takeBackRow(
  { what, takesBack, message }: HistoryLineView,
  key: string,
  shell: Shell,
  changed: Changed,
): HTMLElement | null {
  if (message !== '') {
    const undo = async (): Promise<void> => {
      const result = await shell.ask('undoNoticed', message);
      if (result) await changed(result.message);
    };
    return el(
      'div',
      { class: 'actions' },
      button('Take back', undo, { busy: 'Taking back…', name: `Take back: ${what}` }),
    );
  }
  if (takesBack === '') return null;
  const form = (): InlineForm => {
    const why = textInput('');
    const word = wordTick('Apology', key, shell);
    return {
      title: 'Take it back',
      hint: 'Its step is to be done again. What left has left: a contact still counts for the gap.',
      fields: [field('Why', why), word.element],
      submit: 'Take back',
      act: async () => {
        if (why.value.trim() === '') {
          complain(shell, 'Say why it is taken back, so that others know.', why);
          return false;
        }
        const result = await shell.ask('voidReminder', takesBack, why.value.trim());
        if (result) await changed(await word.after(result.message));
        return result !== undefined;
      },
    };
  };
  return buttonRow(`Take back: ${what}`, [{ label: 'Take back…', form }]);
}

function historyRow({ at, who, what, facts }: HistoryLineView, asOf: string, action: HTMLElement | null): HTMLElement {
  return el(
    'li',
    {},
    el('p', { class: 'hint' }, `${momentInWords(at, asOf)}, ${who}`),
    el('p', { class: 'strong' }, what),
    facts === '' ? null : el('p', { class: 'hint wrap' }, facts),
    action,
  );
}
