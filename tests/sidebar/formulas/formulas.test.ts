// The Formulas page in a real browser: finding a formula and putting it into the selected cell.
import { describe, expect, it } from 'vitest';
import { callNames, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser();

async function openFormulas() {
  const page = await open({ lines: [] });
  await page.getByRole('button', { name: 'Formulas for your cells' }).click();
  await page.getByRole('heading', { name: 'Formulas' }).waitFor();
  return page;
}

describe('Formulas', () => {
  it('puts a formula that is ready into the selected cell and says where', async () => {
    const page = await openFormulas();
    await page.getByRole('button', { name: 'Put into the selected cell: DAYS_PAST_DUE' }).click();
    await page.getByText('Put into Invoices!K2.').waitFor();
    expect(await lastArgs(page, 'insertFormula')).toEqual(['DAYS_PAST_DUE']);
  });

  it('offers nothing to put where a formula takes cells of the person’s own', async () => {
    const page = await openFormulas();
    expect(await page.getByRole('button', { name: /: CEI$/ }).count()).toBe(0);
    const own = page.locator('.formulas > li', { has: page.getByRole('heading', { name: 'CEI', exact: true }) });
    expect(await own.getByText('Type it into a cell: Sheets then says what goes where.').count()).toBe(1);
  });

  it('finds by name and by meaning', async () => {
    const page = await openFormulas();
    await page.getByLabel('Find').fill('effectiveness');
    expect(await page.locator('.formulas > li:visible h3').allTextContents()).toEqual(['CEI']);
    await page.getByLabel('Find').fill('nothing like it');
    expect(await page.getByText('No formula says that').isVisible()).toBe(true);
  });

  it('leads back to Today by Escape', async () => {
    const page = await openFormulas();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Formulas for your cells' }).waitFor();
    expect(await callNames(page)).not.toContain('insertFormula');
  });
});
