// The Portfolio page in a real browser: what is picked and shown, the way to customers and rows, 300 px, much and nothing.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import { portfolioLine } from '../fake/fake-portfolio';
import { lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Portfolio', () => {
  it('shows the groups of a dimension, and leads to their customers and rows', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Portfolio');
    await page.getByText('The largest customer has 23 % of it, the five largest 61 % (HHI 1,420).').waitFor();
    expect(await page.getByText('In a cell:').isVisible()).toBe(true);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByLabel('Cut by').selectOption('column:Sales_Region');
    await expect.poll(() => lastArgs(page, 'getPortfolio')).toEqual(['column:Sales_Region']);
    await page.getByRole('button', { name: '90+ days: customers and invoices' }).click();
    await page.getByRole('button', { name: 'Open the card of Acme' }).waitFor();
    expect(await lastArgs(page, 'getPortfolioRows')).toEqual(['column:Sales_Region', '90+ days', 'EUR']);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to Portfolio' }).click();
    await page.getByRole('heading', { name: 'Portfolio' }).waitFor();
  });

  it('says which column to add where a dimension has none, without asking the server', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Portfolio');
    await page.getByLabel('Cut by').selectOption(':product');
    await page.getByText('Add one called “Product”.').waitFor();
    expect(await lastArgs(page, 'getPortfolio')).not.toEqual([':product']);
  });

  it('fits 300 px with too much and the longest names, and stands with nothing', async () => {
    const lines = LONG_NAMES.map((name) => portfolioLine(name, 123_456_789_012));
    const page = await open({ lines: [], portfolio: { lines, title: LONG_NAMES[0] ?? '', columns: LONG_NAMES } });
    await openPage(page, 'Portfolio');
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
    const nothing = { lines: [], totals: [], unbilled: [], concentration: [], notes: [], formula: '' };
    const empty = await open({ lines: [], portfolio: nothing });
    await openPage(empty, 'Portfolio');
    await empty.getByText('Nothing is open.').waitFor();
  });
});
