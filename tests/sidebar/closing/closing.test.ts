// The page Close a month in a real browser: what will be in it, the ledger typed, closing, a correction, write-offs; 300 px, much and nothing.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { monthCurrency, monthLine } from '../fake/fake-closing';
import { LONG_NAMES } from '../fake/fake-lines';
import { lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

const CLOSED = {
  closed: 'October 2026 was closed on 3 November 2026 by ann@ourfirm.example.',
  tabs: [{ tab: 'AR 2026-10', on: '2026-11-03', by: 'ann@ourfirm.example', fault: '' }],
};

describe('Close a month', () => {
  it('says what is open before it, compares the ledger as it is typed, and closes once asked', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Close a month');
    await page.getByText('Payments are in only up to 27 October 2026').waitFor();
    expect(await violationsIn(page)).toEqual([]);
    const ledger = page.getByLabel('The ledger shows (EUR)');
    await ledger.fill('10,090.00');
    await page.getByText('The ledger shows 100.00 EUR more than the sheet.').waitFor();
    await ledger.fill('much');
    await page.getByText('"much" is not an amount').waitFor();
    await ledger.fill('9990');
    await page.getByText('The ledger shows the same.').waitFor();
    await page.getByRole('button', { name: 'Close October 2026' }).click();
    expect(await lastArgs(page, 'closeMonth')).toBeUndefined();
    await page.getByRole('button', { name: 'Close the month' }).click();
    await page.getByText('The tab AR 2026-10 is made.').waitFor();
    expect(await lastArgs(page, 'closeMonth')).toEqual(['2026-10', { EUR: '9990' }, '']);
    await page.getByLabel('Month').selectOption('2026-09');
    await expect.poll(() => lastArgs(page, 'getMonthEnd')).toEqual(['2026-09']);
  });

  it('shows how a closed month stands, takes a correction with its reason alone, and approves write-offs once asked', async () => {
    const one = { ...monthLine('Acme'), key: 'acme|1', typed: 'Beside it stands: Bo, without a day' };
    const done = { approvedBy: 'ann@ourfirm.example', approvedOn: '2026-11-04', typed: '' };
    const proposals = [
      { ...one, approvedBy: '', approvedOn: '' },
      { ...one, ...done, key: 'acme|2', invoice: 'LR-2' },
    ];
    const page = await open({ lines: [], monthEnd: { ...CLOSED, proposals } });
    await openPage(page, 'Close a month');
    await page.getByText('As it was made').waitFor();
    await page.getByText('Approved by ann@ourfirm.example, 4 November 2026').waitFor();
    expect(await violationsIn(page)).toEqual([]);
    await page.getByText('Something in it is wrong').click();
    await page.getByRole('button', { name: 'Make a correction' }).click();
    await page.getByText('Say first what was wrong').waitFor();
    await page.getByLabel('What was wrong').fill('LR-1 was entered twice');
    await page.getByRole('button', { name: 'Make a correction' }).click();
    await expect.poll(() => lastArgs(page, 'closeMonth')).toEqual(['2026-10', { EUR: '' }, 'LR-1 was entered twice']);
    await page.getByRole('button', { name: 'Approve the write-off of LR-1' }).click();
    await page.getByRole('button', { name: 'Approve the write-off', exact: true }).click();
    await expect.poll(() => lastArgs(page, 'approveWriteOffs')).toEqual(['2026-10', ['acme|1']]);
    await page.getByRole('button', { name: 'Take back the write-off of LR-2' }).click();
    await expect.poll(() => lastArgs(page, 'undoWriteOff')).toEqual(['2026-10', 'acme|2']);
  });

  it('says once why nothing can be told of a month, as of an empty book', async () => {
    const notNow = 'The sheet has no invoice, so there is nothing to close in October 2026.';
    const page = await open({ lines: [], monthEnd: { currencies: [], items: 0, lists: [], checks: [], notNow } });
    await openPage(page, 'Close a month');
    await page.getByText(notNow).waitFor();
    expect(await page.getByText(/Nothing was open|As of/).count()).toBe(0);
  });

  it('offers no button where the month is not over, and fits 300 px with five currencies and the longest names', async () => {
    const lines = LONG_NAMES.map(monthLine);
    const currencies = ['EUR', 'USD', 'GBP', 'JPY', 'XXX'].map((code) => monthCurrency(code, 123_456_789_012));
    const lists = [{ title: 'Write-off proposals', note: '', items: 40, totals: '1.00 EUR', lines }];
    const page = await open({ lines: [], monthEnd: { currencies, lists, notNow: 'October 2026 is not over.' } });
    await openPage(page, 'Close a month');
    await page.getByText('October 2026 is not over.').waitFor();
    expect(await page.getByRole('button', { name: 'Close October 2026' }).count()).toBe(0);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
    const empty = await open({ lines: [], monthEnd: { currencies: [], lists: [], checks: [], items: 0 } });
    await openPage(empty, 'Close a month');
    await empty.getByText('Nothing was open at the end of October 2026.').waitFor();
  });
});
