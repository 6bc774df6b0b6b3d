// What Google calls when the workbook is opened, and what the menu items do.
import { refreshAsOf } from '../google/as-of';
import { addMenu, showSidebar } from '../google/screen';

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

/** Menu item: opens the sidebar on Today. */
export function openSidebar(): void {
  showSidebar('today');
}

/** Menu item: opens the sidebar on the formulas. */
export function openFormulas(): void {
  showSidebar('formulas');
}

/** Menu item: opens the sidebar on Set-up. */
export function openSetup(): void {
  showSidebar('setup');
}
