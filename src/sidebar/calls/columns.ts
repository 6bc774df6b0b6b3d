// Which columns of the invoice sheet stand with each invoice of a call: chosen here, kept for the whole team.
import type { CallsView } from '../../entry/sidebar-calls';
import { tickBox } from '../shell/controls';
import { el } from '../shell/dom';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';

/** The setting that keeps the choice. */
const SETTING = 'Columns on call cards';

/** The form to choose them. @param saved draws the calls anew */
export function columnsForm(
  { chosen, offered }: CallsView['columns'],
  shell: Shell,
  saved: () => Promise<unknown>,
): InlineForm {
  const gone = chosen.filter((header) => !offered.includes(header));
  const ticks = [...offered, ...gone].map((header) => {
    const { box, element } = tickBox(gone.includes(header) ? `${header} (not in the sheet now)` : header);
    box.checked = chosen.includes(header);
    element.dir = 'auto';
    return { header, box, element };
  });
  return {
    title: 'Columns beside each invoice',
    hint: 'They stand on the cards and on the printed list, for everybody who calls.',
    fields: [
      el('div', { class: 'columns', role: 'group', 'aria-label': 'Columns' }, ...ticks.map(({ element }) => element)),
    ],
    submit: 'Save',
    act: async () => {
      const now = ticks.filter(({ box }) => box.checked).map(({ header }) => header);
      const result = await shell.ask('saveSetting', SETTING, now.join('\n'));
      if (!result) return false;
      await saved();
      shell.say(now.length === 0 ? 'No further columns.' : `Beside each invoice: ${now.join(', ')}.`);
      return true;
    },
  };
}
