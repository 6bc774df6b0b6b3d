// What is killed at every service call: an hourly run, a plan, "Send now" and a set-up, and what must hold after each kill.
import { expect } from 'vitest';
import type { TodayView } from '../../src/usecases/today/view';
import { isCostly, killedEverywhere } from './killed';
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

/** An hourly run that sends two mails. @param always looks after each kill, not once for each world left behind */
export async function killHour(always = false): Promise<void> {
  const run = (story: Story): Story => story.at('2026-11-04 09:30').hour();
  expect(await killedEverywhere(approved(), isCostly, run, expectNothingLost, always)).toBeGreaterThan(30);
}

/** "Send now" over two mails. @param always as of {@link killHour} */
export async function killSending(always = false): Promise<void> {
  const send = (story: Story): unknown => story.send();
  expect(await killedEverywhere(approved(), isCostly, send, expectNothingLost, always)).toBeGreaterThan(25);
}

/** A plan that finds two reminders. @param always as of {@link killHour} */
export async function killPlan(always = false): Promise<void> {
  const start = new Story('2026-11-02 09:00', LINES).goLive();
  const plan = (story: Story): unknown => story.at('2026-11-04 09:00').ask('planNow');
  const planAgain = (story: Story, n: number): void => {
    plan(story);
    expect(story.ask<TodayView>('getToday').stops, `killed before call ${n}`).toEqual([]);
    expect(story.records('AR Queue'), `killed before call ${n}`).toHaveLength(2);
  };
  expect(await killedEverywhere(start, isCostly, plan, planAgain, always)).toBeGreaterThan(10);
}

/** A set-up. @param always as of {@link killHour} */
export async function killSetUp(always = false): Promise<void> {
  const start = new Story('2026-11-04 09:00', LINES);
  const goLive = (story: Story, n: number): void => {
    story.goLive();
    expect(story.ask<TodayView>('getToday').stops, `killed before call ${n}`).toEqual([]);
    expect(story.records('AR Queue'), `killed before call ${n}`).toHaveLength(2);
    const names = story.records('AR Settings').map((row) => row['Setting']);
    expect(new Set(names).size).toBe(names.length);
  };
  expect(await killedEverywhere(start, isLasting, (story) => story.setUp(), goLive, always)).toBeGreaterThan(20);
}
