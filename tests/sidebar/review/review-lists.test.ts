// The lists of Review in a real browser: folding, the sending time, decisions of the grid, and 500 waiting lines.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lineNumber } from '../fake/fake-lines';
import { lastArgs, listReadings } from '../page';
import { openTab, withBrowser } from '../with-browser';

const open = withBrowser();
const lines = (number: number) => Array.from({ length: number }, (_, at) => lineNumber(at));

/** Milliseconds that something keeps the page busy: scripting, styles, layout, painting. */
async function work(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taken = async (): Promise<number> => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await taken();
  await act();
  return Math.round(1000 * ((await taken()) - before));
}

describe('the lists', () => {
  it('stand in the order of a morning, each with its count', async () => {
    const page = await open({ lines: lines(14) });
    await openTab(page, 'Review');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
      '▾Routine 8',
      '▾Look at these 5',
      '▾Calls and tasks 1',
      'Decided in the sheet?',
    ]);
  });

  it('fold away and come back by the keyboard, and stay folded while one works', async () => {
    const page = await open({ lines: lines(14) });
    await openTab(page, 'Review');
    const fold = page.getByRole('button', { name: 'Look at these 5' });
    await fold.focus();
    await page.keyboard.press('Enter');
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator('#lines-look .line').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-controls'))).toBe('lines-look');
    await page.getByRole('button', { name: 'Approve Brightwater Joinery', exact: true }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await fold.click();
    expect(await page.locator('#lines-look .line').count()).toBe(5);
  });

  it('say above the list when it leaves, and at a line only where that differs', async () => {
    const late = lineNumber(4, { leaves: 'leaves Tue 24 Nov from 08:00' });
    const page = await open({ lines: [lineNumber(1), lineNumber(2), late] });
    await openTab(page, 'Review');
    const list = page.locator('#lines-routine');
    expect(await list.locator('.hint').textContent()).toContain(
      'Once approved: leaves with the next run, about 10:00.',
    );
    expect(await list.getByText('leaves Tue 24 Nov from 08:00').count()).toBe(1);
    expect(await page.locator('[data-id="r-1"]').textContent()).not.toContain('leaves');
  });

  it('say the reasons to look at each line, one by one, the gravest first', async () => {
    const look = 'may be the same customer as "Smith, Jones Ltd", first contact, above 10,000';
    const page = await open({ lines: [lineNumber(1, { look, list: 'look' })] });
    await openTab(page, 'Review');
    expect(await page.locator('[data-id="r-1"] .look').textContent()).toBe(
      'may be the same customer as "Smith, Jones Ltd" · above 10,000 · first contact',
    );
  });

  it('say that nothing leaves where nothing does', async () => {
    const page = await open({ lines: [lineNumber(1, { leaves: 'stays here until you go live' })] });
    await openTab(page, 'Review');
    expect(await page.locator('#lines-routine .hint').textContent()).toContain('Stays here until you go live.');
  });

  it('take over what was decided in the grid, and are read again', async () => {
    const page = await open({ lines: lines(3) });
    await openTab(page, 'Review');
    await page.getByRole('button', { name: 'Apply now the decisions in AR Queue' }).click();
    await page.getByText('1 word not understood: "aprove" in row 7.').waitFor();
    expect(await listReadings(page)).toHaveLength(2);
  });
});

describe('500 waiting lines', () => {
  it('are drawn, folded and approved without a wait that is felt', async () => {
    const page = await open({ lines: lines(500) });
    const drawing = await work(page, async () => {
      await openTab(page, 'Review');
      await page.locator('.line').first().waitFor();
    });
    expect(await page.locator('.line').count()).toBe(40 + 40 + 40);
    const routine = Number(await page.locator('#group-routine .badge').textContent());
    const approving = await work(page, async () => {
      await page.getByRole('button', { name: `Approve all ${routine}` }).click();
      await page.getByRole('heading', { name: 'Approved' }).waitFor();
    });
    expect((await lastArgs(page, 'approveRoutine'))?.[0]).toHaveLength(routine);
    const more = await work(page, () => page.getByRole('button', { name: 'Show 100 more' }).last().click());
    // Of which the browser's own way of pressing and waiting is a part. Slow shared machines pass as well.
    expect({ drawing: drawing < 500, approving: approving < 500, more: more < 500 }).toEqual({
      drawing: true,
      approving: true,
      more: true,
    });
  });
});
