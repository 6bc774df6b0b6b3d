// The policy page of the desk in a real browser: a change tried on the last year before it is saved, and advice to accept or reject.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ladder } from '../../builders/dunning-facts';
import { violationsIn } from '../accessibility';
import { bookOfHabits } from '../ahead/ahead-of-tests';
import type { Scenario } from '../fake/fake-server';
import { callNames, DESK, lastArgs } from '../page';
import { withBrowser } from '../with-browser';

const open = withBrowser(DESK);
const steps = ladder('Default', [
  [-3, 'friendly'],
  [2, 'friendly'],
  [9, 'personal'],
]).map((step, at) => ({ ...step, template: 'Friendly', row: at + 2, seen: `row ${at + 2}` }));
const SCENARIO: Scenario = {
  lines: [],
  policy: { findings: [], segments: [{ segment: 'Default', customers: 2, steps }] },
  ahead: bookOfHabits({ Late: { late: 12 }, Soon: { late: 3 } }),
};

async function policyPage(scenario: Partial<Scenario> = {}): Promise<Page> {
  const page = await open({ ...SCENARIO, ...scenario });
  await page.getByRole('tab', { name: 'Policy' }).click();
  await page.getByRole('heading', { name: 'Policy', exact: true, level: 2 }).waitFor();
  return page;
}

async function openStep(page: Page, at: number): Promise<void> {
  await page.locator('.ladder-list summary').first().click();
  await page.locator('.step-line').nth(at).click();
}

describe('a change of the policy on the desk', () => {
  it('tells before it is saved what it would have done last year, and nothing once it is taken back', async () => {
    const page = await policyPage();
    await openStep(page, 1);
    await page.getByLabel('Days', { exact: true }).fill('5');
    await page.getByText(/^Tried on your last year: \d+ mails instead of \d+, \d+ % of them needless/).waitFor();
    expect(await callNames(page)).not.toContain('saveRules');
    await page.getByLabel('Days', { exact: true }).fill('2');
    await expect.poll(() => page.locator('.trial').textContent()).toBe('');
  });

  it('is asked about where a step is switched off, and stays as it was at a no', async () => {
    const page = await policyPage();
    await openStep(page, 0);
    await page.getByRole('button', { name: 'Switch this step off' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/^Tried on your last year: \d+ mails instead of/).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await callNames(page)).not.toContain('saveRules');
  });

  it('is saved without a word of the past where the book cannot be read', async () => {
    const page = await policyPage({ refused: { getAhead: 'The sheet is half there.' } });
    await openStep(page, 0);
    await page.getByRole('button', { name: 'Switch this step off' }).click();
    await expect.poll(() => callNames(page)).toContain('saveRules');
  });
});

describe('advice on the desk', () => {
  it('is a change with old and new, saved where it is accepted', async () => {
    const page = await policyPage();
    await page.getByRole('button', { name: 'Look for a change' }).click();
    const advice = page.locator('.advice');
    await advice.first().waitFor();
    expect(await advice.count()).toBe(1);
    expect(await advice.getByText(/assumes that nobody would have paid later without the mail\.$/).count()).toBe(1);
    expect(await violationsIn(page)).toEqual([]);
    await page.getByRole('button', { name: /^Accept/ }).click();
    await expect.poll(() => callNames(page)).toContain('saveRules');
    const [tab, changes] = (await lastArgs(page, 'saveRules')) ?? [];
    expect(tab).toBe('AR Policy');
    expect((changes as unknown[]).length).toBeGreaterThan(0);
  });

  it('goes away at a reject, and writes nothing', async () => {
    const page = await policyPage();
    await page.getByRole('button', { name: 'Look for a change' }).click();
    await page.getByRole('button', { name: /^Reject/ }).click();
    expect(await page.locator('.advice').count()).toBe(0);
    expect(await callNames(page)).not.toContain('saveRules');
  });
});
