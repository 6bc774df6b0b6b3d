// A set-up killed at every service call that leaves something behind, and what must hold after each kill.
import { expect } from 'vitest';
import type { TodayView } from '../../src/usecases/today/view';
import { killedEverywhere } from './killed';
import { Story, type StoryInvoice } from './story';

const LINES: StoryInvoice[] = ['Acme Tools', 'Beta Works'].map((customer, index) => ({
  no: `000${index}`,
  customer,
  due: '2026-11-01',
  amount: 1200,
}));

/** Set-up makes hundreds of calls for widths and formats: these are the ones that leave something behind. */
const isLasting = (method: string): boolean =>
  /(insertSheet|setValues|setNamedRange|setProperties|flush)$/.test(method);

/** A set-up, looked at after each kill. */
export async function killSetUp(): Promise<void> {
  const start = new Story('2026-11-04 09:00', LINES);
  const goLive = (story: Story, n: number): void => {
    story.goLive();
    expect(story.ask<TodayView>('getToday').stops, `killed before call ${n}`).toEqual([]);
    expect(story.records('AR Queue'), `killed before call ${n}`).toHaveLength(2);
    const names = story.records('AR Settings').map((row) => row['Setting']);
    expect(new Set(names).size).toBe(names.length);
  };
  expect(await killedEverywhere(start, isLasting, (story) => story.setUp(), goLive, true)).toBeGreaterThan(20);
}
