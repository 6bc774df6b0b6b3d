// Load and Worklist in a real browser, and the reasons beside a call; with the longest names and with nothing.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../../src/sidebar/expected/ahead-book';
import { violationsIn } from '../accessibility';
import { LONG_NAMES } from '../fake/fake-lines';
import type { Scenario } from '../fake/fake-server';
import { callNames } from '../page';
import { openPage, withBrowser } from '../with-browser';
import { bookOfHabits, callAbout } from './ahead-of-tests';

const open = withBrowser();
const [FIRST = '', SECOND = ''] = LONG_NAMES;
const AHEAD = bookOfHabits({ [FIRST]: { late: 6, open: [[5, 1_234_567]] }, [SECOND]: { late: 60, open: [[20, 100]] } });
const book = aheadOf(AHEAD);
const WORK = {
  customers: [FIRST, SECOND].map((name, at) => ({
    ...{ key: name.toLowerCase(), name, owner: at === 0 ? `${'a'.repeat(50)}@firm.example` : '', isPerson: false },
  })),
  waiting: [callAbout(book, FIRST), callAbout(book, SECOND, { channel: 'task' as const, template: 'Credit hold' })],
  coming: [[FIRST.toLowerCase(), 'call', 1] as [string, 'call', number]],
};

async function page(label: string, scenario: Partial<Scenario> = {}): Promise<Page> {
  const opened = await open({ lines: [], ...scenario });
  await openPage(opened, label);
  return opened;
}

describe('Load', () => {
  it('shows each owner and what nobody has, fits 300 px with the longest names, and is accessible', async () => {
    const load = await page('Load', { ahead: AHEAD, work: WORK });
    await load.getByRole('region', { name: 'Load: Nobody’s' }).waitFor();
    expect(await load.getByText('8 min').count()).toBeGreaterThan(0);
    expect(await load.getByRole('row').count()).toBe(4);
    expect(await load.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(load)).toEqual([]);
  });

  it('has nothing to say of an empty book', async () => {
    await (await page('Load')).getByText('Nothing is open and nothing waits.').waitFor();
  });
});

describe('Worklist', () => {
  it('shows its bands with reasons, shares one reading with Load, and fits 300 px', async () => {
    const list = await page('Worklist', { ahead: AHEAD, work: WORK });
    const later = list.getByRole('region', { name: 'Leave alone for now' });
    await later.getByText(/^Half of such invoices are paid by/).waitFor();
    expect(await list.getByRole('region', { name: 'At risk' }).getByText('Credit hold').count()).toBe(1);
    expect(await list.getByRole('region', { name: 'Quick wins' }).count()).toBe(0);
    expect(await list.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
    expect(await violationsIn(list)).toEqual([]);
    await openPage(list, 'Load');
    const withWork = await list.evaluate(() =>
      window.fake.calls.filter(({ name, args }) => name === 'getAhead' && args[0] === true),
    );
    expect(withWork).toHaveLength(1);
    expect(await callNames(list)).toContain('getAhead');
  });

  it('says that nothing waits', async () => {
    await (await page('Worklist')).getByText('No call and no task waits.').waitFor();
  });
});
