// The data check in a real browser: figures, rows to jump to, customers decided one after the other, small and huge sheets.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DataCheckView } from '../../../src/entry/sidebar-calls';
import { violationsIn } from '../accessibility';
import { HUGE, MIXED } from '../fake/fake-data-check';
import type { Scenario } from '../fake/fake-server';
import { callNames, lastArgs } from '../page';
import { openPage, openTab, withBrowser } from '../with-browser';

const openSidebar = withBrowser();
async function open(dataCheck: Partial<DataCheckView>, more: Partial<Scenario> = {}): Promise<Page> {
  const page = await openSidebar({ lines: [], dataCheck, ...more });
  await openPage(page, 'Data check');
  await page.getByRole('heading', { name: 'Data check', level: 2 }).waitFor();
  return page;
}

async function openFolds(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}

/** Keeps a picture where a person asked for them with `PICTURES=<folder>`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  await page.setViewportSize({ width: 300, height: 1600 });
  await page.screenshot({ path: `${folder}/data-check-${name}.png` });
  await page.setViewportSize({ width: 300, height: 700 });
}

const fits = (page: Page): Promise<number[]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('main')?.scrollWidth ?? 0]);

describe('a sheet in which all is well', () => {
  it('is told so in one line, with its figures and columns', async () => {
    const page = await open({});
    expect(await page.locator('.all-well').textContent()).toContain('All is well');
    expect(await page.locator('.figures dd').allTextContents()).toEqual(['250', '250', '0']);
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Columns']);
    await openFolds(page);
    expect(await page.locator('.columns .pill').allTextContents()).toEqual(['clear', 'probably right', 'please check']);
    await picture(page, 'well');
    expect(await violationsIn(page)).toEqual([]);
  });

  it('is reached from Problems too, and Escape leads back there', async () => {
    const page = await openSidebar({ lines: [] });
    await openTab(page, 'Problems');
    await page.getByRole('button', { name: 'Data check' }).click();
    await page.getByRole('heading', { name: 'Data check', level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Problems', level: 1 }).waitFor();
  });

  it('says what is wrong where it cannot be read', async () => {
    const page = await open({});
    await page.evaluate(() => {
      window.fake.scenario.refused = { getDataCheck: 'The invoice sheet is missing.' };
    });
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('The invoice sheet is missing.').waitFor();
  });
});

describe('what looks wrong', () => {
  it('jumps to a row by mouse and by keyboard', async () => {
    const page = await open(MIXED);
    const summary = page.locator('summary', { hasText: 'Cells that cannot be read' });
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Row 4 is shown.').waitFor();
    expect(await lastArgs(page, 'showRow')).toEqual(['Invoices', 4]);
    await page.locator('summary', { hasText: 'Customers without an address' }).click();
    await page.getByRole('button', { name: 'AR Customers, row 9' }).click();
    await page.getByText('Row 9 is shown.').waitFor();
    await page.locator('summary', { hasText: 'The amount cannot be read' }).click();
    await page.getByRole('button', { name: 'Show row 88 of Invoices' }).click();
    await page.getByText('Row 88 is shown.').waitFor();
    await picture(page, 'mixed');
  });

  it('counts rows left out apart from those that are rightly no invoices', async () => {
    const page = await open(MIXED);
    expect(await page.locator('.all-well').textContent()).toBe(
      '3 likely doubles to decide, 2 things to look at, 2 rows left out that you may want back.',
    );
    await page.locator('summary', { hasText: 'Totals' }).click();
    expect(await page.getByText('Rightly no invoices of their own.').isVisible()).toBe(true);
    expect(await page.getByText('And 8 more rows.').isVisible()).toBe(true);
  });
});

describe('customers that look like one', () => {
  it('are joined at once by a yes; the next one is in front of the keyboard, and the way back is told', async () => {
    const page = await open(MIXED);
    await page.getByRole('button', { name: 'Yes, one customer: Alder & Finch Bakery Ltd, Alder and Finch' }).click();
    await page.getByText('Joined with “Alder & Finch Bakery Ltd”.').waitFor();
    expect(await page.getByRole('status').textContent()).toContain('take the name out of Aliases in AR Customers');
    expect(await lastArgs(page, 'joinCustomers')).toEqual(['alder & finch bakery ltd', ['alder and finch bakery']]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Müller Maschinenbau GmbH');
    expect(await page.locator('.same-customers > li').count()).toBe(2);
  });

  it('are kept apart by a no, until all are decided', async () => {
    const page = await open(MIXED);
    for (const name of ['Alder', 'Müller', 'Fjord']) {
      const before = await page.locator('.same-customers > li').count();
      await page.getByRole('button', { name: `No, two customers: ${name}` }).click();
      await page.waitForFunction((n) => document.querySelectorAll('.same-customers > li').length < n, before);
    }
    expect(await lastArgs(page, 'keepApart')).toEqual([['fjord logistics as (000123)', 'fjord logistics as (123)']]);
    await page.getByText('All decided.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
  });

  it('stay where they are when the server refuses', async () => {
    const page = await open(MIXED, { refused: { joinCustomers: 'This workbook is a copy.' } });
    await page.getByRole('button', { name: /^Yes, one customer: Alder/ }).click();
    await page.getByText('This workbook is a copy.').waitFor();
    expect(await page.locator('.same-customers > li').count()).toBe(3);
  });

  it('come a few at a time: one decided brings the next', async () => {
    const page = await open(HUGE);
    expect(await page.locator('.same-customers > li').count()).toBe(8);
    expect(await page.getByText('And 52 more after these.').count()).toBe(1);
    await page.getByRole('button', { name: /^Yes/ }).first().click();
    await page.getByText('And 51 more after these.').waitFor();
    expect(await page.locator('.same-customers > li').count()).toBe(8);
  });

  it('are shown without buttons before set-up', async () => {
    const page = await open({ ...MIXED, canDecide: false });
    expect(await page.locator('.same-customers > li').count()).toBe(3);
    expect(await page.getByRole('button', { name: /^Yes/ }).count()).toBe(0);
    expect(await callNames(page)).not.toContain('joinCustomers');
  });
});

describe('a huge sheet with long names', () => {
  it('fits 300 px, with text twice as large too', async () => {
    const page = await open(HUGE);
    await picture(page, 'huge');
    await openFolds(page);
    expect(await fits(page)).toEqual([300, 300]);
    await page.locator('summary').first().scrollIntoViewIfNeeded();
    await picture(page, 'huge-open');
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await fits(page)).toEqual([300, 300]);
  });

  it('has no serious accessibility violation', async () => {
    const page = await open(HUGE);
    await openFolds(page);
    expect(await violationsIn(page)).toEqual([]);
  });
});
