// The page: asks the local server for the workbook's state and draws it; every action is followed by a fresh look.
import './page.css';
import { CellGrid, letters } from './cell-grid';
import { showCharts } from './charts';
import { DialogFrame } from './dialog-frame';
import { ask, type CellView, type ClockMoved, element, type PageState, part, read, type SheetView } from './host-calls';
import { showMenus } from './menu-bar';
import { Outbox } from './outbox';
import { SidebarFrame } from './sidebar-frame';

const MESSAGE_TIME = 7000;

let state: PageState | null = null;
let sheetId: number | null = null;
let sheetVersion = -1;
let lastMoves = -1;
let lastSelection = '';

const formula = part<HTMLInputElement>('formula');
const outbox = new Outbox(report, () => void refresh().catch(report));
const sidebar = new SidebarFrame(() => void refresh());
const dialog = new DialogFrame(() => void refresh());
const grid = new CellGrid(part('cells'), { chosen: showChosen, typed: (entries) => void type(entries) });

/** Looks again at the whole state, and at the cells when something changed. */
async function refresh(): Promise<void> {
  state = await read<PageState>('/api/state');
  // The add-on moved to another tab or cell: show that one.
  const moved = state.moves !== lastMoves;
  if (moved) sheetId = state.activeSheet;
  lastMoves = state.moves;
  if (!state.sheets.some((sheet) => sheet.id === sheetId)) sheetId = state.sheets[0]?.id ?? null;
  part('book-name').textContent = state.name;
  document.title = `${state.name} · Duesheet on this machine`;
  part('reset').hidden = !state.demo;
  part('demo-bank').hidden = !state.demo;
  showClock(state);
  showMenus(state.menus, (handler) => void act('/api/menu', { handler }));
  sidebar.show(state.sidebar);
  dialog.show(state.dialog);
  showPermission(state);
  outbox.show(state.mails, state.incoming);
  showTabs(state);
  for (const message of state.messages) showMessage(message);
  await showCells();
  if (moved) followSelection(state);
}

function followSelection({ selection }: PageState): void {
  if (!selection || selection.sheetId !== sheetId) return;
  lastSelection = JSON.stringify(selection);
  grid.choose(selection.row, selection.column);
}

/** Tells the server which cell the person selected, so that the add-on can ask for it. */
function tellSelection(row: number, column: number): void {
  if (sheetId === null) return;
  const place = JSON.stringify({ sheetId, row, column });
  if (place === lastSelection) return;
  lastSelection = place;
  void ask('/api/select', { sheet: sheetId, row, column }).catch(report);
}

async function showCells(): Promise<void> {
  if (sheetId === null || !state || sheetVersion === state.version) return;
  const { version } = state;
  const view = await read<SheetView>(`/api/sheet?id=${sheetId}`);
  if (view.id !== sheetId) return;
  sheetVersion = version;
  grid.show(view);
  showCharts(part('charts'), view.charts);
}

function showTabs({ sheets }: PageState): void {
  const tabs = sheets.map(({ id, name }) => {
    const chosen = id === sheetId;
    const tab = element('button', name, { type: 'button', role: 'tab', 'aria-selected': String(chosen) });
    tab.addEventListener('click', () => {
      sheetId = id;
      sheetVersion = -1;
      if (state) showTabs(state);
      void showCells().catch(report);
    });
    return tab;
  });
  part('tabs').replaceChildren(...tabs);
}

/** Whether the person has allowed what is built in beyond the usual; a press is what Google's own page would do. */
function showPermission({ permission }: PageState): void {
  const button = part('permission');
  button.hidden = permission === null;
  button.setAttribute('aria-pressed', String(permission === true));
  button.textContent = `Permission for extras: ${permission ? 'given' : 'not given'}`;
}

function showClock({ clock, zone, schedule }: PageState): void {
  const [day = '', time = ''] = clock.split('T');
  const words = new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shown = part<HTMLTimeElement>('clock');
  shown.textContent = `${words}, ${time}`;
  shown.dateTime = clock;
  part('zone').textContent = `${zone} · hourly run ${schedule ? 'on' : 'off'}`;
}

function showChosen(row: number, column: number, cell: CellView | undefined): void {
  tellSelection(row, column);
  part('address').textContent = `${letters(column)}${row + 1}`;
  if (document.activeElement !== formula) formula.value = cell?.f ?? cell?.t ?? '';
  const spilled = cell?.s ? `Filled by the formula in ${cell.s}.` : '';
  part('remark').textContent = cell?.m ?? spilled;
}

function showMessage(text: string): void {
  const message = element('p', text);
  part('messages').append(message);
  setTimeout(() => message.remove(), MESSAGE_TIME);
}

function report(error: unknown): void {
  showMessage(error instanceof Error ? error.message : String(error));
}

/** Says what the server refused, and has the cells read anew: they may show what was only typed. */
function refused(error: unknown): void {
  sheetVersion = -1;
  report(error);
}

/** Has the server do something and looks again; undefined when it could not be done, which is said. */
async function act<T>(path: string, body: Record<string, unknown>): Promise<T | undefined> {
  document.body.setAttribute('aria-busy', 'true');
  const done = await ask<T>(path, body).catch(refused);
  await refresh().catch(report);
  document.body.removeAttribute('aria-busy');
  return done ?? undefined;
}

/** Moves the clock on and says beside it what the time brought. */
async function letPass(by: string): Promise<void> {
  sidebar.forget();
  part('passed').textContent = 'Time passes…';
  const moved = await act<ClockMoved>('/api/clock', { by });
  part('passed').textContent = moved?.message ?? '';
}

async function type(entries: { row: number; column: number; text: string }[]): Promise<void> {
  grid.enter(entries);
  for (const entry of entries.slice(0, -1)) await ask('/api/edit', { sheet: sheetId, ...entry }).catch(refused);
  await act('/api/edit', { sheet: sheetId, ...entries[entries.length - 1] });
}

for (const button of document.querySelectorAll<HTMLElement>('[data-clock]')) {
  button.addEventListener('click', () => void letPass(button.dataset['clock'] ?? 'hour'));
}
part('reset').addEventListener('click', () => {
  const asked = 'Start the demo from the beginning? Everything done in it so far is gone, the mails in the outbox too.';
  if (!window.confirm(asked)) return;
  sheetId = null;
  lastMoves = -1;
  part('passed').textContent = '';
  sidebar.forget();
  void act('/api/reset', {});
});
part('permission').addEventListener('click', () => {
  void act('/api/permission', { on: state?.permission !== true });
});
formula.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    event.preventDefault();
    formula.blur();
    void type([{ ...grid.place(), text: formula.value }]);
  } else if (event.key === 'Escape') {
    formula.blur();
    void refresh().catch(report);
  }
});
refresh().catch(report);
