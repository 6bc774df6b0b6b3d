// The texts of AR Templates: a list, and behind each its languages, one of them being written.
import { isObjection } from '../../dunning/letter/template-row';
import { CHANNELS, isReadByCustomer } from '../../dunning/policy/channels';
import { ASKED_WORDS, OWN_TEXTS } from '../../dunning/policy/purposes';
import type { PolicyView, TextView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { button, field, pill } from '../shell/controls';
import { el, freshId } from '../shell/dom';
import { count } from '../shell/format';
import { pageKeys } from '../shell/keys';
import type { Shell, View, WayBack } from '../shell/shell';
import { openNewObjection } from './new-objection';
import { isSame, JUST_NOW, olderInWords, olderThan } from './older';
import { sideBySide } from './side-by-side';
import { languageName, textEditor } from './text-editor';

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

/** How a text is opened. */
export interface OpenedText {
  back: WayBack;
  /** Customers of which segment it is filled for first. */
  segment?: string;
}

/** Opens a text on a page of its own. @param view languages in use, and what was changed when */
export function openText(shell: Shell, view: PolicyView, name: string, opened: OpenedText): void {
  const page: View = (host) => readText(host, shell, { view, name, opened, again: page });
  shell.openPage(page, opened.back);
}

/** Opens a text from a page that knows nothing of the policy. */
export function openTextNamed(shell: Shell, name: string, opened: OpenedText): void {
  const page: View = async (host) => {
    const view = await shell.load(host, 'Reading the text…', page, 'getPolicy');
    if (view) await readText(host, shell, { view, name, opened, again: page });
  };
  shell.openPage(page, opened.back);
}

async function readText(
  host: HTMLElement,
  shell: Shell,
  { view, name, opened, again }: { view: PolicyView; name: string; opened: OpenedText; again: View },
): Promise<void> {
  const { segment = '', back } = opened;
  const text = await shell.load(host, 'Reading the text…', again, 'getText', name, '', segment);
  if (!text) return;
  // What only our own people read is written in their language.
  const language = isReadByCustomer(text.channel) ? '' : view.own;
  drawText(host, text, { shell, view, language, segment, back });
}

interface Drawing {
  shell: Shell;
  view: PolicyView;
  /** The one that is shown; '' for the first. */
  language: string;
  segment: string;
  back: WayBack;
}

function drawText(host: HTMLElement, text: TextView, { shell, view, language, segment, back }: Drawing): void {
  const there = text.texts.map((one) => one.language);
  const languages = [...new Set([...Object.keys(text.samples), ...there, ...view.languages])].filter(
    (one) => there.includes(one) || view.languages.includes(one),
  );
  const shown = languages.includes(language) ? language : (languages[0] ?? 'en');
  const again = (next: TextView, to = shown, changes = view.changes): void =>
    drawText(host, next, { shell, view: { ...view, changes }, language: to, segment, back });
  const sample = text.samples[shown];
  const customer = choice(text.customers);
  customer.value = sample?.key ?? '';
  customer.dir = 'auto';
  customer.addEventListener('change', async () => {
    const next = (await shell.mayLeave()) ? await shell.ask('getText', text.name, customer.value, segment) : undefined;
    if (next) again(next);
    else customer.value = sample?.key ?? '';
  });
  const reload = async (isChanged: boolean): Promise<void> => {
    const next = await shell.ask('getText', text.name, customer.value, segment);
    const key = `${text.name} (${shown})`;
    const others = view.changes.filter(([one]) => one !== key);
    if (next) again(next, shown, isChanged ? [...others, [key, JUST_NOW]] : view.changes);
  };
  const head = [
    el('div', { class: 'view-head' }, el('h2', { dir: 'auto' }, text.name), pill(CHANNELS[text.channel].title, 'calm')),
    text.customers.length > 0 ? field('Filled for', customer) : '',
  ];
  const foot = isObjection(text.name) && text.texts.length > 0 ? takeOut(text, shell, back) : '';
  if (shell.isWide && languages.length > 1 && window.innerWidth >= BESIDE) {
    const read = (): Promise<TextView | undefined> => shell.ask('getText', text.name, customer.value, segment);
    host.replaceChildren(...head, sideBySide(text, { shell, view, languages, first: shown, read }), foot);
    return;
  }
  const panel = freshId('language');
  host.replaceChildren(
    ...head,
    languageTabs(languages, { shown, panel, there, late: olderThan(text.name, there, view.changes) }, async (to) => {
      if (!(await shell.mayLeave())) return;
      again(text, to);
      host.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    }),
    el(
      'div',
      { id: panel, role: 'tabpanel', 'aria-labelledby': `${panel}-${shown}` },
      ...olderThan(text.name, there, view.changes)
        .filter(([one]) => one === shown)
        .map(([one, other, at]) =>
          el('p', { class: 'hint older' }, olderInWords(languageName(one), languageName(other), at, view.asOf)),
        ),
      textEditor({ view: text, language: shown, shell, reload }),
    ),
    foot,
  );
}

/** Two languages stand beside each other from this width of the page on, in pixels. */
const BESIDE = 1000;

/** An objection that nobody needs any more leaves the tab in all its languages. */
function takeOut({ name, texts }: TextView, shell: Shell, back: WayBack): HTMLElement {
  const rows = texts.map(({ row, seen }) => ({ seen: { row, seen }, cells: null }));
  const press = async (): Promise<void> => {
    const saved = await shell.ask('saveRules', 'AR Templates', rows);
    if (!saved) return;
    back.press();
    const undo = async (): Promise<void> => {
      const taken = await shell.ask('saveRules', 'AR Templates', saved.undo);
      if (!taken) return;
      back.press();
      shell.say('It is back.');
    };
    shell.say(`${name} is taken out.`, { label: 'Undo', press: undo });
  };
  return el('div', { class: 'actions' }, button('Take this objection out', press, { busy: 'Taking it out…' }));
}

interface LanguageTabs {
  shown: string;
  panel: string;
  there: readonly string[];
  late: readonly [language: string, other: string, at: string][];
}

function languageTabs(
  languages: readonly string[],
  { shown, panel, there, late }: LanguageTabs,
  go: (language: string) => Promise<void>,
): HTMLElement {
  const tabs = languages.map((language) => {
    const isShown = language === shown;
    const mark = !there.includes(language) ? 'no text' : late.some(([one]) => one === language) ? 'older' : '';
    const tab = el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `${panel}-${language}`,
        'aria-selected': String(isShown),
        'aria-controls': panel,
        tabindex: isShown ? 0 : -1,
      },
      languageName(language),
      mark !== '' && el('span', { class: 'small muted' }, ` ${mark}`),
    );
    tab.addEventListener('click', () => void go(language));
    return tab;
  });
  const list = el('div', { role: 'tablist', 'aria-label': 'Language', class: 'languages' }, ...tabs);
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to =
      step === undefined
        ? undefined
        : languages[(languages.indexOf(shown) + step + languages.length) % languages.length];
    if (to !== undefined) void go(to);
  });
  return list;
}
