// A letter in a real browser: as it will look, its address completed by hand, and on paper the letter and nothing else.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { lastArgs } from '../page';
import { openReminder, withBrowser } from '../with-browser';

const open = withBrowser();

const LETTER = lineNumber(3, { channel: 'letter', look: '', leaves: '', customer: 'Donnelly Print Works' });

async function opened(): Promise<Page> {
  const page = await open({ lines: [LETTER] });
  await openReminder(page, 'r-3');
  return page;
}

/** Presses Print; the dialog itself is the browser's, so its place is taken by a note that it was opened. */
async function printed(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['dialogs'] = String(
        Number(document.documentElement.dataset['dialogs'] ?? 0) + 1,
      );
    };
  });
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await page.emulateMedia({ media: 'print' });
}

describe('a letter to post', () => {
  it('is shown as it will look, in a frame that runs nothing', async () => {
    const page = await opened();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(await page.frameLocator('iframe').locator('.from').textContent()).toBe('Northwind Trading Ltd');
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
    expect(await page.getByRole('button', { name: /Approve|Edit|test/ }).count()).toBe(0);
  });

  it('is all that comes onto the paper, with the address as it was completed', async () => {
    const page = await opened();
    await page.getByLabel('Address on the letter').fill('Donnelly Print Works\n1 Mill Lane\nLeeds LS1 4AP');
    await printed(page);
    expect(await page.locator('html').getAttribute('data-dialogs')).toBe('1');
    expect(await page.locator('#duesheet').isVisible()).toBe(false);
    const paper = page.locator('.print-page .page');
    expect(await paper.isVisible()).toBe(true);
    expect(await paper.locator('address').innerText()).toBe('Donnelly Print Works\n1 Mill Lane\nLeeds LS1 4AP');
    expect(await paper.innerText()).toContain('https://pay.example/1');
    expect(await page.title()).toMatch(/^Final reminder: /);
  });

  it('fills one sheet of paper, in its whole width', async () => {
    const page = await opened();
    await printed(page);
    await page.setViewportSize({ width: 794, height: 1123 });
    const box = await page.locator('.print-page .page').boundingBox();
    expect(box?.width).toBeGreaterThan(700);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });

  it('brings nothing onto the page that could run, whatever its text holds', async () => {
    const page = await opened();
    await printed(page);
    expect(await page.locator('.print-page').locator('script, a').count()).toBe(0);
    // Of the pictures only the code for banking apps, which is in the page itself.
    const pictures = page.locator('.print-page img');
    expect(await pictures.count()).toBe(1);
    expect(await pictures.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    expect(await page.evaluate(() => window.pwned)).toBeUndefined();
  });

  it('leaves the sidebar as it was once the dialog is closed', async () => {
    const page = await opened();
    await printed(page);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.print-page').count()).toBe(0);
    expect(await page.title()).toBe('Duesheet');
    expect(await page.locator('.reminder-head').isVisible()).toBe(true);
  });

  it('is recorded at a click once it was posted, or with what they answered', async () => {
    const page = await opened();
    expect(await page.getByRole('group', { name: 'What came of it' }).getByRole('button').allTextContents()).toEqual([
      'Letter posted',
      'They answered',
      'Promised…',
      'Paid already…',
      'Will call back…',
      'Disputes…',
    ]);
    await page.getByRole('button', { name: 'Letter posted' }).click();
    await page.locator('.reminder-head').waitFor({ state: 'detached' });
    expect(await lastArgs(page, 'recordOutcome')).toEqual(['r-3', 'done', '']);
  });
});
