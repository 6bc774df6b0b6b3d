// The browser of a worker, as its test files reach it one after the other.
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { findBrowser } from './browser';
import { PAGE_HOST } from './sidebar/page';

let running: Promise<Browser> | null = null;

/**
 * The browser of this worker, started for its first file; it ends with the worker. One for each worker, spoken to from there: through
 * a browser that all shared every word went through the process that leads the run as well.
 */
export function connectBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const { path, flags } = await findBrowser();
  // What is asked for outside of this machine is not found: no test leans on a network.
  const known = `MAP ${PAGE_HOST} 127.0.0.1:${inject('pagesPort')}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
  const args = [...flags, `--host-resolver-rules=${known}`];
  return chromium.launch({ executablePath: path, args, headless: true });
}

/** Closes the pages of a file and leaves the browser to the next one. */
export async function leaveBrowser(): Promise<void> {
  const browser = await running;
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
}
