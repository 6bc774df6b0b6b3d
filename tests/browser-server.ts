// What the browser tests of a run share: the server of their pages, started before the first file and closed after the last.
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser';
import { servePages } from './sidebar/page-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the pages of this run are served. */
    pagesPort: number;
  }
}

/**
 * Finds the browser, so that a machine without one hears of it once, and starts the server of its pages.
 * @returns closes it
 */
export async function setup(project: TestProject): Promise<() => void> {
  await findBrowser();
  const pages = await servePages();
  project.provide('pagesPort', pages.port);
  return pages.close;
}
