// Takes the pictures in docs/ anew: the local host with the demo company, and the sidebar's views at their own width.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from './browser';

/** The pages under More, by the name on their entry, and the file each picture goes to. */
const PAGES: readonly (readonly [entry: string, file: string])[] = [
  ['Why this invoice?', 'sidebar-why'],
  ['Calls', 'sidebar-calls'],
  ['Promises and disputes', 'sidebar-promises'],
  ['Next 30 days', 'sidebar-forecast'],
  ['Data check', 'sidebar-data-check'],
  ['Settings', 'sidebar-settings'],
  ['Going live', 'sidebar-going-live'],
];
/** An overdue invoice of the demo company, part of which is disputed. */
const INVOICE = 'LR-004157';
/** A customer of the demo company with something to tell. */
const CUSTOMER = 'Textiles Garonne SARL';
const FOLDER = process.argv[2] ?? 'docs';

const host = spawn('node', ['build/local.mjs', 'serve', '--no-open', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [chunk] = (await once(host.stdout, 'data')) as [Buffer];
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(chunk.toString().trim());
  await takeAll(page);
} finally {
  await browser.close();
  host.kill();
}

async function takeAll(page: Page): Promise<void> {
  const frame = page.frameLocator('#sidebar iframe');
  await frame.getByRole('tab', { name: 'Review' }).waitFor();
  await openTab(page, frame, 'Review');
  await page.screenshot({ path: join(FOLDER, 'local-host.png') });
  await picture(page, 'sidebar-review');
  await openTab(page, frame, 'Today');
  await picture(page, 'sidebar-today');
  await openTab(page, frame, 'More');
  await picture(page, 'sidebar-more');
  for (const [entry, file] of PAGES) {
    await openTab(page, frame, 'More');
    await frame.locator(`[data-entry="${entry}"]`).click();
    await settled(page, frame);
    if (entry.startsWith('Why')) await search(page, frame, INVOICE);
    await picture(page, file);
  }
  await openTab(page, frame, 'More');
  await frame.locator('[data-entry="Customers"]').click();
  await search(page, frame, CUSTOMER);
  await frame.getByRole('button', { name: CUSTOMER }).first().click();
  await settled(page, frame);
  await picture(page, 'sidebar-customer');
  await openTab(page, frame, 'Review');
  await frame.getByRole('button', { name: 'Open the desk' }).first().click();
  const desk = page.frameLocator('.dialog iframe');
  await desk
    .getByRole('button', { name: /^Approve/ })
    .first()
    .waitFor();
  await page.waitForTimeout(3000);
  await page.screenshot({ path: join(FOLDER, 'desk.png') });
  await desk.getByRole('button', { name: 'Set-up', exact: true }).click();
  await desk.getByRole('tab', { name: 'Policy' }).click();
  await settled(page, desk);
  await deskPicture(page, 'desk-policy');
  await desk.getByRole('tab', { name: 'Texts' }).click();
  await settled(page, desk);
  await desk.getByRole('button', { name: 'Friendly' }).first().click();
  await desk.locator('.text-column').first().waitFor();
  await settled(page, desk);
  await deskPicture(page, 'desk-texts');
}

async function deskPicture(page: Page, file: string): Promise<void> {
  await page.locator('.dialog').screenshot({ path: join(FOLDER, `${file}.png`) });
}

/** Looks for something by its name; an invoice found alone opens by itself. */
async function search(page: Page, frame: FrameLocator, name: string): Promise<void> {
  await frame.getByRole('searchbox').fill(name);
  await frame.getByRole('searchbox').press('Enter');
  // An answer that comes late would open its page over the next one.
  await page.waitForTimeout(4000);
  await settled(page, frame);
}

async function openTab(page: Page, frame: FrameLocator, name: string): Promise<void> {
  await frame.getByRole('tab', { name }).click();
  await settled(page, frame);
}

async function settled(page: Page, frame: FrameLocator): Promise<void> {
  await page.waitForTimeout(500);
  await frame.locator('.loading').first().waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForTimeout(500);
}

async function picture(page: Page, file: string): Promise<void> {
  await page.locator('#sidebar').screenshot({ path: join(FOLDER, `${file}.png`) });
}
