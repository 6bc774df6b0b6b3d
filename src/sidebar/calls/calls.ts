// The page Calls: one call at a time, what is likely to bring most first; the next loads itself, the day's tally stands at the end.
import type { CallLine, CallsView, ReminderView } from '../../entry/sidebar-calls';
import { bandOfCall, callReasons } from '../ahead/worklist';
import { openCustomer } from '../customer/customer';
import { callOutcomes, type RecordCall } from '../reminder/call-outcomes';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count } from '../shell/format';
import { buttonRow } from '../shell/inline-form';
import { pageKeys } from '../shell/keys';
import type { Shell, View } from '../shell/shell';
import { whose, whoseField } from '../shell/whose';
import { openNewObjection } from '../texts/new-objection';
import { openTextNamed } from '../texts/text-page';
import { callParts } from './call-card';
import { printCalls } from './call-list';
import { columnsForm } from './columns';
import { tallyInWords } from './tally';

/** What the page has in hand. */
interface Day {
  view: CallsView;
  /** The call in hand; '' for the first. */
  at: string;
  /** Calls opened ahead. */
  opened: Map<string, ReminderView>;
  /** How far the clock of the workbook is ahead of this page's, in milliseconds: a local host has one of its own. */
  ahead: number;
}

/** Draws the calls of the day. */
export const callsView: View = async (host, shell) => {
  await open(host, shell, { at: '', opened: new Map() }, '');
};

/** Reads the calls anew. @param customerKey whose call is shown, where they still have one */
async function open(
  host: HTMLElement,
  shell: Shell,
  day: Omit<Day, 'view' | 'ahead'>,
  customerKey: string,
): Promise<void> {
  const again: View = () => open(host, shell, day, customerKey);
  const view = await shell.load(host, 'Reading the calls of today…', again, 'getCalls');
  if (!view) return;
  const at = view.calls.find((call) => call.customerKey === customerKey)?.id ?? day.at;
  await draw(host, shell, { ...day, view, at, ahead: view.instant - Date.now() });
}

function shown({ view }: Pick<Day, 'view'>): CallLine[] {
  const owner = whose();
  return owner === undefined ? view.calls : view.calls.filter((call) => call.owner === owner);
}

async function draw(host: HTMLElement, shell: Shell, day: Day): Promise<void> {
  const calls = shown(day);
  const line = calls.find(({ id }) => id === day.at) ?? calls[0];
  const place = el('div', { class: 'call-place', 'aria-live': 'off' });
  const redraw = (change: Partial<Day>): Promise<void> => draw(host, shell, { ...day, ...change });
  host.replaceChildren(
    el(
      'div',
      { class: 'calls' },
      el(
        'div',
        { class: 'call-top' },
        ...top(day, calls, shell, redraw, () => open(host, shell, { at: line?.id ?? '', opened: new Map() }, '')),
      ),
      line ? place : emptyState(day),
      el('div', { class: 'call-side' }, ...(line ? [listOf(calls, line, redraw)] : []), tallyOf(day.view)),
    ),
  );
  pageKeys(host, shell, { items: '.call-line', item: 'call', enter: 'open it' });
  const heading = host.querySelector('h2');
  if (heading && shell.focusIsLost()) focusOn(heading);
  if (line) await drawCall(place, line, host, shell, day);
}

function top(
  day: Day,
  calls: readonly CallLine[],
  shell: Shell,
  redraw: (change: Partial<Day>) => unknown,
  again: () => Promise<void>,
): HTMLElement[] {
  const { view } = day;
  const owners = whoseField(
    view.calls.map((call) => call.owner),
    shell,
    () => redraw({ at: '' }),
  );
  const print = async (): Promise<void> => {
    const full = await shell.ask('getCalls', true);
    if (full) printCalls(shown({ view: full }), full.asOf);
  };
  return [
    el('div', { class: 'view-head' }, el('h2', {}, 'Calls'), el('span', { class: 'muted' }, `${calls.length} waiting`)),
    ...(owners ? [owners] : []),
    ...(calls.length > 0
      ? [
          buttonRow('The list', [
            { label: 'Print the list', busy: 'Getting it ready…', act: print },
            { label: 'Columns…', form: () => columnsForm(view.columns, shell, again) },
          ]),
        ]
      : []),
  ];
}

function emptyState({ view }: Day): HTMLElement {
  const others = whose() !== undefined && view.calls.length > 0;
  const why = others
    ? 'None of these are yours; choose everybody’s above.'
    : view.tally.calls > 0
      ? 'All calls of today are made.'
      : 'Calls come here when a step of AR Policy is a call. Most of them are for larger sums, or after mails without an answer.';
  return el('div', { class: 'card empty' }, el('p', {}, el('strong', {}, 'No call waits.')), el('p', {}, why));
}

