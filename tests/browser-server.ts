// One browser for all browser tests of a run: started before the first file, closed after the last one.
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of this run listens. */
    browserAddress: string;
  }
}

/**
 * Starts the browser and tells the tests where it listens.
 * @returns closes it
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { path, flags } = await findBrowser();
  const server = await chromium.launchServer({ executablePath: path, args: flags, headless: true });
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
