// The page in a real browser: the workbook, the menu, the sidebar in its frame, the outbox and the clock.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/local/built-project';
import { connectBrowser, leaveBrowser } from '../connect-browser';

let server: ChildProcess;
let browser: Browser;
let page: Page;
/** Two cores shared with other tests: an answer may take its time. */
const PATIENCE = { timeout: 15_000 };
const faults: string[] = [];
const elsewhere: string[] = [];

async function startServer(): Promise<string> {
  server = spawn(process.execPath, [join(projectRoot(), 'build', 'local.mjs'), 'serve', '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

beforeAll(async () => {
  const address = await startServer();
  browser = await connectBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob|about):/.test(request.url())) elsewhere.push(request.url());
  });
  await page.goto(address);
  await page.getByRole('tab', { name: 'Invoices' }).waitFor();
});
afterAll(async () => {
  await leaveBrowser();
  server?.kill();
});

describe('the page', () => {
  it('shows the invoices of the demo company', async () => {
    await expect.poll(() => page.locator('revo-grid .rgCell', { hasText: 'LR-004001' }).count(), PATIENCE).toBe(1);
    expect(await page.title()).toContain('Lindqvist & Rowe');
  });

  it('shows a formula in the formula bar and its result in the cell', async () => {
    await page.getByRole('tab', { name: 'Dashboard' }).click();
    await page.locator('revo-grid .rgCell', { hasText: 'Current' }).first().waitFor();
    await page.locator('revo-grid .rgCell[data-rgcol="1"][data-rgrow="4"]').first().click();
    await expect.poll(() => page.locator('#address').textContent(), PATIENCE).toBe('B5');
    expect(await page.locator('#formula').inputValue()).toMatch(/^=SUMIFS\(/);
  });

  it('takes a formula typed into the formula bar and shows its result', async () => {
    await page.locator('revo-grid .rgCell[data-rgcol="4"][data-rgrow="1"]').first().click();
    await expect.poll(() => page.locator('#address').textContent(), PATIENCE).toBe('E2');
    await page.locator('#formula').fill('=1+2*3');
    await page.locator('#formula').press('Enter');
    await expect
      .poll(() => page.locator('revo-grid .rgCell[data-rgcol="4"][data-rgrow="1"]').first().textContent(), PATIENCE)
      .toBe('7');
  });

  it('takes a value typed into a cell, and shows it before the workbook has answered', async () => {
    // The page draws the cells anew after each edit; a person types into what is drawn.
    await page.locator('body:not([aria-busy])').waitFor();
    const cell = page.locator('revo-grid .rgCell[data-rgcol="5"][data-rgrow="1"]').first();
    await cell.dblclick();
    const editor = page.locator('revogr-edit input');
    await editor.waitFor();
    expect(await page.locator('#address').textContent()).toBe('F2');
    let answer = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/edit', async (route) => {
      await isHeld;
      await route.continue();
    });
    await editor.fill('0.120');
    await editor.press('Enter');
    await expect.poll(() => cell.textContent(), PATIENCE).toBe('0.120');
    answer();
    await expect.poll(() => cell.textContent(), PATIENCE).toBe('0.12');
    await page.unroute('**/api/edit');
    // What the workbook does not take is not left standing.
    await page.route('**/api/edit', (route) => route.fulfill({ status: 400, json: { error: 'Not into this cell.' } }));
    await page.locator('#formula').fill('lost');
    await page.locator('#formula').press('Enter');
    await page.getByText('Not into this cell.').waitFor();
    await expect.poll(() => cell.textContent(), PATIENCE).toBe('0.12');
    await page.unroute('**/api/edit');
  });

  it('runs the real sidebar in a frame that can reach neither the page nor the server', async () => {
    const frame = page.frameLocator('#sidebar-frame iframe');
    await expect.poll(() => frame.locator('body').textContent(), PATIENCE).toContain('Preview');
    const sandbox = await page.locator('#sidebar-frame iframe').getAttribute('sandbox');
    expect(sandbox).toBe('allow-scripts allow-forms allow-popups allow-modals allow-downloads');
    expect((await page.locator('#sidebar').boundingBox())?.width).toBe(300);
    const handle = page.frames().find((candidate) => candidate !== page.mainFrame());
    const reached = await handle?.evaluate(async () => {
      try {
        return String(parent.document.title);
      } catch {
        return fetch('/api/state').then(
          (answer) => `status ${answer.status}`,
          () => 'refused',
        );
      }
    });
    expect(['refused', 'status 403']).toContain(reached);
  });

  it('never gives the sidebar’s frame the token of the page', async () => {
    const token = await page.locator('meta[name="duesheet-token"]').getAttribute('content');
    expect(token?.length).toBeGreaterThan(30);
    const handle = page.frames().find((candidate) => candidate !== page.mainFrame());
    // What the frame was made of, and every message that the page sends it in answer to a call.
    const seen = await handle?.evaluate(async () => {
      const heard: string[] = [document.documentElement.outerHTML];
      await new Promise<void>((resolve) => {
        addEventListener('message', (event) => {
          heard.push(JSON.stringify(event.data));
          resolve();
        });
        parent.postMessage({ duesheet: 'run', call: 4711, name: 'getToday', args: [] }, '*');
      });
      return heard.join('\n');
    });
    expect(seen).toContain('"call":4711');
    expect(seen).not.toContain(token);
  });

  it('says it in the frame’s own words when the sidebar calls what the project does not declare', async () => {
    const handle = page.frames().find((candidate) => candidate !== page.mainFrame());
    const answer = await handle?.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => data.call === 4712 && resolve(data.error));
          parent.postMessage({ duesheet: 'run', call: 4712, name: 'eval', args: ['1'] }, '*');
        }),
    );
    expect(answer).toBe('The add-on has no function "eval" that a page may call.');
  });

  it('closes the sidebar and opens it again from the add-on’s menu, by keyboard', async () => {
    await page.getByRole('button', { name: 'Close the sidebar' }).click();
    await expect.poll(() => page.locator('#sidebar').isVisible(), PATIENCE).toBe(false);
    await page.getByRole('button', { name: 'Duesheet', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#sidebar').isVisible(), PATIENCE).toBe(true);
  });

  it('shows the desk as a dialog over the grid, which can be moved and closed', async () => {
    await page.getByRole('button', { name: 'Duesheet', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open the desk' }).click();
    const dialog = page.getByRole('region', { name: 'Duesheet' });
    const desk = page.frameLocator('#dialog-frame iframe');
    await desk.locator('.reader-head h1').waitFor({ timeout: 60_000 });
    const size = await page.locator('#dialog-frame').boundingBox();
    expect([size?.width, size?.height]).toEqual([1040, 600]);
    const before = await dialog.boundingBox();
    await page.getByRole('button', { name: 'Move the dialog by the arrow keys' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect((await dialog.boundingBox())?.x).toBe((before?.x ?? 0) - 24);
    await page.getByRole('button', { name: 'Close the dialog' }).click();
    await expect.poll(() => dialog.isVisible(), PATIENCE).toBe(false);
  });

  it('shows the whole name of the workbook at twice the size of letters', async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await page.locator('#book-name').evaluate((name) => name.scrollWidth - name.clientWidth)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    if (before) await page.setViewportSize(before);
  });

  it('moves the clock by an hour', async () => {
    const before = (await page.locator('#clock').getAttribute('datetime')) ?? '';
    await page.getByRole('button', { name: '+1 hour' }).click();
    await expect.poll(() => page.locator('#clock').getAttribute('datetime'), PATIENCE).not.toBe(before);
  });

  it('has an outbox, empty as long as nothing is live', async () => {
    await page.getByRole('button', { name: /^Outbox/ }).click();
    await expect.poll(() => page.locator('#mail').textContent(), PATIENCE).toContain('No mail has left');
  });

  it('shows a mail that left as its recipient sees it, and hands out its raw message', async () => {
    const call = (name: string, ...args: unknown[]) =>
      page.evaluate(
        async ([body]) => {
          const token = document.querySelector<HTMLMetaElement>('meta[name="duesheet-token"]')?.content ?? '';
          const headers = { 'content-type': 'application/json', 'x-duesheet-token': token };
          const answer = await fetch('/api/call', { method: 'POST', headers, body: body ?? '' });
          return ((await answer.json()) as { value: { ok: boolean; value: unknown } }).value;
        },
        [JSON.stringify({ name, args })],
      );
    const review = (await call('getReview')).value as { lines: { id: string; channel: string; customer: string }[] };
    const line = review.lines.find(
      ({ channel, customer }) => channel === 'email' && customer === 'Calder & Finch Interiors',
    );
    for (const done of [
      await call('setLive', true),
      await call('approveReminders', [line?.id]),
      await call('sendNext'),
    ]) {
      expect(done).toMatchObject({ ok: true });
    }
    await page.reload();
    await page.getByRole('button', { name: 'Outbox (1)' }).click();
    expect(await page.locator('#mails .to').allTextContents()).toEqual(['Calder & Finch Interiors']);
    await page.getByRole('heading', { name: /^Lindqvist/, level: 3 }).waitFor();
    const overlap = await page.evaluate(() => {
      const edges = document.querySelector('.mail-head h3')?.getBoundingClientRect();
      const views = document.querySelector('.outbox .views')?.getBoundingClientRect();
      return edges && views ? edges.right - views.left : null;
    });
    expect(overlap).toBeLessThanOrEqual(0);
    const mail = page.frameLocator('#mail iframe');
    await expect.poll(() => mail.locator('body').textContent(), PATIENCE).toContain('Dear Daniel Whitcombe');
    expect(await page.locator('#mail iframe').getAttribute('sandbox')).toBe('');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .eml' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[\w-]+\.eml$/);
    const parts = await (await download.createReadStream()).setEncoding('latin1').toArray();
    const raw = parts.join('');
    expect(raw).toMatch(/^From: .*\r\nTo: accounts@calder-finch\.example\r\n/);
  });

  it('says what a day brought, until the clock is moved again', async () => {
    const before = (await page.locator('#clock').getAttribute('datetime')) ?? '';
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText('Time passes…').waitFor();
    const said = page.getByRole('status', { name: 'What the time brought' });
    await expect
      .poll(() => said.textContent(), PATIENCE)
      .toMatch(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w+: .*\d+ waits? for you\.$/);
    const after = (await page.locator('#clock').getAttribute('datetime')) ?? '';
    expect(Date.parse(after) - Date.parse(before)).toBe(86_400_000);
  });

  it('ran without a fault and asked nobody else for anything', () => {
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
  });
});
