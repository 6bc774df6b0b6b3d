// The Review view in a real browser: approving by mouse and by keyboard, undoing, groups, empty and very full queues.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { callNames, lastArgs, listReadings } from '../page';
import { openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const lines = (number: number) => Array.from({ length: number }, (_, at) => lineNumber(at));
const active = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('Review', () => {
  it('approves all routine ones together and never those to look at', async () => {
    const page = await open({ lines: lines(7) });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Approve all 4' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await lastArgs(page, 'approveRoutine')).toEqual([
      ['r-1', 'r-2', 'r-4', 'r-5'],
      [3, 3, 3, 3],
    ]);
    expect(await page.getByRole('heading', { name: 'Look at these' }).textContent()).toContain('3');
  });

  it('takes an approval of many back with one click', async () => {
    const page = await open({ lines: lines(7) });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Approve all 4' }).click();
    await page.locator('.status').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Approve all 4' }).waitFor();
    expect(await lastArgs(page, 'undoApproval')).toEqual([['r-1', 'r-2', 'r-4', 'r-5']]);
    expect(await page.getByRole('heading', { name: 'Approved' }).count()).toBe(0);
  });

  it('takes all approvals back also later, as long as nothing was sent', async () => {
    const approved = [1, 2, 4].map((number) => lineNumber(number, { state: 'approved' }));
    const page = await open({ lines: approved });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Undo all 3 approvals' }).click();
    await page.getByRole('button', { name: 'Approve all 3' }).waitFor();
    expect(await lastArgs(page, 'undoApproval')).toEqual([['r-1', 'r-2', 'r-4']]);
  });

  it('reads the queue again when the server changed fewer than asked', async () => {
    const page = await open({ lines: lines(3) });
    await openTab(page, 'Review');
    await page.evaluate(() => {
      const line = window.fake.scenario.lines.find(({ id }) => id === 'r-2');
      if (line) line.state = 'cancelled';
    });
    await page.getByRole('button', { name: 'Approve all 2' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await listReadings(page)).toHaveLength(2);
    expect(await page.locator('[data-id="r-2"]').count()).toBe(0);
  });

  it('is worked through by the keyboard alone', async () => {
    const page = await open({ lines: [lineNumber(1), lineNumber(2), lineNumber(4)] });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.locator('.line').first().waitFor();
    await page.keyboard.press('Tab');
    while ((await active(page)) !== 'Approve all 3') await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toContain('Casa Verde Catering');
    await page.keyboard.press('Tab');
    expect(await active(page)).toBe('Approve Casa Verde Catering');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await lastArgs(page, 'approveReminders')).toEqual([['r-2'], '', [3]]);
    expect(await active(page)).toBe('Approve Elbe Maschinenbau GmbH');
  });

  it('opens by Enter and comes back by Escape to the same line', async () => {
    const page = await open({ lines: [lineNumber(1), lineNumber(2)] });
    await openTab(page, 'Review');
    await page.locator('[data-id="r-1"] .line-open').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.reminder-head').waitFor();
    expect(await active(page)).toBe('Casa Verde Catering');
    await page.keyboard.press('Escape');
    await page.locator('.line').first().waitFor();
    expect(await active(page)).toContain('Casa Verde Catering');
    expect(await listReadings(page)).toHaveLength(1);
  });

  it('lets Tab pass a list of 200 in two steps', async () => {
    const page = await open({ lines: lines(200) });
    await openTab(page, 'Review');
    const reachable = await page
      .locator('.lines button')
      .evaluateAll((all) => all.filter((control) => (control as HTMLElement).tabIndex === 0).length);
    const lists = await page.locator('.lines').count();
    expect(reachable).toBeLessThanOrEqual(lists * 2);
    expect(await page.locator('.line').count()).toBe(40 + 40 + 22);
    await page.getByRole('button', { name: 'Show 71 more' }).click();
    await expect.poll(() => page.locator('.line').count()).toBe(111 + 40 + 22);
  });

  it('says helpfully that nothing waits', async () => {
    const page = await open({ lines: [] });
    await openTab(page, 'Review');
    expect(await page.locator('.empty').textContent()).toContain('When an invoice reaches its next step');
  });

  it('says that nobody has looked where no hourly check has run today, as in Preview', async () => {
    const page = await open({ lines: [], today: { heartbeat: null } });
    await openTab(page, 'Review');
    expect(await page.locator('.empty').textContent()).toContain('No hourly check has run today. “Look again” plans');
  });

  it('shows overdue invoices without a reminder with their reason', async () => {
    const withoutReminder = [{ reason: 'Waiting for the promised day', invoices: 4, customers: 2, first: [] }];
    const page = await open({ lines: [], withoutReminder });
    await openTab(page, 'Review');
    await page.getByText('4 overdue invoices without a reminder').click();
    expect(await page.locator('.without').textContent()).toContain('4 invoices, 2 customers');
  });

  it('keeps the list and says why when the server refuses', async () => {
    const refused = { approveRoutine: 'Somebody else is working on the queue. Try again in a few seconds.' };
    const page = await open({ lines: lines(3), refused });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Approve all 2' }).click();
    await page.getByRole('alert').getByText('Somebody else is working').waitFor();
    expect(await page.locator('.line').count()).toBe(3);
  });

  it('does not approve twice while the first press is under way', async () => {
    const page = await open({ lines: lines(3), delay: 200 });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Approve all 2' }).dblclick();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect((await callNames(page)).filter((name) => name === 'approveRoutine')).toHaveLength(1);
  });
});
