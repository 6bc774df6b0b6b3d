// The order of calls by its plain rule, and what stands beside each.
import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../src/receivables/day';
import { type Candidate, inCallOrder } from '../../../src/usecases/calls/call-order';

const TODAY = dayFromIso('2026-11-23') ?? 0;
const call = (name: string, more: Partial<Candidate> = {}): Candidate => ({
  id: name,
  name,
  asked: { EUR: 10_000 },
  daysLate: 10,
  missed: null,
  reached: null,
  unanswered: 0,
  hasPhone: true,
  ...more,
});
const order = (...calls: Candidate[]): string[] => inCallOrder(calls, TODAY).map(({ call: { name } }) => name);

describe('the order of calls', () => {
  it('puts who missed a promise before another of the same size', () => {
    expect(order(call('a'), call('b', { missed: TODAY - 3 }))).toEqual(['b', 'a']);
    expect(inCallOrder([call('b', { missed: TODAY - 3 })], TODAY)[0]?.why).toContain('promise of Fri 20 Nov missed');
  });

  it('does not compare amounts of two currencies: each counts within its own', () => {
    const yen = call('yen', { asked: { JPY: 900_000_000 }, daysLate: 10 });
    const large = call('large', { asked: { EUR: 90_000 }, daysLate: 40 });
    const small = call('small', { asked: { EUR: 100 }, daysLate: 10 });
    expect(order(small, yen, large)).toEqual(['large', 'yen', 'small']);
    expect(order(small, { ...yen, asked: { JPY: 9 } }, large)).toEqual(['large', 'yen', 'small']);
  });

  it('calls who was not reached twice later, and who has no number last', () => {
    const often = call('often', { unanswered: 2 });
    expect(order(often, call('z'), call('none', { hasPhone: false, missed: TODAY }))).toEqual(['z', 'often', 'none']);
  });

  it('is the same whatever the order in which calls come', () => {
    const calls = ['c', 'a', 'b'].map((name) => call(name));
    expect(order(...calls)).toEqual(order(...[...calls].reverse()));
  });
});
