// The settings page: every setting where people look for it, each saved by itself, and the days on which nothing is sent.
import type { SettingsView, SettingView } from '../../entry/sidebar-calls';
import { button, field } from '../shell/controls';
import { el, focusOn, markUnsaved } from '../shell/dom';
import type { Shell, View } from '../shell/shell';
import { pictureField } from './picture-field';
import { quietCard } from './quiet-days';
import { weeklyNote } from './weekly-note';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Draws the settings.
 * @param setup the page on which those are changed that a person confirms in Set-up
 */
export function settingsView(setup: View): View {
  const view: View = async (host, shell) => {
    const settings = await shell.load(host, 'Reading the settings…', view, 'getSettings');
    if (settings) draw({ host, shell, setup }, settings);
  };
  return view;
}

/** Where the settings are drawn, and the page Set-up. */
interface SettingsPage {
  host: HTMLElement;
  shell: Shell;
  setup: View;
}

function draw(page: SettingsPage, view: SettingsView, open: ReadonlySet<string> = new Set()): void {
  const { host, shell } = page;
  const again = async (): Promise<void> => {
    const fresh = await shell.ask('getSettings');
    if (!fresh || !host.isConnected) return;
    const opened = [...host.querySelectorAll<HTMLDetailsElement>('details[data-group]')].filter((fold) => fold.open);
    draw(page, fresh, new Set(opened.map((fold) => fold.dataset['group'] ?? '')));
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
  };
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Settings')),
    el('p', { class: 'hint' }, 'They stand in the tab AR Settings; you may change them there or here.'),
    ...view.groups.map((group) => groupFold(group, view, page, again, open.has(group.title))),
  );
}

function groupFold(
  { title, settings }: SettingsView['groups'][number],
  view: SettingsView,
  { shell, setup }: SettingsPage,
  again: () => Promise<void>,
  isOpen: boolean,
): HTMLElement {
  const faults = settings.filter(({ fault }) => fault !== '').length;
  const body = el('div', { class: 'settings-body' });
  const fold = el(
    'details',
    { class: 'settings-group', 'data-group': title, open: isOpen || faults > 0 },
    el('summary', {}, el('h3', {}, title), faults > 0 && el('span', { class: 'wrong' }, ` ${faults} cannot be read`)),
    body,
  );
  const fill = (): void => {
    if (!fold.open || body.childElementCount > 0) return;
    body.append(
      ...settings
        .filter(({ elsewhere, value, fault }) => elsewhere === '' || value !== '' || fault !== '')
        .map((setting) => (setting.elsewhere ? confirmedElsewhere(setting) : settingForm(setting, shell))),
      ...(title === 'Calendar' ? [quietCard(view, shell, again)] : []),
    );
    if (settings.some(({ elsewhere }) => elsewhere === 'setup'))
      body.append(button('Change them under Set-up', () => shell.openPage(setup)));
  };
  fold.addEventListener('toggle', fill);
  fill();
  return fold;
}

/** What set-up confirmed, to read only. */
function confirmedElsewhere({ label, value, fault }: SettingView): HTMLElement {
  return el(
    'div',
    { class: 'field' },
    el('p', {}, el('span', { class: 'strong' }, label), ` ${value || '(none)'}`),
    fault && el('p', { class: 'wrong small' }, fault),
  );
}

/** One setting with its own Save, which shows once something was changed. */
function settingForm(setting: SettingView, shell: Shell): HTMLElement {
  const { name, label, meaning } = setting;
  let saved = setting.value;
  const control = controlOf(setting);
  const wrong = el('p', { class: 'wrong small', hidden: setting.fault === '' }, setting.fault);
  const save = async (): Promise<void> => {
    const value = control.value;
    const result = await shell.ask('saveSetting', name, value);
    if (!result) {
      control.focus();
      return;
    }
    saved = value;
    wrong.hidden = true;
    // A button that disappears takes the keyboard's place with it.
    if (actions.contains(document.activeElement)) control.focus();
    update();
    shell.say(result.message);
    void shell.refreshToday();
  };
  const undo = (): void => {
    control.value = saved;
    update();
    control.focus();
  };
  const actions = el(
    'div',
    { class: 'actions', hidden: true },
    button('Save', save, { kind: 'primary', busy: 'Saving…', name: `Save ${label}` }),
    button('Undo', undo, { kind: 'quiet', name: `Undo the change of ${label}` }),
  );
  const update = (): void => {
    actions.hidden = control.value === saved;
    markUnsaved(actions, !actions.hidden);
  };
  control.addEventListener('input', update);
  control.addEventListener('change', update);
  if (control instanceof HTMLInputElement)
    control.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && control.value !== saved) void save();
    });
  const choose = (text: string): void => {
    control.value = text;
    update();
  };
  return el(
    'div',
    { class: 'setting' },
    field(label, control, meaning),
    name === LOGO && pictureField(choose, shell),
    name === WEEKLY_NOTE && weeklyNote(shell),
    // What was typed into the cell is shown as chosen already, and its steps are not there yet.
    name === HOW_FIRM && button('Bring its steps into AR Policy', save, { kind: 'quiet', busy: 'Working…' }),
    wrong,
    actions,
  );
}

const HOW_FIRM = 'How firm';
const LOGO = 'Logo';
const WEEKLY_NOTE = 'Weekly note to';

const TYPES: Record<string, string> = { date: 'date', time: 'time' };

function controlOf({ kind, value, choices }: SettingView): Control {
  if (kind === 'choice') {
    const select = el('select', {}, ...choices.map((one) => el('option', { value: one.value }, one.label)));
    select.value = value;
    return select;
  }
  if (kind === 'long text') {
    const area = el('textarea', { rows: Math.min(8, Math.max(3, value.split('\n').length)) });
    area.value = value;
    return area;
  }
  // A number field would swallow what it cannot read; here it is shown and refused with a sentence. So does a date field
  // with what a person typed into the tab.
  const isKept = kind === 'number' || !fits(kind, value);
  const input = el('input', {
    type: isKept ? 'text' : (TYPES[kind] ?? 'text'),
    inputmode: kind === 'number' ? 'decimal' : null,
    autocomplete: 'off',
  });
  input.value = value;
  return input;
}

function fits(kind: SettingView['kind'], value: string): boolean {
  if (value === '') return true;
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value);
  return kind !== 'time' || /^\d{2}:\d{2}$/.test(value);
}
