// Something new that is heard on calls: it gets a name, and its text is opened to be written.
import { OBJECTION } from '../../dunning/letter/template-row';
import { complain } from '../shell/agreement-fields';
import { button, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell, WayBack } from '../shell/shell';
import { isSame } from './older';
import { openText } from './texts';

/** Opens the page that asks for its name. */
export function openNewObjection(shell: Shell, back: WayBack): void {
  shell.openPage((host) => {
    const name = textInput('', { maxlength: '60', placeholder: 'price too high' });
    const begin = async (): Promise<void> => {
      const words = name.value
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^objection\s*:?\s*/i, '');
      if (words === '') return void complain(shell, 'Give it a name of a few words.', name);
      const view = await shell.ask('getPolicy');
      if (!view) return;
      const full = `${OBJECTION} ${words}`;
      const known = view.texts.find((text) => isSame(text.name, full));
      openText(shell, view, known?.name ?? full, { back });
    };
    name.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') void begin();
    });
    host.replaceChildren(
      el('h2', {}, 'Something you hear on calls'),
      field('In a few words', name, 'By these words it is found again among the texts.'),
      el('div', { class: 'actions' }, button('Write it', begin, { kind: 'primary', busy: 'Opening…' })),
    );
    name.focus();
  }, back);
}
