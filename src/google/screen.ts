// The menu, the sidebar and the desk.
import { withoutTexts } from './shipped-texts';

/** The views the sidebar can open on. */
export type SidebarView = 'today' | 'setup' | 'formulas' | 'why' | 'installation' | 'leaving' | 'closing';

/** Long enough to read two sentences. */
const SECONDS_SHOWN = 10;

/** Adds the menu Duesheet; allowed before anybody has given a permission. */
export function addMenu(): void {
  const ui = SpreadsheetApp.getUi();
  const help = ui
    .createMenu('Help')
    .addItem('Check this installation', 'openInstallation')
    .addItem('Draw the charts of AR Dashboard anew', 'redrawDashboard')
    .addItem('Move closed years of the log', 'moveYears')
    .addItem('Leave Duesheet…', 'openLeaving');
  ui.createMenu('Duesheet')
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Open the desk', 'openDesk')
    .addItem('Why this row?', 'openWhy')
    .addItem('Apply decisions in AR Queue', 'applyDecisions')
    .addItem('AR Dashboard', 'openDashboard')
    .addItem('Close a month', 'openClosing')
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

/** The desk, in pixels: at most this, at least what it can be used in, and what fits a small laptop. */
const MOST = { width: 1100, height: 700 };
const LEAST = { width: 900, height: 560 };
const USUAL = { width: 1040, height: 600 };
/** What the editor and the frame of the dialog take of the screen. */
const AROUND = { width: 120, height: 220 };

/**
 * Shows the desk beside the grid, which stays in use. The size is what the screen has room for.
 * @param screen width and height of the screen in pixels, where a page could tell them; 0 else
 */
export function showDesk(screen: { width: number; height: number }): void {
  const size = (side: 'width' | 'height'): number =>
    screen[side] > 0 ? Math.max(LEAST[side], Math.min(MOST[side], screen[side] - AROUND[side])) : USUAL[side];
  const page = HtmlService.createHtmlOutputFromFile('desk').setWidth(size('width')).setHeight(size('height'));
  SpreadsheetApp.getUi().showModelessDialog(page, 'Duesheet');
}

/** Says something in a corner of the screen for some seconds. */
export function say(message: string): void {
  SpreadsheetApp.getActive().toast(message, 'Duesheet', SECONDS_SHOWN);
}
