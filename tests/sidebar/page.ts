// The sidebar's page for tests: opened at 300 px over the fake server.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { ReviewAsked } from '../../src/entry/sidebar-calls';
import type { Scenario } from './fake/fake-server';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** What the sidebar starts with. */
export const SIDEBAR = here('../../src/sidebar/main.ts');
/** What the desk starts with. */
export const DESK = here('../../src/sidebar/desk-main.ts');

/** What Google gives a sidebar across, and some height. */
const SIZE = { width: 300, height: 700 };
/** The least a desk can be used in. */
const DESK_SIZE = { width: 900, height: 560 };
/** The name that the browser of a run finds the pages under (tests/sidebar/page-server.ts). */
export const PAGE_HOST = 'sidebar.test';
const ADDRESS = `http://${PAGE_HOST}/`;
/** What the browser takes as an address, in characters. */
const LONGEST_ADDRESS = 2_000_000;

/**
 * A page of the sidebar's size with nothing in it.
 * @param browser a running browser
 * @param onTrouble told of errors in the page and of requests to a network, where the browser of a run finds nobody
 */
export async function blankPage(browser: Browser, onTrouble: (trouble: string) => void): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  page.on('pageerror', (error) => onTrouble(`page error: ${error.message}`));
  // Told, not held back: a page whose requests are held back keeps no script from one document to the next.
  page.on('request', (request) => {
    if (!request.url().startsWith(ADDRESS)) onTrouble(`request: ${request.url()}`);
  });
  return page;
}

/** Leaves what a page shows: the next document begins with a window, timers and focus of its own. */
export async function blankAgain(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.setViewportSize(SIZE);
}

/**
 * Opens the sidebar over a scenario in a blank page and waits for its first view.
 * @param page a page with nothing in it
 * @param scenario the state of the server
 * @param main another start than the sidebar's own
 */
export async function openSidebar(page: Page, scenario: Scenario, main = SIDEBAR): Promise<void> {
  if (main === DESK) await page.setViewportSize(DESK_SIZE);
  const address = `${ADDRESS}page?${encodeURIComponent(main)}#${encodeURIComponent(JSON.stringify(scenario))}`;
  if (address.length > LONGEST_ADDRESS) throw new Error('The scenario is longer than an address can be.');
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('main .view:not([aria-busy]) > *').first().waitFor();
  // Whoever works at the desk has what they need unfolded.
  if (main === DESK && !scenario.groupsFolded)
    await page.evaluate(() => {
      for (const head of document.querySelectorAll<HTMLElement>('.tab-group[aria-expanded="false"]')) head.click();
    });
}

/** The names of the calls the page made, in order. */
export function callNames(opened: Page): Promise<string[]> {
  return opened.evaluate(() => window.fake.calls.map(({ name }) => name));
}

/** The arguments of the last call of a function. */
export function lastArgs(opened: Page, name: string): Promise<unknown[] | undefined> {
  return opened.evaluate((wanted) => window.fake.calls.filter((call) => call.name === wanted).pop()?.args, name);
}

/** What the page asked the list of Review for, in order; what was read ahead beside it is left out. */
export async function listReadings(opened: Page): Promise<ReviewAsked[]> {
  const asked = await opened.evaluate(() =>
    window.fake.calls.filter(({ name }) => name === 'getReviewPage').map(({ args }) => args[0]),
  );
  return (asked as ReviewAsked[]).filter(({ lines, opened: ahead }) => lines !== 0 && ahead === undefined);
}
