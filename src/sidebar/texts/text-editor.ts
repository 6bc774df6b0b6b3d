// A text being written in one language beside the same text filled for a real customer; what was saved can be taken back.
import type { LetterInput } from '../../dunning/letter/letter-input';
import { letterValues } from '../../dunning/letter/letter-values';
import { wordsOf } from '../../dunning/letter/letter-words';
import { PLACEHOLDER_NAMES } from '../../dunning/letter/placeholders';
import { checkTemplate } from '../../dunning/letter/template';
import { isObjection } from '../../dunning/letter/template-row';
import type { StoredText, TextView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { button } from '../shell/controls';
import { el, markUnsaved } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { FIELDS, fieldMeaning, fieldName, inPeoplesWords, USUAL_FIELDS } from './field-names';
import { type IsWritten, type TextField, textField } from './text-field';
import { textPreview } from './text-preview';

const TAB = 'AR Templates';
/** So long after the last key the filled text follows. */
const PAUSE_MS = 250;

/** What is written, and in which language. */
export interface EditorContext {
  view: TextView;
  language: string;
  shell: Shell;
  /** Draws the text again as it stands by now, after a sentence about it. */
  reload: (changed: boolean) => Promise<unknown>;
}

/** The editor of a text in a language. */
export function textEditor({ view, language, shell, reload }: EditorContext): HTMLElement {
  const stored = view.texts.find((one) => one.language === language);
  const start = stored ?? { subject: '', body: '' };
  const preview = textPreview(view.channel);
  const meanwhile = el('div', {});
  let begun = { subject: '', body: '' };
  let timer = 0;
  const words = (): { subject: string; body: string } => ({
    subject: subject
      .value()
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
    body: body.value().trim(),
  });
  const isChanged = (): boolean => {
    const now = words();
    return now.subject !== begun.subject || now.body !== begun.body;
  };
  const input = view.samples[language]?.input ?? null;
  // An objection is no letter by itself: nothing stands below it.
  const fill = (): void => preview.show(words(), input && isObjection(view.name) ? { ...input, reference: '' } : input);
  const typed = (): void => {
    markUnsaved(written, isChanged());
    actions.hidden = !isChanged();
    window.clearTimeout(timer);
    timer = window.setTimeout(fill, PAUSE_MS);
  };
  const isWritten = writtenFor(input, language);
  const [subjectLabel, bodyLabel] = isObjection(view.name) ? ['What you hear', 'A good answer'] : ['Subject', 'Text'];
  const subject = textField(subjectLabel, 'one', typed, isWritten);
  const body = textField(bodyLabel, 'several', typed, isWritten);
  const set = (text: { subject: string; body: string }): void => {
    subject.set(text.subject);
    body.set(text.body.replace(/\r\n?/g, '\n'));
    typed();
  };
  const store = async (over: StoredText | undefined = stored): Promise<void> => {
    const now = words();
    const [fault] = [...checkTemplate(now.subject, PLACEHOLDER_NAMES), ...checkTemplate(now.body, PLACEHOLDER_NAMES)];
    if (fault) return shell.alert(inPeoplesWords(fault.message));
    const cells = { Subject: now.subject, Body: now.body };
    const change = over
      ? { seen: { row: over.row, seen: over.seen }, cells }
      : { seen: null, cells: { Template: view.name, Language: language, ...cells } };
    const saved = await shell.ask('saveRules', TAB, [change]);
    if (!saved) return showMeanwhile();
    if (saved.findings[0]) return shell.alert(inPeoplesWords(saved.findings[0].message));
    markUnsaved(written, false);
    await reload(true);
    const undo = async (): Promise<void> => {
      const back = await shell.ask('saveRules', TAB, saved.undo);
      if (!back) return;
      await reload(true);
      shell.say('Taken back.');
    };
    shell.say(inPeoplesWords(saved.message), { label: 'Undo', press: undo });
  };
  /** Somebody wrote in the tab since this was read: both are shown, and a person says which stays. */
  const showMeanwhile = async (): Promise<void> => {
    const said = shell.alertShown();
    const now = await shell.ask('getText', view.name, '', '');
    shell.alert(said);
    const theirs = now?.texts.find((one) => one.language === language);
    if (!theirs || theirs.seen === stored?.seen) return;
    const [theirSubject, theirBody] = [
      textField('Subject in the tab now', 'one', () => undefined),
      textField('Text in the tab now', 'several', () => undefined),
    ];
    theirSubject.set(theirs.subject);
    theirBody.set(theirs.body);
    meanwhile.replaceChildren(
      el(
        'section',
        { class: 'card meanwhile', 'aria-label': 'Changed meanwhile' },
        el('h3', {}, 'Somebody changed this text meanwhile'),
        el('p', { class: 'hint' }, `Yours above is not saved. This is what stands in ${TAB} by now:`),
        theirSubject.element,
        theirBody.element,
        el(
          'div',
          { class: 'actions' },
          button('Keep mine', () => store(theirs), { busy: 'Saving…' }),
          button('Take theirs', async () => {
            markUnsaved(written, false);
            await reload(false);
          }),
        ),
      ),
    );
    for (const box of meanwhile.querySelectorAll('[contenteditable]')) box.setAttribute('contenteditable', 'false');
    for (const box of meanwhile.querySelectorAll('[role="textbox"]')) box.setAttribute('aria-readonly', 'true');
  };
  const save = button('Save this text', () => store(), { kind: 'primary', busy: 'Saving…' });
  const drop = button('Undo what I wrote', () => set(start));
  const actions = el('div', { hidden: true }, el('div', { class: 'actions' }, save, drop));
  const written = el(
    'div',
    { class: 'text-written' },
    ...(stored ? [] : [beginFrom(view, set)]),
    subject.element,
    body.element,
    insertRow(subject, body),
    actions,
    meanwhile,
  );
  set(start);
  begun = words();
  typed();
  window.clearTimeout(timer);
  fill();
  return el('div', { class: 'text-sides' }, written, preview.element);
}

function meanings(): HTMLElement {
  const lines = FIELDS.flatMap(([name, words]) => [
    el('dt', {}, words),
    el('dd', { class: 'muted' }, fieldMeaning(name)),
  ]);
  return el('dl', { class: 'small' }, ...lines);
}

/** Which optional parts a customer is written. */
function writtenFor(input: LetterInput | null, language: string): IsWritten {
  const words = wordsOf(language);
  const values = new Map(input && words ? Object.entries(letterValues(input, words)) : []);
  return (name) => (values.get(name) || '') !== '';
}

/** A language without the text: it may begin as that of another one. */
function beginFrom({ texts }: TextView, set: (text: StoredText) => void): HTMLElement {
  return el(
    'div',
    { class: 'card' },
    el('p', {}, 'There is no text in this language yet.'),
    el(
      'div',
      { class: 'actions' },
      ...texts.map((one) => button(`Begin from ${languageName(one.language)}`, () => set(one))),
    ),
  );
}

/** Fields to put where the cursor is. */
function insertRow(subject: TextField, body: TextField): HTMLElement {
  let last = body;
  subject.element.addEventListener('focusin', () => {
    last = subject;
  });
  body.element.addEventListener('focusin', () => {
    last = body;
  });
  const put = (name: string): HTMLButtonElement => {
    const made = button(fieldName(name), () => last.insert(name), { name: `Put in: ${fieldName(name)}` });
    made.classList.add('chip');
    return made;
  };
  const more = choice([['', 'Another field…'], ...FIELDS]);
  more.setAttribute('aria-label', 'Put in another field');
  more.addEventListener('change', () => {
    const name = more.value;
    more.value = '';
    if (name !== '') last.insert(name);
  });
  return el(
    'div',
    { class: 'insert-row', role: 'group', 'aria-label': 'Fields to put in' },
    el('span', { class: 'small muted' }, 'Put in:'),
    ...USUAL_FIELDS.map(put),
    more,
    el('details', { class: 'more' }, el('summary', {}, 'What the fields stand for'), meanings()),
  );
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** @example languageName('de') // 'German' */
export function languageName(language: string): string {
  try {
    return NAMES.of(language) ?? language;
  } catch {
    return language;
  }
}
