// Runs killed at every service call: no mail twice, no log that does not match, no customer lost from sight.
import { describe, expect, it } from 'vitest';
import { costlyCalls } from '../../src/local/bench/service-calls';
import type { TodayView } from '../../src/usecases/today/view';
import { Story, type StoryInvoice } from './story';

const LINES: StoryInvoice[] = ['Acme Tools', 'Beta Works'].map((customer, index) => ({
  no: `000${index}`,
  customer,
  due: '2026-11-01',
  amount: 1200,
}));

/** Only a call that reads, writes, flushes, locks or sends makes a difference to what is left behind. */
const isCostly = (method: string): boolean => Object.keys(costlyCalls({ [method]: 1 })).length > 0;

/** Set-up makes hundreds of calls for widths and formats: these are the ones that leave something behind. */
const isLasting = (method: string): boolean =>
  /(insertSheet|setValues|setNamedRange|setProperties|flush)$/.test(method);

/** Does something again and again, each time killed before the next service call, until it comes to its end. */
function killedEverywhere(
  start: Story,
  counts: (method: string) => boolean,
  act: (story: Story) => void,
  after: (story: Story, n: number) => void,
): number {
  for (let n = 1; ; n += 1) {
    const story = start.twin();
    let count = 0;
    const isThere = (method: string): boolean => {
      count += counts(method) ? 1 : 0;
      return count === n;
    };
    if (!story.isKilled(isThere, () => act(story))) return n - 1;
    after(story, n);
  }
}

function approved(): Story {
  const story = new Story('2026-11-04 09:00', LINES).goLive();
  story.approveAll();
  return story;
}

/** Mails to customers, by address. */
function mailsTo(story: Story): string[] {
  return story.world.mails
    .map(({ raw }) => /^To: (.*)$/m.exec(raw)?.[1]?.trim() ?? '')
    .filter((to) => !to.includes('ourfirm'))
    .sort();
}

function expectNothingLost(story: Story, n: number): void {
  story.at('2026-11-04 10:30').hour();
  const where = `killed before call ${n}`;
  expect(story.ask<TodayView>('getToday').stops, where).toEqual([]);
  const to = mailsTo(story);
  expect(new Set(to).size, `${where}: ${to.join(', ')}`).toBe(to.length);
  const states = new Map(story.records('AR Queue').map((row) => [row['Customer'], row['State']]));
  for (const { customer } of LINES) {
    const address = `ap@${customer.toLowerCase().replace(' ', '-')}.example`;
    if (states.has(customer)) expect(states.get(customer), `${where}: ${customer}`).toBe('unconfirmed');
    else expect(to, `${where}: ${customer}`).toContain(address);
  }
}

describe('killed before any service call', () => {
  it('the hourly run mails nobody twice, keeps its log, and leaves what it does not know to a person', () => {
    const calls = killedEverywhere(
      approved(),
      isCostly,
      (story) => story.at('2026-11-04 09:30').hour(),
      expectNothingLost,
    );
    expect(calls).toBeGreaterThan(40);
  }, 120_000);

  it('a plan that finds something new keeps log and queue together', () => {
    const start = new Story('2026-11-02 09:00', LINES).goLive();
    const planning = (story: Story): void => {
      story.at('2026-11-04 09:00').ask('planNow');
    };
    killedEverywhere(start, isCostly, planning, (story, n) => {
      planning(story);
      expect(story.ask<TodayView>('getToday').stops, `killed before call ${n}`).toEqual([]);
      expect(story.records('AR Queue'), `killed before call ${n}`).toHaveLength(2);
    });
  }, 120_000);

  it('"Send now" does so too', () => {
    const calls = killedEverywhere(approved(), isCostly, (story) => story.send(), expectNothingLost);
    expect(calls).toBeGreaterThan(30);
  }, 120_000);
});

describe('set-up killed before any call that leaves something behind', () => {
  it('is finished by setting up again, and the workbook is not taken for a copy', () => {
    const start = new Story('2026-11-04 09:00', LINES);
    const calls = killedEverywhere(
      start,
      isLasting,
      (story) => story.setUp(),
      (story, n) => {
        story.goLive();
        expect(story.ask<TodayView>('getToday').stops, `killed before call ${n}`).toEqual([]);
        expect(story.records('AR Queue'), `killed before call ${n}`).toHaveLength(2);
        expect(new Set(story.records('AR Settings').map((row) => row['Setting'])).size).toBe(
          story.records('AR Settings').length,
        );
      },
    );
    expect(calls).toBeGreaterThan(20);
  }, 120_000);
});
