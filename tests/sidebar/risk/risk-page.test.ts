// Risk and credit in a real browser: in the sidebar with the longest names, on the desk as a table, and the line on a card.
import { describe, expect, it } from 'vitest';
import type { CreditView } from '../../../src/entry/sidebar-calls';
import { violationsIn } from '../accessibility';
import { bookOfHabits } from '../ahead/ahead-of-tests';
import { LONG_NAMES } from '../fake/fake-lines';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();
const [FIRST = '', SECOND = ''] = LONG_NAMES;
const CREDIT: CreditView = {
  ...{
    key: FIRST.toLowerCase(),
    name: FIRST,
    owner: 'ann@firm.example',
    isPerson: false,
    hold: 'no',
    pays: 0,
    payer: '',
  },
  ...{ limit: 500, currency: 'EUR', source: 'Coface', reviewBy: null, security: 'Bank guarantee', securityUntil: null },
  ...{ reportBy: null, open: { EUR: 123_456_700 } },
};
const AHEAD = {
  ...bookOfHabits({ [FIRST]: { late: 45, open: [[5, 1_234_567]] }, [SECOND]: { late: 2, open: [[1, 100]] } }),
  credit: [CREDIT],
};

describe('Risk and credit', () => {
  it('shows bands with reasons and limits, chooses among them, fits 300 px with the longest names, and is accessible', async () => {
    const page = await open({ lines: [], ahead: AHEAD });
    await openPage(page, 'Risk and credit');
    await page
      .getByText(/such invoices were over 30 days late\. Usually/)
      .first()
      .waitFor();
    expect(await page.getByText('Over the limit', { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByText(/^Security: Bank guarantee\./).count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByLabel('Show').selectOption('past');
    expect(await page.getByRole('button', { name: /^Open the card of/ }).count()).toBe(1);
    await page.getByLabel('Late is').selectOption('7');
    await page.getByText(/invoices were over 7 days late here/).waitFor();
    await page.getByLabel('Show').selectOption('hold');
    await page.getByText('Nobody fits what is chosen above.').waitFor();
  });

  it('has nothing to say of an empty book', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Risk and credit');
    await page.getByText('Nothing is open, and nobody has a limit.').waitFor();
  });
});