function listOf(calls: readonly CallLine[], at: CallLine, redraw: (change: Partial<Day>) => unknown): HTMLElement {
  const items = calls.map((call) => {
    const open = el(
      'button',
      { type: 'button', class: 'call-line', 'aria-current': call.id === at.id ? 'true' : null },
      el('span', { class: 'call-name', dir: 'auto' }, call.customer),
      el('span', { class: 'figure' }, call.amounts),
      el('span', { class: 'hint' }, call.why),
      bandOfCall(call.id),
    );
    open.addEventListener('click', () => redraw({ at: call.id }));
    return el('li', {}, open);
  });
  const list = el(
    'details',
    { class: 'card call-list' },
    el('summary', {}, `All ${count(calls.length, 'call')}`),
    el('ol', {}, ...items),
  );
  list.open = window.innerWidth >= 700;
  return list;
}

function tallyOf({ tally }: CallsView): HTMLElement {
  return el('p', { class: 'call-tally', role: 'note' }, tallyInWords(tally) || 'No call recorded today yet.');
}

async function drawCall(place: HTMLElement, line: CallLine, host: HTMLElement, shell: Shell, day: Day): Promise<void> {
  const calls = shown(day);
  const next = calls[calls.indexOf(line) + 1] ?? calls[calls.indexOf(line) - 1];
  const known = day.opened.get(line.id);
  const again: View = () => drawCall(place, line, host, shell, day);
  const reminder = known ?? (await shell.load(place, 'Reading the call…', again, 'getReminder', line.id));
  if (!reminder) return;
  const { call } = reminder;
  const isOpen = reminder.state === 'planned' || reminder.state === 'approved';
  if (!call || !isOpen) {
    place.replaceChildren(el('p', { class: 'card' }, `The call to ${line.customer} is not waiting any more.`));
    return;
  }
  const { asOf } = day.view;
  const fresh = { at: next?.id ?? '', opened: new Map<string, ReminderView>() };
  const record: RecordCall = async (outcome, note, details, also = {}) => {
    const result = await shell.ask('recordOutcome', line.id, outcome, note, details ?? {}, next?.id ?? '');
    if (!result) return false;
    const undo = async (): Promise<void> => {
      const back = await shell.ask('undoOutcome', line.id);
      if (!back) return;
      await also.undo?.();
      await open(host, shell, { ...fresh, opened: new Map() }, line.customerKey);
      shell.say(back.message);
      void shell.refreshToday();
    };
    const said = (await also.after?.(result.message)) ?? result.message;
    if (result.next) fresh.opened.set(result.next.id, result.next);
    host.querySelector<HTMLElement>(':focus')?.blur();
    // The next call is there at once, this one counted; what was promised in all follows.
    const { tally } = day.view;
    const outcomes = { ...tally.outcomes, [outcome]: (tally.outcomes[outcome] ?? 0) + 1 };
    const view: CallsView = {
      ...day.view,
      calls: day.view.calls.filter(({ id }) => id !== line.id),
      tally: { ...tally, calls: tally.calls + 1, outcomes },
    };
    await draw(host, shell, { ...day, ...fresh, view });
    shell.say(said, outcome === 'disputes' ? undefined : { label: 'Undo', press: undo });
    const told = await shell.ask('getCalls');
    if (told) view.tally = told.tally;
    if (told && host.isConnected) host.querySelector('.call-tally')?.replaceWith(tallyOf(told));
    void shell.refreshToday();
    return true;
  };
  const here: View = (place) => open(place, shell, { at: line.id, opened: new Map() }, line.customerKey);
  const back = { ...shell.backTo('more'), label: 'Calls', press: () => shell.openPage(here) };
  const { head, rest } = callParts({ line, reminder, call }, shell, asOf, new Date(Date.now() + day.ahead), {
    change: (name) => shell.leave(() => openTextNamed(shell, name, { back })),
    add: () => shell.leave(() => openNewObjection(shell, back)),
  });
  const card = button('Open the customer’s card', () =>
    shell.leave(() => openCustomer(line.customerKey, shell, { back, open: back.press })),
  );
  const outcomes =
    reminder.second.needs === ''
      ? callOutcomes({ reminder, call, shell, asOf, record })
      : el('p', { class: 'card' }, `${reminder.second.needs} Open it in Review for that.`);
  const skip = next && button('Later, next call', () => shell.leave(() => draw(host, shell, { ...day, at: next.id })));
  place.replaceChildren(head, callReasons(line.id), outcomes, ...rest, el('div', { class: 'actions' }, skip, card));
}
