// The texts of AR Templates: a list, and behind each its languages, one of them being written.
import { isObjection } from '../../dunning/letter/template-row';
import { CHANNELS } from '../../dunning/policy/channels';
import { ASKED_WORDS, OWN_TEXTS } from '../../dunning/policy/purposes';
import type { PolicyView } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import { pageKeys } from '../shell/keys';
import type { Shell, View, WayBack } from '../shell/shell';
import { openNewObjection } from './new-objection';
import { isSame, olderThan } from './older';
import { languageName } from './text-editor';
import { openText } from './text-page';

/** Draws the list. */
export const textsView: View = async (host, shell) => {
  const view = await shell.load(host, 'Reading the texts…', textsView, 'getPolicy');
  if (!view) return;
  const back: WayBack = { ...shell.backTo('more'), label: 'Texts', press: () => shell.openPage(textsView) };
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Texts')),
    el(
      'p',
      { class: 'hint' },
      'What mails, messages and call sheets say. A change here is written into AR Templates; you may write there too.',
    ),
    view.texts.length > 0 ? '' : el('p', { class: 'empty' }, 'AR Templates has no text.'),
    el(
      'div',
      { class: 'actions' },
      button('Add something you hear on calls', () => openNewObjection(shell, back)),
    ),
    el(
      'section',
      { class: 'entries text-list' },
      el('ul', {}, ...view.texts.map((text) => el('li', {}, entry(text, view, back, shell)))),
    ),
  );
  pageKeys(host, shell, { items: '.text-list .entry', item: 'text', enter: 'open it' });
};

function entry(text: PolicyView['texts'][number], view: PolicyView, back: WayBack, shell: Shell): HTMLElement {
  const { name, languages } = text;
  const steps = view.segments
    .flatMap((segment) => segment.steps)
    .filter((step) => isSame(step.template, name) && step.active);
  const missing = steps.length === 0 ? [] : view.languages.filter((language) => !languages.includes(language));
  const used = steps[0]
    ? `${CHANNELS[steps[0].channel].title}, in ${count(steps.length, 'step')}`
    : useWithoutStep(name);
  const late = olderThan(name, languages, view.changes);
  const opener = el(
    'button',
    { type: 'button', class: 'entry' },
    el('span', { class: 'entry-label', dir: 'auto' }, name),
    el('span', { class: 'entry-line' }, used),
    ...missing.map((language) => pill(`no ${languageName(language)} text`, 'warn')),
    late[0] !== undefined && pill(`${late.map(([language]) => languageName(language)).join(', ')} older`, 'info'),
  );
  opener.addEventListener('click', () => openText(shell, view, name, { back }));
  return opener;
}

/** What a text is for that no step names. */
function useWithoutStep(name: string): string {
  if (isObjection(name)) return 'Heard on calls, with an answer';
  if (isSame(name, OWN_TEXTS['heads-up'])) return 'To your own account owner, before a senior contact is written to';
  if (Object.values(OWN_TEXTS).some((own) => isSame(own, name))) return 'Asked first, before a reminder';
  if (ASKED_WORDS.some((word) => isSame(word, name))) return 'Sent when somebody ticks it';
  return 'Chosen by hand, in Review';
}
