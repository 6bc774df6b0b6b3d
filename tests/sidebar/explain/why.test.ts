// "Why this invoice?" in a real browser: the selected row, the rules with their marks, the search, the ways on.
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { linkNumber } from '../fake/fake-why';
import { callNames, lastArgs } from '../page';
import { openPage, openTab, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Why this invoice?', () => {
  it('shows what stops it first, each with a mark and a word and when it changes, and folds the rest away', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Why this invoice?');
    const rules = await page.locator('.rules li').allTextContents();
    expect(rules).toHaveLength(5);
    expect(rules[0]).toMatch(/^✕Does not hold: Reminders are not pausedNo.*Changes on Tue 1 Dec\.$/);
    expect(rules[2]).toMatch(/^✓Holds: It is owed/);
    expect(await page.getByText('It is owed').isVisible()).toBe(false);
    await page.getByText('3 things checked that do not stop it').click();
    expect(await page.getByText('It is owed').isVisible()).toBe(true);
  });

  it('shows the rules of a promise, a discount or a statement in a list of their own', async () => {
    const rules = [{ rule: 'It is owed', holds: true, message: '1,200.00 EUR is open.', nextDate: '' }];
    const beside = [{ step: 'A payment is promised for Fri 27 Nov.', rules }];
    const page = await open({ lines: [], explained: { beside } });
    await openPage(page, 'Why this invoice?');
    await page.getByRole('heading', { name: 'A payment is promised for Fri 27 Nov.' }).waitFor();
    expect(await page.locator('.rules').count()).toBe(3);
    expect(await page.locator('.rules').nth(2).locator('li').allTextContents()).toEqual([
      '✓Holds: It is owed1,200.00 EUR is open.',
    ]);
  });

  it('explains the row that is selected by now at a press', async () => {
    const page = await open({ lines: [], cursorElsewhere: true });
    await openPage(page, 'Why this invoice?');
    await page.getByText('“Prices” holds no invoices.').waitFor();
    await page.evaluate(() => {
      window.fake.scenario.cursorElsewhere = false;
    });
    await page.getByRole('button', { name: 'Explain the selected row' }).click();
    await page.getByText('Selected: Invoices, row 2').waitFor();
    expect((await callNames(page)).filter((name) => name === 'getWhy')).toHaveLength(2);
  });

  it('opens the one invoice that a search finds, by Enter', async () => {
    const page = await open({ lines: [], cursorElsewhere: true });
    await openPage(page, 'Why this invoice?');
    await page.getByLabel('Invoice number or customer').fill('INV-1004');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'INV-1004' }).waitFor();
    expect(await lastArgs(page, 'getWhyOf')).toEqual(['k-4']);
  });

  it('lists several that a search finds, and says what is missing where it finds none', async () => {
    const page = await open({ lines: [], cursorElsewhere: true });
    await openPage(page, 'Why this invoice?');
    const search = page.getByLabel('Invoice number or customer');
    await search.fill('brightwater');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('button', { name: 'Why? INV-1003 of Brightwater Joinery' }).click();
    await page.getByRole('heading', { name: 'INV-1003' }).waitFor();
    await search.fill('zz');
    await page.keyboard.press('Enter');
    await page.getByText('No invoice in the sheet has that number or customer.').waitFor();
    await search.fill(' ');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Type an invoice number').waitFor();
  });

  it('opens the waiting reminder and comes back from it', async () => {
    const waiting = {
      id: 'r-1',
      text: 'A mail waits for review.',
      leaves: 'leaves when you press Send',
      listsIt: true,
    };
    const page = await open({ lines: [lineNumber(1)], explained: { waiting } });
    await openPage(page, 'Why this invoice?');
    await page.getByRole('button', { name: 'Open reminder r-1' }).click();
    await page.locator('.reminder-head').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'INV-1000' }).waitFor();
    expect(await lastArgs(page, 'getWhyOf')).toEqual(['k-0']);
  });

  it('is reached from the overdue invoices without a reminder, and leads back to them', async () => {
    const first = Array.from({ length: 100 }, (_, at) => linkNumber(at));
    const withoutReminder = [{ reason: 'Paused', invoices: 240, customers: 12, first }];
    const page = await open({ lines: [], withoutReminder, invoices: first });
    await openTab(page, 'Review');
    await page.getByText('240 overdue invoices without a reminder').click();
    await page.getByRole('button', { name: 'List them: Paused' }).click();
    await page.getByText('And 140 smaller ones.').waitFor();
    expect(await page.locator('.invoice-links > li').count()).toBe(100);
    await page.getByRole('button', { name: 'Show row 7: INV-1005' }).click();
    expect(await lastArgs(page, 'showRow')).toEqual(['Invoices', 7]);
    await page.getByRole('button', { name: 'Why? INV-1005 of Brightwater Joinery' }).click();
    await page.getByRole('heading', { name: 'INV-1005' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Review', level: 1 }).waitFor();
  });
});
