// The days to come on which nothing is sent, and adding a quiet period.
import type { QuietView, SettingsView } from '../../entry/sidebar-calls';
import { button, dateInput, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { dayInWords } from '../shell/format';
import type { Shell } from '../shell/shell';

/** So many days are shown at once; the others behind a fold. */
const SHOWN = 6;
const TAB = 'AR Holidays';

/** The coming days off, and a form for a quiet period. */
export function quietCard({ calendar, asOf }: SettingsView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const items = calendar.coming.map((one) => quietItem(one, asOf, shell));
  const rest = items.slice(SHOWN);
  return el(
    'section',
    { class: 'quiet-days' },
    el('h4', {}, 'Nothing is sent on'),
    calendar.note && el('p', { class: 'hint' }, calendar.note),
    items.length > 0
      ? el('ul', { class: 'quiet-list' }, ...items.slice(0, SHOWN))
      : el('p', { class: 'empty' }, 'No day off in the coming twelve months.'),
    rest.length > 0 &&
      el(
        'details',
        { class: 'more' },
        el('summary', {}, `${rest.length} more in the coming twelve months`),
        el('ul', { class: 'quiet-list' }, ...rest),
      ),
    quietForm(asOf, shell, again),
  );
}

function quietItem({ from, until, name, kind, row }: QuietView, asOf: string, shell: Shell): HTMLElement {
  const days = from === until ? dayInWords(from, asOf) : `${dayInWords(from, asOf)} to ${dayInWords(until, asOf)}`;
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', TAB, row);
    if (result) shell.say(result.message);
  };
  return el(
    'li',
    {},
    el('span', {}, el('span', { class: 'strong' }, days), ` ${name}`),
    // A period is a person's own: its row is where it is taken back.
    kind === 'quiet' && button('Show row', show, { kind: 'quiet', name: `Show row of ${name}` }),
  );
}

function quietForm(asOf: string, shell: Shell, again: () => Promise<void>): HTMLElement {
  const from = dateInput('', asOf);
  const until = dateInput('', asOf);
  const name = textInput('');
  const add = async (): Promise<void> => {
    if (from.value === '') {
      shell.alert('Choose the first day of the quiet period.');
      from.focus();
      return;
    }
    const result = await shell.ask('addQuietPeriod', from.value, until.value || from.value, name.value);
    if (!result) return;
    await again();
    shell.say(result.message);
    void shell.refreshToday();
  };
  return el(
    'div',
    { class: 'quiet-form', role: 'group', 'aria-label': 'Add a quiet period' },
    el('div', { class: 'two' }, field('From', from), field('Until', until)),
    field('Name', name, 'Such as Christmas or stocktaking.'),
    button('Add quiet period', add, { busy: 'Adding…' }),
  );
}
