// A row of buttons of which each may open a small form below it, one at a time.
import { button } from './controls';
import { el, freshId } from './dom';

/** A form that opens below its button. */
export interface InlineForm {
  title: string;
  /** What stands in the form. */
  fields: HTMLElement[];
  /** A sentence on what it does; '' for none. */
  hint: string;
  /** The words of the button that does it. */
  submit: string;
  /** Does it; false leaves the form open. */
  act: () => Promise<boolean>;
}

/** A button that does something at once. */
export interface DirectButton {
  label: string;
  act: () => Promise<unknown>;
}

/**
 * The row with its place for forms.
 * @param name of the row, for a screen reader
 * @param entries in the order of the row; a form is made when it is opened
 */
export function buttonRow(
  name: string,
  entries: readonly (DirectButton | { label: string; form: () => InlineForm })[],
): HTMLElement {
  const place = el('div', { class: 'inline-form', id: freshId('form'), hidden: true });
  let open: HTMLButtonElement | null = null;
  const close = (): void => {
    open?.setAttribute('aria-expanded', 'false');
    open = null;
    place.hidden = true;
    place.replaceChildren();
  };
  const toggle = (opener: HTMLButtonElement, form: () => InlineForm): void => {
    const isOpen = open === opener;
    close();
    if (isOpen) return;
    open = opener;
    opener.setAttribute('aria-expanded', 'true');
    place.hidden = false;
    place.append(
      ...drawn(form(), () => {
        close();
        opener.focus();
      }),
    );
    place.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  };
  const buttons = entries.map((entry) => {
    if ('act' in entry) return button(entry.label, entry.act, { busy: 'Saving…' });
    const opener: HTMLButtonElement = button(entry.label, () => toggle(opener, entry.form));
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', place.id);
    return opener;
  });
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    const opener = open;
    close();
    opener.focus();
  });
  return el('div', {}, el('div', { class: 'actions', role: 'group', 'aria-label': name }, ...buttons), place);
}

function drawn(form: InlineForm, close: () => void): HTMLElement[] {
  return [
    el('h3', {}, form.title),
    ...(form.hint === '' ? [] : [el('p', { class: 'muted' }, form.hint)]),
    ...form.fields,
    el(
      'div',
      { class: 'actions' },
      button(form.submit, form.act, { kind: 'primary', busy: 'Saving…' }),
      button('Cancel', close),
    ),
  ];
}
