// Correcting one mail by hand: recipients and words, in the policy's text or in another one that is chosen here.
import type { ReminderView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { button, confirmDialog, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';

type Mail = NonNullable<ReminderView['mail']>;

/** What the editor needs of the opened reminder. */
export interface EditorContext {
  shell: Shell;
  /** Saves the changes, shows what the server made of them, and says so. */
  save: () => Promise<unknown>;
  /** Told whenever something was typed. */
  typed: () => void;
  /** Shows the mail again as it was. */
  cancelled: () => void;
}

/** The editor in place of the mail. */
export interface MailEditor {
  elements: HTMLElement[];
  /** Where the keyboard begins. */
  first: HTMLElement;
  /** Whether there are words nobody has saved yet. */
  unsaved: () => boolean;
  /** Stores the changes; undefined where they cannot be stored, which the person is told. */
  store: () => Promise<(ReminderView & { message: string }) | undefined>;
}

/** Makes the editor of a reminder's mail. */
export function mailEditor(
  { id, seq }: ReminderView,
  mail: Mail,
  { shell, save, typed, cancelled }: EditorContext,
): MailEditor {
  const to = textInput(mail.to, { inputmode: 'email', spellcheck: 'false' });
  const cc = textInput(mail.cc, { inputmode: 'email', spellcheck: 'false' });
  const words = wordFields(id, mail, shell, typed);
  const store: MailEditor['store'] = async () => {
    if (to.value.trim() === '') {
      shell.alert('A mail needs an address in “To”.');
      to.focus();
      return undefined;
    }
    return shell.ask('editReminder', id, {
      to: to.value.trim(),
      cc: cc.value.trim(),
      ...(await words.read()),
      seen: seq,
    });
  };
  for (const control of [to, cc]) control.addEventListener('input', typed);
  for (const control of words.controls) control.addEventListener('input', typed);
  return {
    elements: [
      el('h2', {}, 'Edit this mail'),
      field('To', to),
      field('CC', cc),
      ...words.elements,
      el(
        'div',
        { class: 'actions' },
        button('Save changes', save, { kind: 'primary', busy: 'Saving…' }),
        button('Cancel', cancelled),
      ),
    ],
    first: to,
    store,
    unsaved: () => to.value !== mail.to || cc.value !== mail.cc || words.changed(),
  };
}

/** Which text, its subject and its body. */
function wordFields(id: string, { draft, texts }: Mail, shell: Shell, typed: () => void) {
  const subject = textInput(draft.subject);
  const body = el('textarea', { rows: 14 });
  body.value = draft.body;
  const text = choice(
    texts.names.map((name) => [name, name === texts.policy ? `${name} (the usual one)` : name] as const),
  );
  text.value = texts.chosen;
  let chosen = texts.chosen;
  // What was loaded last: words beside it are a person's own.
  let loaded = draft;
  let loading: Promise<void> = Promise.resolve();
  const isOwn = (): boolean => subject.value !== loaded.subject || body.value !== loaded.body;
  const mayReplace = async (): Promise<boolean> =>
    !isOwn() ||
    confirmDialog('Replace your words?', ['The other text takes the place of what you wrote here.'], 'Replace', 'Keep');
  const load = async (name: string): Promise<void> => {
    if (name === chosen) return;
    const found = (await mayReplace()) ? await shell.ask('draftWith', id, name) : undefined;
    if (!found) {
      text.value = chosen;
      return;
    }
    chosen = name;
    loaded = found;
    subject.value = found.subject;
    body.value = found.body;
    typed();
  };
  text.addEventListener('change', () => {
    const name = text.value;
    // One after the other: the last choice is the one that stays.
    loading = loading.then(() => load(name));
  });
  return {
    elements: [
      field('Text', text, 'From AR Templates. Another one replaces subject and words.'),
      field('Subject', subject),
      field(
        'Words',
        body,
        'For this mail only. What stands in double curly brackets, such as {{invoices}} or {{total}}, is filled in when it is sent.',
      ),
    ],
    controls: [subject, body],
    changed: () => subject.value !== draft.subject || body.value !== draft.body,
    read: async () => {
      await loading;
      const other = chosen === texts.policy ? {} : { text: chosen };
      return { subject: subject.value, body: body.value, ...other };
    },
  };
}
