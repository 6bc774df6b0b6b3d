// The menu and the sidebar.

/** The views the sidebar can open on. */
export type SidebarView = 'today' | 'setup' | 'formulas';

/** Adds the menu Duesheet; allowed before anybody has given a permission. */
export function addMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu('Duesheet')
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Formulas', 'openFormulas')
    .addItem('Set up', 'openSetup')
    .addToUi();
}

/** Shows the sidebar on one of its views. */
export function showSidebar(view: SidebarView): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar');
  const content = page.getContent().replace('data-open="today"', `data-open="${view}"`);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(content).setTitle('Duesheet'));
}
