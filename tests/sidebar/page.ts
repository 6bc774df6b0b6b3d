// The sidebar's page for tests: built from the sources by esbuild, opened at 300 px over the fake server.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { ReviewAsked } from '../../src/entry/sidebar-calls';
import type { Scenario } from './fake/fake-server';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function bundle(entry: string): string {
  const define = { __DUESHEET_VERSION__: '"7.8.9"' };
  const built = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    define,
  });
  return (built.outputFiles[0]?.text ?? '').replace(/<\/script/gi, '<\\/script').replaceAll('<?', '<\\x3f');
}

/** What the desk starts with. */
export const DESK = here('../../src/sidebar/desk-main.ts');

/**
 * The sidebar or the desk as one HTML text, as the build makes it.
 * @param main what starts in it; the sidebar's own start unless a test brings another
 */
export function sidebarHtml(main = here('../../src/sidebar/main.ts')): string {
  const source = here('../../src/sidebar/');
  const style = bundle(`${source}${main === DESK ? 'desk.css' : 'sidebar.css'}`);
  const script = bundle(main);
  return readFileSync(`${source}sidebar.html`, 'utf8')
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script);
}

/** What Google gives a sidebar across, and some height. */
const SIZE = { width: 300, height: 700 };
/** The least a desk can be used in. */
const DESK_SIZE = { width: 900, height: 560 };
const pages = new Map<string, string>();
let server: string | undefined;

/**
 * A page of the sidebar's size with nothing in it.
 * @param browser a running browser
 * @param onTrouble told of errors in the page and of requests to a network, which are refused
 */
export async function blankPage(browser: Browser, onTrouble: (trouble: string) => void): Promise<Page> {
  const page = await browser.newPage({ viewport: SIZE });
  page.on('pageerror', (error) => onTrouble(`page error: ${error.message}`));
  await page.route('**/*', (route) => {
    onTrouble(`request: ${route.request().url()}`);
    return route.abort();
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
export async function openSidebar(page: Page, scenario: Scenario, main?: string): Promise<void> {
  const html = pages.get(main ?? '') ?? sidebarHtml(main);
  pages.set(main ?? '', html);
  server ??= bundle(here('fake/fake-server.ts'));
  if (main === DESK) await page.setViewportSize(DESK_SIZE);
  await page.setContent('<!DOCTYPE html>');
  const given = JSON.stringify(scenario).replace(/</g, '\\u003c');
  const setup = `<script>window.scenario=${given};</script><script>${server}</script>`;
  await page.setContent(html.replace('<body data-open="today">', (body) => `${body}${setup}`));
  await page.locator('main .view:not([aria-busy]) > *').first().waitFor();
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
