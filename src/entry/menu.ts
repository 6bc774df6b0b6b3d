// What Google calls when the workbook is opened, and what the menu items do.

import { refreshAsOf } from '../google/as-of';
import { googlePorts } from '../google/ports';
import { toResult } from '../google/result';
import { addMenu, type SidebarView, say, showSidebar } from '../google/screen';
import { makeDashboard } from '../usecases/figures-page/make-dashboard';
import type { Result } from '../usecases/result';
import { applyGrid } from '../usecases/review/apply-grid';
import { isSetUp } from '../usecases/setup/set-up';
import type { ChangeResult } from '../usecases/waiting/change-result';
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

const isUnset = (): boolean => {
  const known = toResult(() => isSetUp(googlePorts()));
  return known.ok && !known.value;
};

/** Opens the sidebar on a view; in a workbook that nobody has set up yet on Set-up. */
function open(view: SidebarView): void {
  showSidebar(isUnset() ? 'setup' : view);
}

/** Says what was done, or why not; where nobody has set the workbook up yet, Set-up opens beside it. */
function tell(done: Result<ChangeResult>): void {
  if (done.ok || done.code !== 'not-set-up') say(done.ok ? done.value.message : done.message);
  if (isUnset()) showSidebar('setup');
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
  tell(toResult(() => applyGrid(googlePorts())));
}

/** Menu item: moves entries of closed years from AR Log into tabs of their own. */
export function moveYears(): void {
  tell(toResult(() => moveClosedYears(googlePorts())));
}

/** Menu item: makes the tab AR Dashboard, or brings it up to date. */
export function openDashboard(): void {
  tell(toResult(() => makeDashboard(googlePorts(), false)));
}

/** Menu item: draws the charts of AR Dashboard anew. */
export function redrawDashboard(): void {
  tell(toResult(() => makeDashboard(googlePorts(), true)));
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
  open('installation');
}

/** Menu item: opens the sidebar on leaving. */
export function openLeaving(): void {
  open('leaving');
}
