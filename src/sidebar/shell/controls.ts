// The controls every view is made of: buttons that show they are busy, labelled fields, pills, questions to confirm.
import { type Child, el, focusOn, freshId } from './dom';

/** Looks of a button: one `primary` at a time on a view; `quiet` reads like a link. */
export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** What a button may have beside its words. */
export interface ButtonOptions {
  kind?: ButtonKind;
  /** The words while the press is under way. */
  busy?: string;
  /** Asked first; a no leaves everything as it is. */
  asks?: () => Promise<boolean>;
  /** The full name for a screen reader where the words alone do not say which thing is meant. */
  name?: string;
}

/**
 * A button that cannot be pressed twice: while its work is under way it says so and ignores presses.
 * @param label its words
 * @param press the work; a promise keeps the button busy until it ends
 * @example button('Approve', () => approve(id), { kind: 'primary', busy: 'Approving…' })
 */
export function button(label: string, press: () => unknown, options: ButtonOptions = {}): HTMLButtonElement {
  const element = el(
    'button',
    { type: 'button', class: `button ${options.kind ?? 'plain'}`, 'aria-label': options.name },
    label,
  );
  element.addEventListener('click', async () => {
    // aria-disabled, not disabled: a disabled button would lose the keyboard's place.
    if (element.getAttribute('aria-disabled') === 'true') return;
    element.setAttribute('aria-disabled', 'true');
    let timer = 0;
    try {
      if (options.asks && !(await options.asks())) return;
      element.setAttribute('aria-busy', 'true');
      if (options.busy) {
        element.textContent = options.busy;
        timer = countSeconds(element, options.busy);
      }
      await press();
    } finally {
      window.clearInterval(timer);
      element.removeAttribute('aria-disabled');
      element.removeAttribute('aria-busy');
      if (options.busy) element.textContent = label;
    }
  });
  return element;
}

/** Says beside the words of a button how long its work has taken, once that is noticed. @returns the timer to be cleared */
function countSeconds(element: HTMLElement, words: string): number {
  let seconds = 0;
  return window.setInterval(() => {
    seconds += 1;
    if (seconds > 1) element.textContent = `${words} ${seconds} s`;
  }, 1000);
}

/** The colours of a pill; its words carry the meaning. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';

/** A short status in words on a tinted ground. @example pill('Live', 'good') */
export function pill(text: string, tone: Tone = 'calm'): HTMLElement {
  return el('span', { class: `pill ${tone}` }, text);
}

/**
 * A labelled control with an optional hint below that a screen reader reads with it.
 * @param label what is asked for
 * @param control an input, select or textarea
 * @param hint a sentence below; '' for none
 */
export function field(
  label: string,
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  hint: Child = '',
): HTMLElement {
  const id = control.id || freshId('field');
  control.id = id;
  if (!hint) return el('div', { class: 'field' }, el('label', { for: id }, label), control);
  const hintId = `${id}-hint`;
  control.setAttribute('aria-describedby', hintId);
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    control,
    el('div', { class: 'hint', id: hintId }, hint),
  );
}

/** A box to tick, with its words. @param onChange told when it is ticked or not */
export function tickBox(
  label: string,
  onChange: (ticked: boolean) => void = () => {},
): { box: HTMLInputElement; element: HTMLElement } {
  const box = el('input', { type: 'checkbox', id: freshId('tick') });
  box.addEventListener('change', () => onChange(box.checked));
  return { box, element: el('p', { class: 'tick' }, box, el('label', { for: box.id }, ` ${label}`)) };
}

/** A date field. @param value `YYYY-MM-DD` or '' @param min,max the days that may be chosen, '' for no limit */
export function dateInput(value: string, min = '', max = ''): HTMLInputElement {
  const input = el('input', { type: 'date', min: min || null, max: max || null });
  input.value = value;
  return input;
}

/** A line of text. */
export function textInput(value: string, attributes: Record<string, string | boolean> = {}): HTMLInputElement {
  const input = el('input', { type: 'text', autocomplete: 'off', ...attributes });
  input.value = value;
  return input;
}

/** A list to choose from that shows its label to those alone who do not see it. @param options value and words of each */
export function choice<T extends string>(
  label: string,
  options: readonly [T, string][],
  chosen: T,
  choose: (value: T) => void,
  attributes: Record<string, string | boolean> = {},
): HTMLSelectElement {
  const items = options.map(([value, words]) => el('option', { value, selected: value === chosen }, words));
  const select = el('select', { 'aria-label': label, ...attributes }, ...items);
  select.addEventListener('change', () => {
    const [value] = options[select.selectedIndex] ?? [];
    if (value !== undefined) choose(value);
  });
  return select;
}

/**
 * Asks before something that matters, in a dialog that holds the keyboard until it is answered.
 * @param title the question
 * @param parts what will happen, one paragraph each, and what is filled in with it
 * @param yes the words of the button that goes ahead
 * @param no the words of the button that leaves things as they are
 * @returns true when the person said yes; Escape says no
 */
export function confirmDialog(
  title: string,
  parts: (string | HTMLElement)[],
  yes: string,
  no = 'Cancel',
): Promise<boolean> {
  return new Promise((resolve) => {
    const titleId = freshId('dialog');
    const bodyId = `${titleId}-text`;
    const goBackTo = document.activeElement;
    const dialog: HTMLDialogElement = el(
      'dialog',
      { 'aria-labelledby': titleId, 'aria-describedby': bodyId },
      el('h2', { id: titleId }, title),
      el('div', { id: bodyId }, ...parts.map((part) => (typeof part === 'string' ? el('p', {}, part) : part))),
      el(
        'div',
        { class: 'actions' },
        button(no, () => dialog.close('no')),
        button(yes, () => dialog.close('yes'), { kind: 'primary' }),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (goBackTo instanceof HTMLElement && goBackTo.isConnected) goBackTo.focus();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.addEventListener('keydown', (event) => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
  });
}

/**
 * The head of a page that may be read anew: its title, and the button for it; the keyboard stays on the page.
 * @param read draws the page once more
 */
export function headWithAgain(
  title: string,
  host: HTMLElement,
  shell: { focusIsLost(): boolean },
  read: () => Promise<void>,
  { label = 'Look again', ...more }: { label?: string; busy?: string; name?: string } = {},
): HTMLElement {
  const again = async (): Promise<void> => {
    await read();
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
  };
  const press = button(label, again, { kind: 'quiet', busy: 'Looking…', ...more });
  return el('div', { class: 'view-head' }, el('h2', {}, title), press);
}
