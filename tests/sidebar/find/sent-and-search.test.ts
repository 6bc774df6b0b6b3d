// Sent, the search over everything, whose customers are shown, and the owners of many: on the desk and at 300 px.
import { describe, expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { LONG_NAMES, lineNumber } from '../fake/fake-lines';
import { sentLine } from '../fake/fake-sent';
import { callNames, DESK, lastArgs } from '../page';
import { openPage, openTab, withBrowser } from '../with-browser';

const onDesk = withBrowser(DESK);
const inSidebar = withBrowser();
const lines = Array.from({ length: 12 }, (_, at) => lineNumber(at));
const sent = Array.from({ length: 130 }, (_, at) => sentLine(at));

describe('the Sent list', () => {
  it('is filtered by the server, shown a page at a time, and opens a line with its mail', async () => {
    const page = await onDesk({ lines, sent });
    await page.getByRole('tab', { name: 'Sent', exact: true }).click();
    await page.locator('.sent-line').first().waitFor();
    expect(await page.locator('.sent-line').count()).toBe(100);
    await page.getByRole('button', { name: 'Show more (30 left)' }).click();
    await expect.poll(() => page.locator('.sent-line').count()).toBe(130);
    await page.getByLabel('Since').fill('2026-11-20');
    await expect.poll(() => page.locator('.sent-line').count()).toBe(4);
    expect(await lastArgs(page, 'getSent')).toEqual([{ since: '2026-11-20' }]);
    expect(await violationsIn(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    expect((await saved).suggestedFilename()).toBe('sent.csv');
    await page.getByLabel('Since').fill('');
  });

  it('says that nothing was sent yet', async () => {
    const page = await inSidebar({ lines: [] });
    await openPage(page, 'Sent');
    await page.getByText('Nothing was sent yet.').waitFor();
  });

  it('fits 300 px with the longest names', async () => {
    const page = await inSidebar({
      lines,
      sent: LONG_NAMES.map((customer, at) => sentLine(at, { customer, to: customer })),
    });
    await openPage(page, 'Sent');
    await page.locator('.sent-line').first().waitFor();
    expect(await page.evaluate(() => document.querySelector('main')?.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(page)).toEqual([]);
  });
});

describe('the search over everything', () => {
  it('groups what it finds in one call, opens it, and answers what was sent since', async () => {
    const page = await onDesk({ lines, sent });
    const field = page.getByRole('searchbox', { name: 'Search everything' });
    await field.fill('what did we send to Alder since November');
    await field.press('Enter');
    await page.locator('.search-group').first().waitFor();
    expect((await callNames(page)).filter((name) => name === 'searchAll')).toHaveLength(1);
    expect(await lastArgs(page, 'searchAll')).toEqual(['Alder']);
    expect(await page.locator('.search-group h2').allTextContents()).toEqual(['Customers 1', 'Sent 65']);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sent to Alder since 1 Nov' }).click();
    await page.locator('.sent-line').first().waitFor();
    expect(await lastArgs(page, 'getSent')).toEqual([{ search: 'Alder', since: '2026-11-01' }]);
  });

  it('says where nothing is found what is looked for, and opens a customer', async () => {
    const page = await inSidebar({ lines });
    await openTab(page, 'More');
    const field = page.getByRole('searchbox', { name: 'Search everything' });
    await field.fill('nowhere');
    await field.press('Enter');
    await page.getByText('Nothing has “nowhere”').waitFor();
    await field.fill('elbe');
    await field.press('Enter');
    await page.locator('.search-group .entry').first().click();
    await expect.poll(() => lastArgs(page, 'getCustomer')).toEqual(['elbe']);
  });
});

describe('the owners of customers', () => {
  it('are chosen once for every page, and changed for several with a word before and a way back', async () => {
    const page = await inSidebar({ lines, sent });
    await openPage(page, 'Customers');
    await page.getByLabel('Whose customers').selectOption({ label: 'Mine (you@firm.example)' });
    await expect.poll(() => lastArgs(page, 'findCustomers')).toEqual(['', 'you@firm.example']);
    await openPage(page, 'Sent');
    await expect.poll(() => lastArgs(page, 'getSent')).toEqual([{ owner: 'you@firm.example' }]);
    await openPage(page, 'Customers');
    await page.getByLabel('Whose customers').selectOption({ label: 'Everybody’s' });
    await page.getByRole('button', { name: 'Change the owner of several…' }).click();
    await page.getByLabel('New owner').fill('olga@firm.example');
    await page.getByRole('button', { name: 'Choose all' }).click();
    await page.getByRole('button', { name: 'Change…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('Alder & Finch Bakery: you@firm.example → olga@firm.example');
    await dialog.getByRole('button', { name: 'Change' }).click();
    await page.getByText('Owner changed: 2 of 2.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(() => lastArgs(page, 'changeOwners'))
      .toEqual([
        [
          { key: 'alder', from: 'olga@firm.example', to: 'you@firm.example' },
          { key: 'elbe', from: 'olga@firm.example', to: 'bob@firm.example' },
        ],
      ]);
    expect(await violationsIn(page)).toEqual([]);
  });
});

describe('the tour', () => {
  it('goes over the real pages from Help, and can be left', async () => {
    const page = await onDesk({ lines });
    await page.getByRole('tab', { name: 'Help', exact: true }).click();
    await page.getByRole('button', { name: 'Start the tour' }).click();
    await page.getByText('Tour, 1 of 6').waitFor();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Decide in Review').waitFor();
    expect(await page.getByRole('tab', { name: 'Review' }).getAttribute('aria-selected')).toBe('true');
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Leave the tour' }).click();
    expect(await page.locator('.tour').count()).toBe(0);
  });
});

describe('many routine reminders of one kind', () => {
  it('are approved from one of them, step by step, with how far it is', async () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...lineNumber(1),
      id: `k-${at}`,
      customer: `Customer ${at}`,
    }));
    const page = await onDesk({ lines: many, delay: 60 });
    await page.getByRole('button', { name: 'Approve all 130 of this kind' }).click();
    // The words of a step stand for a moment only: they are gathered as they come.
    await page.evaluate(() => {
      const gather = (): void => {
        const found = /Looked at: \d+ of \d+/.exec(document.body.textContent ?? '')?.[0];
        if (found)
          document.documentElement.dataset['steps'] = `${document.documentElement.dataset['steps'] ?? ''}${found};`;
      };
      new MutationObserver(gather).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await page.getByRole('button', { name: 'Approve them' }).click();
    await page.getByText('130 reminders approved.').waitFor();
    expect(await page.locator('html').getAttribute('data-steps')).toContain('Looked at: 100 of 130;');
    expect((await callNames(page)).filter((name) => name === 'approveTogether')).toHaveLength(2);
  });
});
