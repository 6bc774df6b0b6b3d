// What may not grow: the service calls of a plan run and of a mail, whatever the size of the book.
import { describe, expect, it } from 'vitest';
import { callsOf, sendingCost, setUpCalls, total } from '../src/local/bench/service-calls';
import { readyLedger, sessionIn } from '../src/local/bench/worlds';
import type { World } from '../src/local/google-services/state';
import type { Session } from '../src/local/session';
import { copyOf } from '../src/local/world-copy';

const made = new Map<number, World>();

/** A ledger of so many invoices, made once: each test has a copy of its own. */
function ledger(invoices: number): Session {
  const world = made.get(invoices) ?? readyLedger(invoices).world;
  made.set(invoices, world);
  return sessionIn(copyOf(world));
}

describe('a plan run', () => {
  it('makes the same service calls over 100 and over 1,000 invoices, 25 at most, and no more when nothing is new', () => {
    const [small, large] = [ledger(100), ledger(1_000)];
    const first = callsOf(small, () => small.ask('planNow'));
    expect(callsOf(large, () => large.ask('planNow'))).toEqual(first);
    expect(total(first)).toBeGreaterThan(5);
    expect(total(first)).toBeLessThanOrEqual(25);
    expect(total(callsOf(small, () => small.ask('planNow')))).toBeLessThanOrEqual(total(first));
  });
});

describe('a mail', () => {
  it('takes at most 4 service calls, one more batch of an hour at most 16 beside, over 100 as over 300 invoices', () => {
    const small = sendingCost(ledger(100).world);
    const large = sendingCost(readyLedger(300).world);
    expect(small.sent).toBe(20);
    expect(small.perMail).toBeLessThanOrEqual(4);
    expect(small.perBatch).toBeLessThanOrEqual(16);
    expect(small.perClick).toBeLessThanOrEqual(20);
    expect(large).toEqual(small);
  });
});

describe('set-up', () => {
  it('takes at most 80 service calls, however many rows there are', () => {
    const small = setUpCalls(100);
    expect(small).toBeLessThanOrEqual(80);
    expect(setUpCalls(1_000)).toBe(small);
  });
});

describe('what people do most', () => {
  it('takes so many service calls and no more: Today, a reminder opened, one approved', () => {
    const session = ledger(100);
    const [line] = session.ask<{ lines: { id: string; state: string }[] }>('getReview').lines;
    const of = (name: string, ...args: unknown[]) => callsOf(session, () => session.ask(name, ...args));
    const calls = [of('getToday'), of('getReminder', line?.id), of('approveReminders', [line?.id])];
    expect(calls.map(total)).toEqual([13, 12, 13]);
  });

  it('asks for no permission where nobody asks when a mail leaves', () => {
    const session = ledger(100);
    const calls = callsOf(session, () => session.ask('getPolicy'));
    expect(Object.keys(calls)).not.toContain('ScriptApp.getAuthorizationInfo');
  });
});

describe('a look of the desk at what others did', () => {
  it('reads what is remembered, and nothing else', () => {
    const session = ledger(100);
    expect(callsOf(session, () => session.ask('getLogEnd'))).toEqual({ 'Properties.getProperties': 1 });
  });
});

describe('the Review page', () => {
  it('is read with at most 9 service calls, the same over 100 and 1,000 invoices; so is the whole list', () => {
    const [small, large] = [ledger(100), ledger(1_000)];
    for (const call of ['getReviewPage', 'getReview']) {
      const calls = callsOf(small, () => small.ask(call));
      expect(total(calls)).toBeLessThanOrEqual(9);
      expect(callsOf(large, () => large.ask(call))).toEqual(calls);
    }
  });
});
