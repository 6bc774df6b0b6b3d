// One browser for all browser tests of a run, and the pages it opens: started before the first file, closed after the last.
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser';
import { PAGE_HOST } from './sidebar/page';
import { servePages } from './sidebar/page-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of this run listens. */
    browserAddress: string;
  }
}

/**
 * Starts the browser and the server of its pages, and tells the tests where the browser listens.
 * @returns closes both
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, flags } = await findBrowser();
  const pages = await servePages();
  // What is asked for outside of this machine is not found: no test leans on a network.
  const known = `MAP ${PAGE_HOST} 127.0.0.1:${pages.port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
  const args = [...flags, `--host-resolver-rules=${known}`];
  const server = await chromium.launchServer({ executablePath: path, args, headless: true });
  project.provide('browserAddress', server.wsEndpoint());
  return async () => {
    await server.close();
    pages.close();
  };
}
