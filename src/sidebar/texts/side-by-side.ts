// Two languages of a text beside each other, where there is room: each is chosen, written and saved by itself.
import type { PolicyView, TextView } from '../../entry/sidebar-calls';
import { choice } from '../shell/agreement-fields';
import { field } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { JUST_NOW, olderInWords, olderThan } from './older';
import { languageName, textEditor } from './text-editor';

/** What the two columns are made of. */
export interface Beside {
  shell: Shell;
  view: PolicyView;
  /** The languages to choose from, two at least. */
  languages: readonly string[];
  /** The one at the left. */
  first: string;
  /** Reads the text anew, filled for the customer that is chosen. */
  read: () => Promise<TextView | undefined>;
}

/** The two columns. @param begun the text as it was read */
export function sideBySide(begun: TextView, { shell, view, languages, first, read }: Beside): HTMLElement {
  let text = begun;
  let { changes } = view;
  const there = (): string[] => text.texts.map((one) => one.language);
  const late = (): ReturnType<typeof olderThan> => olderThan(text.name, there(), changes);
  const others = languages.filter((one) => one !== first);
  // Beside it stands what has most to be done: an older one, then one that is missing.
  const second =
    others.find((one) => late().some(([older]) => older === one)) ??
    others.find((one) => !there().includes(one)) ??
    others[0] ??
    first;
  const shown: [string, string] = [first, second];
  const columns = shown.map(() => el('section', { class: 'text-column' }));
  const heads = shown.map(() => el('div', {}));
  const drawHead = (at: 0 | 1): void => {
    const language = shown[at];
    const offered = languages.filter((one) => one !== shown[1 - at]).map((one) => [one, named(one)] as const);
    const chosen = choice(offered);
    chosen.value = language;
    chosen.addEventListener('change', async () => {
      const to = chosen.value;
      const isWritten = columns[at]?.querySelector('[data-unsaved]');
      if (isWritten && !(await shell.mayLeave())) {
        chosen.value = language;
        return;
      }
      shown[at] = to;
      draw(at);
      drawHead(at === 0 ? 1 : 0);
      columns[at]?.querySelector('select')?.focus();
    });
    const older = late().filter(([one]) => one === language);
    heads[at]?.replaceChildren(
      field('Language', chosen),
      ...older.map(([one, other, when]) =>
        el('p', { class: 'hint older' }, olderInWords(languageName(one), languageName(other), when, view.asOf)),
      ),
    );
  };
  const named = (language: string): string => {
    const isOlder = late().some(([one]) => one === language);
    const mark = !there().includes(language) ? ' (no text)' : isOlder ? ' (older)' : '';
    return `${languageName(language)}${mark}`;
  };
  const draw = (at: 0 | 1): void => {
    const language = shown[at];
    const column = columns[at];
    drawHead(at);
    column?.setAttribute('aria-label', languageName(language));
    column?.replaceChildren(heads[at] ?? '', textEditor({ view: text, language, shell, reload: reload(at) }));
  };
  /** The other column is left as it is: somebody may be writing there. */
  const reload =
    (at: 0 | 1) =>
    async (isChanged: boolean): Promise<void> => {
      const next = await read();
      if (!next) return;
      text = next;
      const key = `${text.name} (${shown[at]})`;
      if (isChanged) changes = [...changes.filter(([one]) => one !== key), [key, JUST_NOW]];
      draw(at);
      drawHead(at === 0 ? 1 : 0);
    };
  draw(0);
  draw(1);
  return el('div', { class: 'text-beside' }, ...columns);
}
