// One browser for the tests of a file, and a page for each of them that ends the test when the page breaks.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../browser';
import type { Scenario } from './fake/fake-server';
import { openSidebar } from './page';

/**
 * Starts a browser before the tests of a file and closes it after them.
 * @param main another start than the sidebar's own
 * @returns opens the sidebar over a scenario; a page error or a request to a network fails the test
 */
export function withBrowser(main?: string): (scenario: Scenario) => Promise<Page> {
  let browser: Browser;
  const pages: Page[] = [];
  const troubles: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    expect(troubles.splice(0)).toEqual([]);
  });
  return async (scenario) => {
    const page = await openSidebar(browser, scenario, (trouble) => troubles.push(trouble), main);
    pages.push(page);
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
