// What may not grow: the service calls of a plan run and of a mail, whatever the size of the book.
import { describe, expect, it } from 'vitest';
import { callsOf, planRun, sendingCost, setUpCalls, total } from '../src/local/bench/service-calls';
import { readyLedger } from '../src/local/bench/worlds';

describe('a plan run', () => {
  it('makes the same service calls over 100 and over 1,000 invoices, 25 at most', () => {
    const small = planRun(100);
    const large = planRun(1_000);
    expect(large).toEqual(small);
    expect(total(small)).toBeGreaterThan(5);
    expect(total(small)).toBeLessThanOrEqual(25);
  });

  it('makes no more of them when nothing is new', () => {
    const session = readyLedger(100);
    const first = callsOf(session, () => session.ask('planNow'));
    const second = callsOf(session, () => session.ask('planNow'));
    expect(total(second)).toBeLessThanOrEqual(total(first));
  });
});

describe('a mail', () => {
  it('takes at most 4 service calls, one more batch of an hour at most 16 beside, over 100 as over 300 invoices', () => {
    const small = sendingCost(100);
    const large = sendingCost(300);
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

describe('a look of the desk at what others did', () => {
  it('reads what is remembered, and nothing else', () => {
    const session = readyLedger(100);
    expect(callsOf(session, () => session.ask('getLogEnd'))).toEqual({ 'Properties.getProperties': 1 });
  });
});

describe('the Review page', () => {
  it('is read with at most 9 service calls, the same over 100 and 1,000 invoices; so is the whole list', () => {
    const [small, large] = [readyLedger(100), readyLedger(1_000)];
    for (const call of ['getReviewPage', 'getReview']) {
      const calls = callsOf(small, () => small.ask(call));
      expect(total(calls)).toBeLessThanOrEqual(9);
      expect(callsOf(large, () => large.ask(call))).toEqual(calls);
    }
  });
});
