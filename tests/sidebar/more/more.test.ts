// More and the pages behind it in a real browser: what is offered when, the way back, where the keyboard goes.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { CHANGES } from '../fake/fake-why';
import { openPage, openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const entries = (page: Page): Promise<string[]> => page.locator('.entry-label').allTextContents();
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('More', () => {
  it('has everything without a tab of its own, each with a line on what it is for', async () => {
    const page = await open({ lines: [] });
    await openTab(page, 'More');
    const labels = await entries(page);
    for (const label of ['Why this invoice?', 'Data check', 'Formulas', 'Set-up']) expect(labels).toContain(label);
    expect(await page.locator('.entry-line:empty').count()).toBe(0);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      'Daily',
      'Customers',
      'Money',
      'Figures',
      'Set-up',
      'Help',
    ]);
  });

  it('offers only Set-up, Formulas and Help before set-up', async () => {
    const page = await open({ lines: [], today: { ready: false } });
    await openTab(page, 'More');
    expect(await entries(page)).toEqual(['Formulas', 'Set-up', 'Check this installation', 'Leave Duesheet']);
  });

  it('tells at its foot which version this is, before set-up too', async () => {
    for (const ready of [true, false]) {
      const page = await open({ lines: [], today: { ready } });
      await openTab(page, 'More');
      expect(await page.locator('.view > :last-child').textContent()).toBe('Duesheet 7.8.9');
    }
  });

  it('gives each page a heading that gets the keyboard, and a way back to More', async () => {
    const page = await open({ lines: [] });
    await openTab(page, 'More');
    for (const label of await entries(page)) {
      await openPage(page, label);
      expect(await page.getByRole('tab', { selected: true }).textContent(), label).toBe('More');
      const heading = page.locator('.page h2').first();
      await heading.waitFor();
      await expect.poll(() => focused(page), { message: label }).toBe(await heading.textContent());
      await page.getByRole('button', { name: 'Back to More' }).click();
      await page.locator('.entry').first().waitFor();
      expect(await focused(page), label).toContain(label);
    }
  });

  it('is where Escape leads from a page', async () => {
    const page = await open({ lines: [] });
    await openPage(page, 'Why this invoice?');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'More', level: 1 }).waitFor();
    expect(await focused(page)).toContain('Why this invoice?');
  });

  it('keeps the way back after a page that could not be read', async () => {
    const page = await open({ lines: [], broken: { getWhy: 'Exception' } });
    await openPage(page, 'Why this invoice?');
    await page.evaluate(() => {
      window.fake.scenario.broken = {};
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'What was checked' }).waitFor();
    expect(await page.getByRole('button', { name: 'Back to More' }).count()).toBe(1);
  });
});

describe('what changed', () => {
  it('is one line on Today that opens the list, by what happened and why', async () => {
    const page = await open({ lines: [], today: { changes: CHANGES } });
    await page.getByRole('button', { name: 'Since yesterday: 2 new, 1 cancelled (paid), 1 promise broken' }).click();
    await page.getByRole('heading', { name: 'What changed' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Promise broken 1',
      'Cancelled (paid) 1',
      'New reminder 2',
    ]);
    expect(await page.locator('.changes').nth(1).textContent()).toContain('Nothing is open any more.');
    await page.getByRole('button', { name: 'Back to Today' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
  });

  it('is not mentioned where nothing did', async () => {
    const page = await open({ lines: [lineNumber(1)] });
    expect(await page.locator('.changes-line:not(.expected-line *)').count()).toBe(0);
  });
});

describe('what is on no ladder', () => {
  it('is one line on Today that opens the list, by the reason, with the sum and the whole sentence', async () => {
    const summary = '1 customer with 150.00 EUR overdue is chased by nobody: paused 1.';
    const items = [{ at: '', what: 'Paused', customer: 'Acme', why: '150.00 EUR. Paused until a person ends it.' }];
    const page = await open({ lines: [], today: { unchased: { summary, items } } });
    await page.getByRole('button', { name: summary }).click();
    await page.getByRole('heading', { name: 'To look at' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Paused 1']);
    expect(await page.locator('.changes').textContent()).toContain('150.00 EUR. Paused until a person ends it.');
  });
});
