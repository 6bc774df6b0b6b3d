// One text of AR Templates on a page of its own: filled for a customer, its languages beside each other or behind tabs.
import { isObjection } from '../../dunning/letter/template-row';
import { CHANNELS, isReadByCustomer } from '../../dunning/policy/channels';
import type { PolicyView, TextView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { button, field, pill } from '../shell/controls';
import { el, freshId } from '../shell/dom';
import type { Shell, View, WayBack } from '../shell/shell';
import { JUST_NOW, olderInWords, olderThan } from './older';
import { sideBySide } from './side-by-side';
import { languageName, textEditor } from './text-editor';

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
