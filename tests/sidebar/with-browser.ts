// A page of the run's browser for each test, which ends the test when the page breaks.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { connectBrowser, leaveBrowser } from '../connect-browser';
import type { Scenario } from './fake/fake-server';
import { blankAgain, blankPage, openSidebar } from './page';

/**
 * Takes the browser before the tests of a file and leaves it after them.
 * @param main another start than the sidebar's own
 * @returns opens the sidebar over a scenario; a page error or a request to a network fails the test
 */
export function withBrowser(main?: string): (scenario: Scenario) => Promise<Page> {
  let browser: Browser;
  const blank: Page[] = [];
  const open: Page[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    browser = await connectBrowser();
  });
  afterAll(leaveBrowser);
  afterEach(async () => {
    // A new page is a new process of the browser, a new document is not.
    const used = open.splice(0);
    await Promise.all(used.map(blankAgain));
    blank.push(...used);
    expect(troubles.splice(0)).toEqual([]);
  });
  return async (scenario) => {
    const page = blank.pop() ?? (await blankPage(browser, (trouble) => troubles.push(trouble)));
    open.push(page);
    await openSidebar(page, scenario, main);
    return page;
  };
}

/** Opens a tab and waits until its view is there. */
export async function openTab(page: Page, name: 'Today' | 'Review' | 'Problems' | 'More'): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await page.locator('main .view:not([aria-busy]) > *').first().waitFor();
}

/** Opens a page behind More and waits until it is there. */
export async function openPage(page: Page, label: string): Promise<void> {
  await openTab(page, 'More');
  await page.locator(`[data-entry="${label}"]`).click();
  await page.locator('main .page:not([aria-busy]) > :not(.loading)').first().waitFor();
}

/** Opens Review and in it one reminder. */
export async function openReminder(page: Page, id: string): Promise<void> {
  await openTab(page, 'Review');
  await page.locator(`[data-id="${id}"] .line-open`).click();
  await page.locator('.reminder-head').waitFor();
}
