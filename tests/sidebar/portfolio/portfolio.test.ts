// The Portfolio page in a real browser: what is picked and shown, the way to customers and rows, 300 px, much and nothing.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import { matrixCell, portfolioLine, ruleOf } from '../fake/fake-portfolio';
import { lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Portfolio', () => {
  it('shows the groups of a dimension, and leads to their customers and rows', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Portfolio');
    await page
      .getByText(
        'The largest customer has 23 % of it, the five largest 61 %. It is spread as if 7 customers owed the same each (concentration index 1,420 of 10,000, where 10,000 is a single customer).',
      )
      .waitFor();
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

describe('Segments', () => {
  it('says whom each rule would catch before it is on, and switches it on', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Segments');
    const rule = page.getByRole('article', { name: 'Rule 20: Pays on time' });
    expect(await rule.textContent()).toContain('Would catch 3 customers, 60,000.00 EUR open.');
    expect(await rule.textContent()).toContain('2 customers would change segment from Mon 30 Nov on');
    await rule.getByRole('button', { name: 'Switch on' }).click();
    const seen = { row: 21, seen: '20 | Timely' };
    await expect.poll(() => lastArgs(page, 'saveRules')).toEqual(['AR Segments', [{ seen, cells: { Active: 'yes' } }]]);
    expect(await violationsIn(page)).toEqual([]);
  });

  it('adds a rule of several lines switched off, and says what is missing', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Segments');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText('Name the segment.').waitFor();
    await page.getByLabel('Segment').fill('Key accounts');
    await page.getByLabel('Value').fill('5,000');
    await page.getByRole('button', { name: 'Add a line' }).click();
    await page.getByLabel('Field').nth(1).selectOption('Region');
    await page.getByLabel('Is', { exact: true }).nth(1).selectOption('is');
    await page.getByLabel('Value').nth(1).fill('North');
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the rule' }).click();
    const line = (what: string, is: string, value: string) => ({
      seen: null,
      cells: { Order: '30', Segment: 'Key accounts', Field: what, Is: is, Value: value, Active: 'no', Note: '' },
    });
    await expect
      .poll(() => lastArgs(page, 'saveRules'))
      .toEqual(['AR Segments', [line('balance', 'at least', '5,000'), line('Region', 'is', 'North')]]);
  });

  it('fits 300 px with the longest names', async () => {
    const page = await open({ lines: [], segments: { rules: LONG_NAMES.map((name, at) => ruleOf(at, name, false)) } });
    await openPage(page, 'Segments');
    await page.getByRole('button', { name: 'Change' }).first().click();
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });
});

describe('Why late', () => {
  it('tells shares by department, no total while under half has a reason, and what is past its deadline', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Why late');
    await page.getByText('Of what has a reason (70 %), 80 % waits for us and 20 % for the customer.').waitFor();
    expect(await page.getByText('Only 10 % of it has a reason, so there is no total').isVisible()).toBe(true);
    expect(await page.locator('.past-deadline').textContent()).toBe('was to be settled by Fri 20 Nov');
    expect(await page.getByText('Aug 2026: 95 %').isVisible()).toBe(true);
    expect(await page.getByText('Nov 2026: not yet').isVisible()).toBe(true);
    expect(await page.getByText(/resolved, half of them within .* days?, 4 in 5 within/).count()).toBeGreaterThan(0);
    const scrolls = () =>
      [...document.querySelectorAll('main *')].filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto',
      ).length;
    expect(await page.evaluate(scrolls)).toBe(0);
    expect(await violationsIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
  });

  it('stands with nothing', async () => {
    const none = { resolved: 0, median: null, percentile80: null, open: 0, medianAge: null, oldest: null, late: 0 };
    const whyLate = { currencies: [], all: none, departments: [], pastDeadline: [], months: [] };
    const page = await open({ lines: [], whyLate });
    await openPage(page, 'Why late');
    await page.getByText('Nothing is overdue.').waitFor();
    await page.getByText('No month counts yet.').waitFor();
  });
});

describe('Follow-up matrix', () => {
  it('says where time and money do not go together, leads to the steps in Policy, and saves the page', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Follow-up matrix');
    await page
      .getByText('Very late, large: 90 % of the overdue and 5 % of the time, too little for its money.')
      .waitFor();
    await page
      .getByText('Pays on time, large: 10 % of the overdue and 95 % of the time, much for its money.')
      .waitFor();
    expect(await page.getByText('6 mails, 2 calls, 1 dispute in four weeks (2.9 a customer and month)').count()).toBe(
      2,
    );
    expect(await violationsIn(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('matrix-2026-11-23-EUR.csv');
    await page.getByLabel('Currency').selectOption('GBP');
    await page.getByText('Time and money go together.').waitFor();
    await page.getByRole('button', { name: /^Steps of pays on time in Policy/ }).click();
    await page.getByRole('heading', { name: 'Policy' }).waitFor();
    await page.getByRole('button', { name: 'Back to Follow-up matrix' }).click();
    await page.getByRole('heading', { name: 'Follow-up matrix' }).waitFor();
  });

  it('fits 300 px with the longest names, and stands with nothing', async () => {
    const cells = LONG_NAMES.map((name) => matrixCell(name, 123_456_789_012, 90));
    const page = await open({ lines: [], matrix: { cells } });
    await openPage(page, 'Follow-up matrix');
    await page.getByText('no steps').first().waitFor();
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
    const empty = await open({ lines: [], matrix: { cells: [], ladders: [] } });
    await openPage(empty, 'Follow-up matrix');
    await empty.getByText('Nothing is open and nothing is planned.').waitFor();
  });
});
