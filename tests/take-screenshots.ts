// Takes the pictures in docs/ anew: the local host with the demo company, and the sidebar's views at their own width.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';

const host = spawn('node', ['build/local.mjs', 'serve', '--no-open', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [chunk] = (await once(host.stdout, 'data')) as [Buffer];
const address = chunk.toString().trim();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await openReview(page);
  await page.screenshot({ path: 'docs/local-host.png' });
  const sidebar = page.locator('#sidebar');
  await sidebar.screenshot({ path: 'docs/sidebar-review.png' });
  await view(page, 'Today');
  await sidebar.screenshot({ path: 'docs/sidebar-today.png' });
} finally {
  await browser.close();
  host.kill();
}

async function view(page: Page, name: string): Promise<void> {
  await page.frameLocator('#sidebar iframe').getByRole('tab', { name }).click();
  await page.waitForTimeout(1500);
}

async function openReview(page: Page): Promise<void> {
  await page.frameLocator('#sidebar iframe').getByRole('tab', { name: 'Review' }).waitFor();
  await view(page, 'Review');
}
