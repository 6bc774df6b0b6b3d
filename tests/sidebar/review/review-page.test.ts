// Review over the server's pages, in a real browser: seeking, sorting, reading more, opening and going on without a wait.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs, listReadings } from '../page';
import { openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const lines = (number: number) => Array.from({ length: number }, (_, at) => lineNumber(at));
const customers = (page: Page): Promise<string[]> => page.locator('.line .customer').allTextContents();
const times = async (page: Page, call: string): Promise<number> =>
  (await callNames(page)).filter((name) => name === call).length;

/** Opens Review and waits until what is opened ahead has come. */
async function review(page: Page): Promise<void> {
  await openTab(page, 'Review');
  await page.locator('.line').first().waitFor();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
}

describe('seeking in Review', () => {
  it('asks the server, says how many were found, and keeps the keyboard', async () => {
    const page = await open({ lines: lines(60) });
    await review(page);
    await page.getByRole('searchbox', { name: 'Search' }).fill('casa');
    await page.getByText('8 of 60 that wait.').waitFor();
    expect(await customers(page)).toHaveLength(8);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Search');
    expect((await listReadings(page)).at(-1)).toMatchObject({ search: 'casa', sort: 'gravest' });
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Approve all 34' }).waitFor();
  });

  it('asks once for a word that is typed letter by letter', async () => {
    const page = await open({ lines: lines(60) });
    await review(page);
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('casa', { delay: 20 });
    await page.getByText('8 of 60 that wait.').waitFor();
    expect(await listReadings(page)).toHaveLength(2);
  });

  it('loses no letter that is typed while the list is read, and ends with what was typed last', async () => {
    const page = await open({ lines: lines(60), delay: 250 });
    await review(page);
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.pressSequentially('cas');
    await expect.poll(async () => (await listReadings(page)).length).toBe(2);
    await search.pressSequentially('a verde catering 7');
    await page.getByText('1 of 60 that wait.').waitFor();
    expect(await search.inputValue()).toBe('casa verde catering 7');
    expect(await customers(page)).toEqual(['Casa Verde Catering 7']);
  });

  it('approves together only what was sought', async () => {
    const page = await open({ lines: lines(60) });
    await review(page);
    await page.getByRole('searchbox', { name: 'Search' }).fill('casa');
    await page.getByText('8 of 60 that wait.').waitFor();
    await page.getByRole('button', { name: /^Approve all/ }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    const ids = (await lastArgs(page, 'approveRoutine'))?.[0];
    expect(ids).toEqual(
      lines(60).flatMap((line) => (line.customer.startsWith('Casa') && line.list === 'routine' ? [line.id] : [])),
    );
  });

  it('sorts and picks a segment, and says so where nothing fits', async () => {
    const page = await open({ lines: lines(60) });
    await review(page);
    await page.getByLabel('Order').selectOption('By customer');
    await expect.poll(async () => (await customers(page))[0]).toBe('Alder & Finch Bakery 3');
    await page.getByLabel('Kind of customer').selectOption({ label: 'Often late, small' });
    await page.getByText('15 of 60 that wait.').waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('nobody');
    await page.getByText('Nothing that waits fits this.').waitFor();
    expect(await page.locator('.empty').count()).toBe(0);
  });

  it('is not offered for a list that is seen whole', async () => {
    const page = await open({ lines: lines(9) });
    await review(page);
    expect(await page.getByRole('searchbox').count()).toBe(0);
  });
});

describe('more lines', () => {
  it('come from the server, and the keyboard goes on with the first of them', async () => {
    const page = await open({ lines: lines(200) });
    await review(page);
    await page.getByRole('button', { name: 'Show 71 more' }).click();
    await expect.poll(() => page.locator('#lines-routine .line').count()).toBe(111);
    expect(await lastArgs(page, 'getReviewPage')).toMatchObject([{ group: 'routine', from: 40, lines: 100 }]);
    expect(
      new Set(await page.locator('.line').evaluateAll((all) => all.map((one) => one.getAttribute('data-id')))).size,
    ).toBe(173);
    expect(await page.evaluate(() => document.activeElement?.closest('.line')?.getAttribute('data-id'))).toBe('r-73');
  });

  it('make the list be read again when it changed meanwhile', async () => {
    const page = await open({ lines: lines(200) });
    await review(page);
    await page.evaluate(() => {
      window.fake.scenario.seq = 9;
    });
    await page.getByRole('button', { name: 'Show 71 more' }).click();
    await expect.poll(async () => (await listReadings(page)).length).toBe(3);
    expect(await page.locator('#lines-routine .line').count()).toBe(40);
  });
});

describe('working through reminders', () => {
  it('opens and approves one after the other with one call each, and reads no list again', async () => {
    const page = await open({ lines: [0, 3, 6, 12].map((number) => lineNumber(number)) });
    await review(page);
    await page.locator('[data-id="r-0"] .line-open').click();
    for (const name of ['Donnelly Print Works', 'Granite Peak Outfitters', 'Elbe Maschinenbau GmbH 2']) {
      await page.getByRole('button', { name: 'Approve, next one' }).click();
      await page.getByRole('heading', { name, exact: true }).waitFor();
    }
    expect(await times(page, 'getReminder')).toBe(0);
    expect(await times(page, 'approveReminders')).toBe(3);
    expect(await listReadings(page)).toHaveLength(1);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await page.locator('#lines-approved .line').count()).toBe(3);
    expect(await listReadings(page)).toHaveLength(1);
  });

  it('takes the next one out of the answer where it was not opened ahead', async () => {
    const page = await open({ lines: lines(70) });
    await review(page);
    // The last of twenty that came opened: the one behind it did not.
    await page.evaluate(() => {
      window.fake.scenario.broken = { getReviewPage: 'the reading ahead fails', getReminder: 'not asked for' };
    });
    const ids = await page
      .locator('#lines-look .line')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-id')));
    await page.locator(`[data-id="${ids[19]}"] .line-open`).click();
    await page.getByRole('button', { name: 'Approve, next one' }).click();
    await page.locator('.reference', { hasText: lineNumber(Number(ids[20]?.slice(2))).reference }).waitFor();
    expect(await lastArgs(page, 'approveReminders')).toEqual([[ids[19]], ids[20], [3]]);
    expect(await times(page, 'getReminder')).toBe(0);
  });

  it('puts one off and is back at the list at once, with the line under "Not now"', async () => {
    const page = await open({ lines: [0, 3].map((number) => lineNumber(number)) });
    await review(page);
    await page.locator('[data-id="r-0"] .line-open').click();
    await page.getByText('Not now, until…').click();
    await page.getByRole('button', { name: 'Put off' }).click();
    await page.getByRole('heading', { name: 'Not now' }).waitFor();
    expect(await page.locator('#lines-later .line').textContent()).toContain('until');
    expect(await listReadings(page)).toHaveLength(1);
  });

  it('reads the list again after somebody else did something, and shows no old state', async () => {
    const page = await open({ lines: [0, 3, 6].map((number) => lineNumber(number)) });
    await review(page);
    await page.evaluate(() => {
      const { scenario } = window.fake;
      scenario.seq = 20;
      const line = scenario.lines.find(({ id }) => id === 'r-3');
      if (line) line.state = 'cancelled';
    });
    await page.getByRole('button', { name: 'Approve Alder & Finch Bakery', exact: true }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await listReadings(page)).toHaveLength(2);
    expect(await page.locator('[data-id="r-3"]').count()).toBe(0);
  });
});
