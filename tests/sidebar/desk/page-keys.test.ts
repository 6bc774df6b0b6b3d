// The keys of the desk's pages: along a list and into a line, a letter of a page's own, none while somebody writes, and the help.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { sentLine } from '../fake/fake-sent';
import { callNames, DESK, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(DESK);

async function at(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab, exact: true }).click();
  await page.getByRole('button', { name: 'Keys: what they do on this page' }).waitFor();
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the keys of a page', () => {
  it('go along what was sent, and Enter opens it', async () => {
    const page = await open({
      lines: [],
      sent: [0, 1, 2].map((day) => sentLine(day, { customer: `Customer ${day}`, id: 'r-1' })),
    });
    await at(page, 'Sent');
    for (const [key, name] of [
      ['j', 'Customer 0'],
      ['j', 'Customer 1'],
      ['k', 'Customer 0'],
      ['k', 'Customer 0'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page)).toContain(name);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('jk');
    expect(await page.getByRole('searchbox', { name: 'Customer, invoice' }).inputValue()).toBe('jk');
  });

  it('accept a line of the bank, and go on where it was', async () => {
    const page = await open({ lines: [] });
    await at(page, 'Payments');
    const line = page.locator('.bank-line').filter({ has: page.getByRole('button', { name: 'Accept', exact: true }) });
    await line.first().evaluate((card: HTMLElement) => {
      card.tabIndex = -1;
      card.focus();
    });
    await page.keyboard.press('a');
    await expect.poll(() => lastArgs(page, 'acceptLines')).toHaveLength(1);
  });

  it('go along customers, and Enter opens a card', async () => {
    const page = await open({ lines: [] });
    await at(page, 'Customers');
    await page.keyboard.press('j');
    const name = await page.evaluate(() => document.activeElement?.querySelector('.entry-label')?.textContent);
    expect(name).not.toBeFalsy();
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { name: name ?? '' })
      .first()
      .waitFor();
  });

  it('go along what was found everywhere', async () => {
    const page = await open({ lines: [] });
    const field = page.getByRole('searchbox', { name: 'Search everything' });
    await field.fill('elbe');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Keys: what they do on this page' }).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('entry');
  });

  it('go along problems, and L looks again', async () => {
    const page = await open({ lines: [lineNumber(0, { state: 'needs-fix' }), lineNumber(1, { state: 'needs-fix' })] });
    await page.getByRole('tab', { name: /^Problems/ }).click();
    await page.getByRole('button', { name: 'Keys: what they do on this page' }).waitFor();
    const cards = await page.locator('.problem-group .card').count();
    expect(cards).toBeGreaterThan(0);
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Open');
    const before = (await callNames(page)).filter((name) => name === 'getProblems').length;
    await page.keyboard.press('l');
    await expect
      .poll(async () => (await callNames(page)).filter((name) => name === 'getProblems').length)
      .toBe(before + 1);
  });

  it('are listed by a question mark, and are not on a page that was left', async () => {
    const page = await open({ lines: [] });
    await at(page, 'Payments');
    await at(page, 'Texts');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('J, K: the next text and the one before. Enter: open it.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await help.getByText('accept this line').count()).toBe(0);
  });
});
