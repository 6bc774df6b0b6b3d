// The browser of this run, as a test file reaches it.
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the browser of this run; closing the connection closes its pages and leaves the browser to others. */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browserAddress'));
}
