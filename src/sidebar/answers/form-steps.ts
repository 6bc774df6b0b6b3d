// How a team makes its form, step by step, and where its link goes.
import { formLinkFault } from '../../dunning/answers/form-link';
import type { AnswersView } from '../../entry/sidebar-calls';
import { complain } from '../shell/agreement-fields';
import { button, field, textInput } from '../shell/controls';
import { el, markUnsaved } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { done } from './done';

/** The setting that holds the link. */
const SETTING = 'Answer form';

const STEPS: readonly string[] = [
  'Open forms.google.com and make a blank form. Call it “Your answer to us”, with your firm’s name.',
  'Add a short answer “Reference (please leave as it is)”, and mark it as required.',
  'Add a multiple choice “What would you like to tell us?” with these four: We will pay on this day · We have already paid · Something is not right · Please write to somebody else. Mark it as required.',
  'Add a date “On which day will you pay?”, a short answer “Whom should we write to?” and a paragraph “Anything else?”.',
  'Under Settings > Responses collect no e-mail addresses and limit nobody to one response: customers have no account with you. Then publish it for anyone with the link.',
  'Under Responses choose Link to Sheets > Select existing spreadsheet, and pick this one. Google adds a tab; leave it as it is.',
  'Choose the three dots > Pre-fill form, type TOKEN as the reference and nothing else, press Get link, and copy it.',
  'Paste the link below and save it.',
  'Send a test mail to yourself from Review and open its link in a private window: no login may be asked for. Answer it; here it is listed under “Changed nothing”, as a test.',
];

/** The steps, with the field for the link. */
export function formSteps(
  { form, tabs }: AnswersView,
  shell: Shell,
  again: () => Promise<void>,
  isOpen: boolean,
): HTMLElement {
  const link = textInput(form, { inputmode: 'url', spellcheck: 'false' });
  const save = async (): Promise<boolean> => {
    const fault = formLinkFault(link.value.trim());
    if (fault !== '') return complain(shell, `Not saved: ${fault}.`, link) ?? false;
    return done(shell, again, shell.ask('saveSetting', SETTING, link.value.trim()));
  };
  const state =
    form === ''
      ? 'Until a form is set, mails offer the same choices as mails to you with a ready-made subject.'
      : tabs.length === 0
        ? 'The form is set, and no tab with its answers was found yet: link it to this spreadsheet.'
        : `Answers are read from ${tabs.map((name) => `“${name}”`).join(', ')}.`;
  const body = el(
    'div',
    { class: 'drawer-body' },
    el('p', { class: 'hint' }, state),
    el('ol', { class: 'form-steps' }, ...STEPS.map((step) => el('li', {}, step))),
    field(
      'Pre-filled link of the form',
      link,
      'It carries no name and no amount: only the reference, signed so that nobody can make one.',
    ),
    el(
      'div',
      { class: 'actions' },
      button('Save the link', save, { kind: form === '' ? 'primary' : 'plain', busy: 'Saving…' }),
    ),
  );
  link.addEventListener('input', () => markUnsaved(body, link.value.trim() !== form));
  return el('details', { class: 'drawer', open: isOpen }, el('summary', {}, 'Set up the form'), body);
}
