// The page Cash in a real browser: the weeks as picture and table, a delay, a goal, silence; with much and with nothing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../../../src/receivables/day';
import { packedRows } from '../../../src/receivables/forecast/packed-rows';
import { TINY_DAY, tinyBook } from '../../receivables/forecast/tiny-book';
import { invoiceRow } from '../../receivables/invoice-rows';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames, lastArgs } from '../page';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
async function page(scenario: Partial<Scenario> = {}): Promise<Page> {
  const opened = await open({ lines: [], ...scenario });
  await openPage(opened, 'Cash');
  return opened;
}

const asOf = isoOf(TINY_DAY);
const TINY = { asOf, rows: packedRows(tinyBook().map((row, at) => ({ ...row, row: at + 2 }))) };
/** Customers of the longest names with large sums, in two currencies, one of which was always paid on the day. */
const MUCH = LONG_NAMES.flatMap((customer, who) =>
  Array.from({ length: 48 }, (_, at) => {
    const due = TINY_DAY - 240 + at * 6;
    const isDollar = who % 2 === 1;
    const paidOn = due + (isDollar ? 0 : 12 + (at % 5));
    return invoiceRow({
      ...{ customer, issued: due - 30, due, amount: 123_456_789, currency: isDollar ? 'USD' : 'EUR' },
      paidOn: paidOn <= TINY_DAY ? paidOn : null,
    });
  }),
);

describe('Cash', () => {
  it('shows the weeks as a picture and as a table, and asks the server once for every page', async () => {
    const cash = await page({ ahead: TINY });
    await cash.getByRole('heading', { name: 'EUR' }).waitFor();
    expect(await cash.getByRole('img', { name: /Expected cash by week in EUR/ }).count()).toBe(1);
    await cash.getByText('As a table').click();
    expect(await cash.getByRole('table', { name: 'Expected cash by week in EUR' }).getByRole('row').count()).toBe(14);
    expect((await callNames(cash)).filter((name) => name === 'getAhead')).toHaveLength(1);
  });

  it('tells what a delay would change, and takes it back', async () => {
    const cash = await page({ ahead: TINY });
    await cash.getByText('What if a large customer pays later?').click();
    await cash.getByLabel('Who pays later').selectOption({ index: 1 });
    await cash.getByText(/^If A paid 4 weeks later, you would have \d+ EUR less by /).waitFor();
    expect(await cash.locator('.cash-slip').count()).toBeGreaterThan(1);
    await cash.getByLabel('Who pays later').selectOption('');
    expect(await cash.getByText(/^If A paid/).count()).toBe(0);
  });

  it('keeps the goal that the team types, and counts the weeks below it', async () => {
    const cash = await page({ ahead: TINY });
    await cash.getByText('Set a goal a week').click();
    await cash.getByLabel('What should come in each week, EUR').fill('50');
    await cash.getByRole('button', { name: 'Save the goal' }).click();
    await cash.getByText(/of 13 weeks are expected below it/).waitFor();
    expect(await lastArgs(cash, 'saveSetting')).toEqual(['Cash goal a week: EUR', '50']);
    expect(await cash.locator('line.cash-goal').count()).toBe(1);
  });

  it('is silent where due dates were as near, and says so', async () => {
    const cash = await page({ ahead: { asOf, rows: packedRows(MUCH) } });
    const dollars = cash.getByRole('region', { name: 'Expected cash in USD' });
    await dollars.getByText(/^No forecast: over the last 6 months .* Go by the due dates\.$/).waitFor();
    expect(await dollars.getByRole('img').count()).toBe(0);
    const euros = cash.getByRole('region', { name: 'Expected cash in EUR' });
    expect(await euros.getByText(/^Over the last 6 months it missed the day by/).count()).toBe(1);
  });

  it('has nothing to say of an empty book, and stands on Today only where it has', async () => {
    const cash = await page();
    await cash.getByText('Nothing is open that could come in.').waitFor();
    expect(await cash.getByRole('button', { name: 'Save as CSV' }).count()).toBe(0);
    // Today beside the sheet reads no book for a line of it, and tells what Cash has read.
    const today = await open({ lines: [], ahead: TINY });
    await today.getByRole('button', { name: 'What is expected in the weeks to come' }).waitFor();
    expect(await callNames(today)).not.toContain('getAhead');
    await today.getByRole('button', { name: 'What is expected in the weeks to come' }).click();
    await today.getByRole('heading', { name: 'Cash' }).waitFor();
    await today.getByRole('button', { name: 'Back to Today' }).click();
    await today.getByRole('button', { name: /^Expected: .* EUR in a week/ }).waitFor();
  });

  it('fits into 300 px with the longest names, and is accessible', async () => {
    const cash = await page({ ahead: { asOf, rows: packedRows(MUCH) } });
    for (const summary of await cash.locator('summary').all()) await summary.click();
    await cash.getByLabel('Who pays later').first().selectOption({ index: 1 });
    expect(await cash.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(cash)).toEqual([]);
  });
});
