// The menu and the sidebar.
import { withoutTexts } from './shipped-texts';

/** The views the sidebar can open on. */
export type SidebarView = 'today' | 'setup' | 'formulas' | 'why' | 'installation' | 'leaving';

/** Long enough to read two sentences. */
const SECONDS_SHOWN = 10;

/** Adds the menu Duesheet; allowed before anybody has given a permission. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const help = ui
    .createMenu('Help')
    .addItem('Check this installation', 'openInstallation')
    .addItem('Move closed years of the log', 'moveYears')
    .addItem('Leave Duesheet…', 'openLeaving');
  ui.createMenu('Duesheet')
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Why this row?', 'openWhy')
    .addItem('Apply decisions in AR Queue', 'applyDecisions')
    .addSeparator()
    .addItem('Formulas', 'openFormulas')
    .addItem('Set up', 'openSetup')
    .addSubMenu(help)
    .addToUi();
}

/** Shows the sidebar on one of its views. */
export function showSidebar(view: SidebarView): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  const content = withoutTexts(page.getContent()).replace('data-open="today"', `data-open="${view}"`);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(content).setTitle('Duesheet'));
}

/** Says something in a corner of the screen for some seconds. */
export function say(message: string): void {
  SpreadsheetApp.getActive().toast(message, 'Duesheet', SECONDS_SHOWN);
}
