// What Google calls when the workbook is opened, and what the menu items do.

import { refreshAsOf } from '../google/as-of';
import { googlePorts } from '../google/ports';
import { toResult } from '../google/result';
import { addMenu, type SidebarView, say, showSidebar } from '../google/screen';
import { makeDashboard } from '../usecases/figures-page/make-dashboard';
import { applyGrid } from '../usecases/review/apply-grid';
import { isSetUp } from '../usecases/setup/set-up';
import { moveClosedYears } from '../usecases/workbook-mode/move-closed-years';

/**
 * Adds the menu Duesheet and, where the workbook lets it, brings the as-of day up to date.
 * @param e the event Google passes on opening
 */
export function onOpen(e: GoogleAppsScript.Events.SheetsOnOpen): void {
  addMenu();
  refreshAsOf(e);
}

/**
 * Adds the menu right after installation.
 * @param e the event Google passes on installing
 */
export function onInstall(e: GoogleAppsScript.Events.AddonOnInstall): void {
  onOpen(e as unknown as GoogleAppsScript.Events.SheetsOnOpen);
}

/** Opens the sidebar on a view; in a workbook that nobody has set up yet on Set-up. */
function open(view: SidebarView): void {
  const known = toResult(() => isSetUp(googlePorts()));
  showSidebar(known.ok && !known.value ? 'setup' : view);
}

/** Menu item: opens the sidebar on Today. */
export function openSidebar(): void {
  open('today');
}

/** Menu item: opens the sidebar on why the selected row is reminded of, or why not. */
export function openWhy(): void {
  open('why');
}

/** Menu item: acts on what people wrote into the column Decide of AR Queue. */
export function applyDecisions(): void {
  const applied = toResult(() => applyGrid(googlePorts()));
  if (!applied.ok && applied.code === 'not-set-up') open('today');
  else say(applied.ok ? applied.value.message : applied.message);
}

/** Menu item: moves entries of closed years from AR Log into tabs of their own. */
export function moveYears(): void {
  const moved = toResult(() => moveClosedYears(googlePorts()));
  if (!moved.ok && moved.code === 'not-set-up') open('today');
  else say(moved.ok ? moved.value.message : moved.message);
}

/** Menu item: makes the tab AR Dashboard, or brings it up to date. */
export function openDashboard(): void {
  const made = toResult(() => makeDashboard(googlePorts(), false));
  say(made.ok ? made.value.message : made.message);
}

/** Menu item: draws the charts of AR Dashboard anew. */
export function redrawDashboard(): void {
  const made = toResult(() => makeDashboard(googlePorts(), true));
  say(made.ok ? made.value.message : made.message);
}

/** Menu item: opens the sidebar on closing a month. */
export function openClosing(): void {
  open('closing');
}

/** Menu item: opens the sidebar on the formulas. */
export function openFormulas(): void {
  open('formulas');
}

/** Menu item: opens the sidebar on Set-up. */
export function openSetup(): void {
  showSidebar('setup');
}

/** Menu item: opens the sidebar on the check of this installation. */
export function openInstallation(): void {
  showSidebar('installation');
}

/** Menu item: opens the sidebar on leaving. */
export function openLeaving(): void {
  showSidebar('leaving');
}
