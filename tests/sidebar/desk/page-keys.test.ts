// The keys of the desk's pages: along a list and into a line, a letter of a page's own, none while somebody writes, and the help.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sentLine } from '../fake/fake-sent';
import { DESK, lastArgs } from '../page';
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
