// The page Figures in a real browser: pictures with tables, what is chosen, the file, 300 px, and nothing at all.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

describe('Figures', () => {
  it('says CEI and a day of DSO in words, draws nine pictures with their tables, and saves one as a file', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Figures');
    await page.getByText(/^\d+ % of what could be collected was, this month so far\.$/).waitFor();
    await page.getByText(/^One day of DSO is worth [\d,]+ EUR at today’s sales\.$/).waitFor();
    await page.getByText('1,500.00 EUR of what is overdue is chased by nobody.').waitFor();
    expect(await page.locator('.picture-card').count()).toBe(9);
    expect(await page.locator('.picture-card svg .strokes').count()).toBeGreaterThan(0);
    const debtors = page.getByRole('region', { name: 'Who owes most, EUR' });
    await debtors.getByText('The figures').click();
    expect(await debtors.getByRole('row').allTextContents()).toEqual([
      'CustomerOverdueNot due yet',
      'Berg Trading1,500.001,700.00',
    ]);
    expect(await violationsIn(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      debtors.getByRole('button', { name: /^Save as a file/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('debtors.csv');
    const parts: Buffer[] = [];
    for await (const part of await file.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain('"Customer","Overdue","Not due yet","Rebuilt"');
  });

  it('puts the months below each other with targets, says what nobody asked for, and saves the panel', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Figures');
    const months = page.getByRole('region', { name: 'Key figures by month, EUR' });
    await months.getByRole('rowheader', { name: 'Nov 2026 so far' }).waitFor();
    expect(await months.getByRole('row').nth(1).textContent()).toContain('Target80.0 %');
    expect(await months.getByRole('row').nth(2).textContent()).toContain('Benchmark (Allianz Trade, 2025)52.0');
    await page.getByText('Nothing written off was recorded.').waitFor();
    // A column without any figure pushes none out of sight; it is named below.
    const blank = await months.getByText(/^No figures yet: /).textContent();
    expect(blank).toContain('Written off');
    expect(await months.getByRole('columnheader', { name: 'Written off' }).count()).toBe(0);
    const nobody = page.getByRole('region', { name: 'Overdue, and nobody asked for it, EUR' });
    expect(await nobody.getByRole('row').nth(1).allTextContents()).toEqual(['No address111,500.00 EUR']);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      months.getByRole('button', { name: /^Save as a file/ }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('key-figures-by-month-2026-11-27.csv');
  });

  it('follows the choice of currency and segment, and keeps the keyboard there', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Figures');
    await page.getByLabel('Currency').focus();
    await page.getByLabel('Currency').selectOption('GBP');
    await page.getByRole('region', { name: 'Who owes most, GBP' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-seek'))).toBe('currency');
    await page.getByLabel('Currency').selectOption('EUR');
    await page.locator('[data-seek=segment]').selectOption({ label: 'Often late, small' });
    expect(
      await page.getByRole('region', { name: 'Who owes most, EUR' }).locator('.label').allTextContents(),
    ).toHaveLength(1);
  });

  it('fits 300 px with the longest names, and says so where there is nothing', async () => {
    const customers = LONG_NAMES.slice(0, 2).map((name, at): [string, string, string, string] => [
      name,
      name,
      '',
      String(at),
    ]);
    const page = await open({ lines: [], figures: { customers } });
    await openPage(page, 'Figures');
    await page.locator('.picture-card').first().waitFor();
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBe(300);
    const nothing = { invoices: [], customers: [], currencies: [], promises: [], unchased: {}, neverAsked: [] };
    const empty = await open({ lines: [], figures: nothing });
    await openPage(empty, 'Figures');
    await empty.getByText(/^There are no invoices yet\. Put them below the headers/).waitFor();
    expect(await empty.locator('.picture-card').count()).toBe(0);
    expect(await violationsIn(empty)).toEqual([]);
  });
});
