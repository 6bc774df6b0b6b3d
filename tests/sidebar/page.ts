// The sidebar's page for tests: built from the sources by esbuild, opened at 300 px over the fake server.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
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
  return (built.outputFiles[0]?.text ?? '').replace(/<\/script/gi, '<\\/script');
}

/**
 * The sidebar as one HTML text, as the build makes it.
 * @param main what starts in it; the sidebar's own start unless a test brings another
 */
export function sidebarHtml(main = here('../../src/sidebar/main.ts')): string {
  const source = here('../../src/sidebar/');
  const style = bundle(`${source}sidebar.css`);
  const script = bundle(main);
  return readFileSync(`${source}sidebar.html`, 'utf8')
    .replace('/*STYLE*/', () => style)
    .replace('/*SCRIPT*/', () => script);
}

const pages = new Map<string, string>();
let server: string | undefined;

/**
 * Opens the sidebar over a scenario and waits for its first view.
 * @param browser a running browser
 * @param scenario the state of the server
 * @param onTrouble told of errors in the page and of requests to a network, which are refused
 * @param main another start than the sidebar's own
 */
export async function openSidebar(
  browser: Browser,
  scenario: Scenario,
  onTrouble: (trouble: string) => void = () => undefined,
  main?: string,
): Promise<Page> {
  const html = pages.get(main ?? '') ?? sidebarHtml(main);
  pages.set(main ?? '', html);
  server ??= bundle(here('fake/fake-server.ts'));
  const opened = await browser.newPage({ viewport: { width: 300, height: 700 } });
  opened.on('pageerror', (error) => onTrouble(`page error: ${error.message}`));
  await opened.route('**/*', (route) => {
    onTrouble(`request: ${route.request().url()}`);
    return route.abort();
  });
  await opened.setContent('<!DOCTYPE html>');
  const given = JSON.stringify(scenario).replace(/</g, '\\u003c');
  const setup = `<script>window.scenario=${given};</script><script>${server}</script>`;
  await opened.setContent(html.replace('<body data-open="today">', (body) => `${body}${setup}`));
  await opened.locator('main .view:not([aria-busy]) > *').first().waitFor();
  return opened;
}

/** The names of the calls the page made, in order. */
export function callNames(opened: Page): Promise<string[]> {
  return opened.evaluate(() => window.fake.calls.map(({ name }) => name));
}

/** The arguments of the last call of a function. */
export function lastArgs(opened: Page, name: string): Promise<unknown[] | undefined> {
  return opened.evaluate((wanted) => window.fake.calls.filter((call) => call.name === wanted).pop()?.args, name);
}
