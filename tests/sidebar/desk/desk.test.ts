// The desk in a real browser: the inbox and its keys, decisions that show at once, what others did, and its looks.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { LONG_NAMES, lineNumber } from '../fake/fake-lines';
import { callNames, DESK, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(DESK);
const lines = (number: number) => Array.from({ length: number }, (_, at) => lineNumber(at));
const shown = (page: Page): Promise<string | null> => page.locator('.reader-head h1').textContent();
const times = async (page: Page, call: string): Promise<number> =>
  (await callNames(page)).filter((name) => name === call).length;

async function ready(page: Page): Promise<void> {
  await page.locator('.reader-head h1').waitFor();
}

describe('the inbox', () => {
  it('goes along the list by J and K, and opens ahead what comes next', async () => {
    const page = await open({ lines: lines(30) });
    await ready(page);
    const first = await shown(page);
    await page.keyboard.press('j');
    const second = await shown(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('k');
    expect(await shown(page)).toBe(first);
    expect(await times(page, 'getReminder')).toBe(0);
    expect(await page.locator('[aria-current]').count()).toBe(1);
  });

  it('shows an approval at once and the next reminder beside it, while the server is still at work', async () => {
    const page = await open({ lines: lines(12), delay: 300 });
    await ready(page);
    const first = await shown(page);
    await page.keyboard.press('a');
    await expect.poll(() => shown(page)).not.toBe(first);
    expect(await page.getByRole('status').textContent()).toContain(`Approved: ${first}.`);
    expect(await page.locator('.reader-skeleton').count()).toBe(0);
    await expect.poll(() => times(page, 'approveReminders')).toBe(1);
    // What is approved can be sent from here.
    await page.locator('.inbox-foot .sending').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => times(page, 'undoApproval')).toBe(1);
    await expect.poll(() => shown(page)).toBe(first);
  });

  it('says what the server did not approve, and has it in the list again', async () => {
    const page = await open({ lines: lines(12), refused: { approveReminders: 'Somebody else is at work.' } });
    await ready(page);
    const first = await shown(page);
    await page.keyboard.press('a');
    await page.getByRole('alert').getByText('Somebody else is at work.').waitFor();
    expect(await page.locator('.inbox-done').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill(first ?? '');
    await page.locator('.inbox-line').first().waitFor();
  });

  it('does nothing by a key while somebody writes, and saves what was written with the approval', async () => {
    const page = await open({ lines: lines(6) });
    await ready(page);
    await page.keyboard.press('e');
    await page.getByLabel('Subject').fill('aejk?');
    expect(await times(page, 'approveReminders')).toBe(0);
    await page.getByRole('button', { name: 'Save and approve' }).click();
    await expect.poll(() => times(page, 'approveReminders')).toBe(1);
    expect((await lastArgs(page, 'editReminder'))?.[1]).toMatchObject({ subject: 'aejk?' });
  });

  it('asks before words are left that nobody saved', async () => {
    const page = await open({ lines: lines(6) });
    await ready(page);
    const first = await shown(page);
    await page.keyboard.press('e');
    await page.getByLabel('Subject').fill('Mine');
    await page.locator('.inbox-line:not([aria-current])').first().click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(await shown(page)).toBe(first);
    expect(await page.getByLabel('Subject').inputValue()).toBe('Mine');
  });

  it('puts a reminder off by S, with the keyboard on the day', async () => {
    const page = await open({ lines: lines(6) });
    await ready(page);
    await page.keyboard.press('s');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('date');
    await page.getByRole('button', { name: 'Put off' }).click();
    await expect.poll(() => times(page, 'snoozeReminder')).toBe(1);
  });

  it('seeks, filters, sorts and groups without asking the server, with totals per group and currency', async () => {
    const page = await open({ lines: lines(60) });
    await ready(page);
    const before = (await callNames(page)).filter((name) => name === 'getReviewPage').length;
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('casa');
    expect(new Set(await page.locator('.inbox-customer').allTextContents()).size).toBeLessThan(10);
    await page.getByRole('searchbox', { name: 'Search', exact: true }).fill('');
    await page.getByLabel('Groups').selectOption({ label: 'By segment' });
    expect(await page.locator('.inbox-title').allTextContents()).toEqual(['often late, small', 'pays on time']);
    expect(await page.locator('.inbox-total').first().textContent()).toMatch(/EUR and [\d,.]+ GBP$/);
    // What is to be looked at stands before what is routine, and the list says by what it goes.
    expect(await page.locator('.inbox-order').first().textContent()).toBe('Gravest reason first, then the largest.');
    expect(await page.locator('.inbox-line').first().locator('.inbox-look').count()).toBe(1);
    await page.getByLabel('Order').selectOption({ label: 'Customer' });
    expect(await page.locator('.inbox-order').count()).toBe(0);
    const names = await page.locator('.inbox-group').first().locator('.inbox-customer').allTextContents();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect((await callNames(page)).filter((name) => name === 'getReviewPage').length - before).toBeLessThanOrEqual(2);
  });

  it('approves the routine ones of a group together and says which stay, and why', async () => {
    const page = await open({ lines: lines(20) });
    await ready(page);
    await page.getByRole('button', { name: /^Approve \d+ routine ones/ }).click();
    await page.getByRole('button', { name: 'Approve them' }).click();
    await page
      .getByRole('status')
      .getByText(/\d+ approved\./)
      .waitFor();
    const [ids, seq] = (await lastArgs(page, 'approveTogether')) ?? [];
    expect([Array.isArray(ids) && ids.length > 3, seq]).toEqual([true, 1]);
    expect(await page.getByRole('button', { name: /routine ones/ }).count()).toBe(0);
  });

  it('follows what others did when it gets the focus, by one look', async () => {
    const page = await open({ lines: lines(8) });
    await ready(page);
    await expect.poll(() => times(page, 'getToday')).toBeGreaterThan(0);
    const before = await times(page, 'getReviewPage');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => times(page, 'getLogEnd')).toBe(1);
    expect(await times(page, 'getReviewPage')).toBe(before);
    await page.evaluate(() => {
      window.scenario.lines.splice(0, 3);
      window.scenario.seq = 9;
      window.dispatchEvent(new Event('focus'));
    });
    await expect.poll(() => page.getByLabel('Show').locator('option').first().textContent()).toBe('All that waits (5)');
  });

  it('goes through sixty reminders by the key A without one white page, in few calls', async () => {
    const sixty = lines(100)
      .filter(({ list }) => list !== 'by-hand')
      .slice(0, 60);
    const page = await open({ lines: sixty, delay: 30 });
    await ready(page);
    let white = 0;
    for (let at = 0; at < 60; at += 1) {
      if ((await page.locator('.reader-head h1').count()) === 0) white += 1;
      await ready(page);
      await page.keyboard.press('a');
    }
    await expect
      .poll(() => page.evaluate(() => window.scenario.lines.filter(({ state }) => state === 'approved').length))
      .toBe(60);
    expect(white).toBe(0);
    expect(await times(page, 'getReminder')).toBe(0);
  });
});

describe('the looks of the desk', () => {
  it('fit 900 x 560 with the longest names and with text twice as large, and have no accessibility violation', async () => {
    const amounts = '1,234,567,890.00 EUR, 1,200.00 GBP and 900,000,000 JPY';
    const long = LONG_NAMES.map((customer, at) =>
      lineNumber(at * 3, { customer, amounts, look: customer, stage: customer }),
    );
    const page = await open({ lines: [...long, ...lines(6)] });
    await ready(page);
    const across = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect([await across(), await violationsIn(page)]).toEqual([900, []]);
    // No balance is cut off in the column of invoices.
    const cut = page.locator('.wide', { has: page.locator('.invoices-asked') });
    await cut.first().waitFor();
    expect(await cut.first().evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await across()).toBe(900);
  });
});

describe('the navigation of the desk', () => {
  it('leads by More to the pages that have no place of their own, and back to More from each', async () => {
    const page = await open({ lines: [] });
    await page.getByRole('tab', { name: 'Sent', exact: true }).click();
    await page.getByRole('heading', { name: 'Sent', level: 2 }).waitFor();
    await page.getByRole('tab', { name: 'More', exact: true }).click();
    await page.locator('.entry', { hasText: 'Bring in contacts' }).click();
    await page.getByRole('heading', { name: 'Bring in contacts' }).waitFor();
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('More');
    await page.keyboard.press('Escape');
    await page.locator('.entry', { hasText: 'Export for auditors' }).waitFor();
  });

  it('has groups that fold, by mouse and by keys, and opens the one that a page opened by itself is in', async () => {
    const page = await open({ lines: [], groupsFolded: true });
    const head = (name: string) => page.getByRole('button', { name, exact: true });
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    const isOpen = (name: string) => head(name).getAttribute('aria-expanded');
    expect(await Promise.all(['Daily', 'Customers', 'Money', 'Figures', 'Set-up'].map(isOpen))).toEqual([
      'true',
      ...Array<string>(4).fill('false'),
    ]);
    expect(await page.getByRole('tab').count()).toBeLessThan(13);
    await head('Money').click();
    await tab('Cash').click();
    await head('Money').press('Enter');
    // The page stays, its group says that it is there, and Tab leads to the first place.
    expect([await tab('Cash').count(), await head('Money').getAttribute('aria-current')]).toEqual([0, 'true']);
    expect(await tab('Today').getAttribute('tabindex')).toBe('0');
    await head('Money').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toBe('Cash');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cash');
    await page.keyboard.press('ArrowLeft');
    expect([await isOpen('Money'), await page.evaluate(() => document.activeElement?.textContent)]).toEqual([
      'false',
      'Money',
    ]);
    expect(await violationsIn(page)).toEqual([]);
  });

  it('has More in sight in the smallest dialog', async () => {
    const page = await open({ lines: [] });
    const box = await page.getByRole('tab', { name: 'More', exact: true }).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(560);
  });
});
