// A row of buttons of which each may open a small form below it, one at a time.
import { button, confirmDialog } from './controls';
import { el, freshId, markUnsaved } from './dom';

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
  /** What the button says meanwhile, where it saves nothing. */
  busy?: string;
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
  const mark = (): void => markUnsaved(place, true);
  place.addEventListener('input', mark);
  place.addEventListener('change', mark);
  /** A form that was begun is not closed by pressing something else. */
  const mayClose = async (): Promise<boolean> =>
    !place.hasAttribute('data-unsaved') ||
    confirmDialog('Leave the form?', [`“${open?.textContent ?? ''}” is begun and not recorded.`], 'Leave it', 'Stay');
  const close = (): void => {
    open?.setAttribute('aria-expanded', 'false');
    open = null;
    place.hidden = true;
    place.replaceChildren();
    markUnsaved(place, false);
  };
  const toggle = async (opener: HTMLButtonElement, form: () => InlineForm): Promise<void> => {
    const isOpen = open === opener;
    if (!(await mayClose())) return;
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
    if ('act' in entry) return button(entry.label, entry.act, { busy: entry.busy ?? 'Saving…', asks: mayClose });
    const opener: HTMLButtonElement = button(entry.label, () => toggle(opener, entry.form));
    opener.setAttribute('aria-expanded', 'false');
    opener.setAttribute('aria-controls', place.id);
    return opener;
  });
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    void mayClose().then((may) => {
      if (!may) return;
      const opener = open;
      close();
      opener?.focus();
    });
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
