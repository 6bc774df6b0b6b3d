// What the payment curve changes of the ladder: mails that payment overtakes wait, what may be very late comes sooner.
import { describe, expect, it } from 'vitest';
import { explainerOf } from '../../../src/dunning/decision/explain';
import type { Facts } from '../../../src/dunning/decision/facts';
import { customer, day, decisionOf, type FactsChange, factsOn, ladder, said } from '../../builders/dunning-facts';

const POLICY = ladder('New', [
  [-3, 'friendly'],
  [2, 'friendly'],
  [9, 'firm'],
]);

/** Habits by which everything has the same chances. */
function habits(soon: number | null, late: number | null = 0): Facts['habits'] {
  return { paidBy: (_, asOf, until) => (until === asOf + 3 ? soon : Number.NaN), lateRisk: () => late };
}

const DUE = { no: '1', due: '2026-11-13', open: 500 };
const on = (iso: string, change: FactsChange = {}) =>
  factsOn(iso, [DUE], {
    policy: POLICY,
    habits: habits(0.6),
    ...change,
    settings: { nearPayment: 'before due', ...change.settings },
  });

describe('a mail before the due date', () => {
  it('waits where half of such invoices are paid within three days anyway, says so, and is looked at again the next day', () => {
    const facts = on('2026-11-10');
    const decision = decisionOf(facts, '1');
    expect(said(facts)).toBe('wait paid-anyway');
    expect(decision.nextDate).toBe(day('2026-11-11'));
    expect(decision.reasons[0]?.message).toBe(
      'Half of such invoices are paid within 3 days anyway, so this mail waits; looked at again on Wed 11 Nov.',
    );
    expect(
      explainerOf(facts)
        .rulesOf(decision)
        .find(({ holds }) => !holds)?.message,
    ).toBe(decision.reasons[0]?.message);
  });

  it('goes where fewer are, and Why says that too', () => {
    const facts = on('2026-11-10', { habits: habits(0.49) });
    expect(said(facts)).toBe('remind stage-due');
    const told = explainerOf(facts)
      .rulesOf(decisionOf(facts, '1'))
      .map(({ message }) => message);
    expect(told).toContain('Fewer than half of such invoices are paid within 3 days.');
  });

  it('goes where nobody can say, where nobody asks, and where the team does not want it', () => {
    expect(said(on('2026-11-10', { habits: habits(null) }))).toBe('remind stage-due');
    expect(said(on('2026-11-10', { habits: undefined }))).toBe('remind stage-due');
    expect(said(on('2026-11-10', { settings: { nearPayment: 'never' } }))).toBe('remind stage-due');
    expect(said(on('2026-11-10', { settings: { nearPayment: undefined } }))).toBe('remind stage-due');
  });

  it('is a mail: a call waits for nobody’s payment', () => {
    const calls = POLICY.map((row) => ({ ...row, channel: 'call' as const }));
    expect(said(on('2026-11-10', { policy: calls }))).toBe('remind stage-due');
  });
});

describe('a mail after the due date', () => {
  it('waits where it is friendly and the team wants that; a firm one never does', () => {
    expect(said(on('2026-11-16'))).toBe('remind stage-due');
    const friendlyToo = { settings: { nearPayment: 'friendly too' as const } };
    expect(said(on('2026-11-16', friendlyToo))).toBe('wait paid-anyway');
    const firm = ladder('New', [[2, 'firm']]);
    expect(said(on('2026-11-16', { ...friendlyToo, policy: firm }))).toBe('remind stage-due');
  });
});

describe('what may be very late', () => {
  const firm = ladder('New', [[9, 'personal']]);
  const risky = (iso: string, earlierForRisk: number, change: FactsChange = {}) =>
    on(iso, { policy: firm, habits: habits(0, 0.6), ...change, settings: { earlierForRisk } });

  it('is spoken of so many days sooner where that is set, and Why says it', () => {
    expect(decisionOf(risky('2026-11-18', 0), '1').nextDate).toBe(day('2026-11-23'));
    expect(decisionOf(risky('2026-11-17', 4), '1').nextDate).toBe(day('2026-11-18'));
    const facts = risky('2026-11-18', 4);
    expect(said(facts)).toBe('remind stage-due');
  });

  it('is so never before the day after the due date, and not where the risk is low or not known', () => {
    expect(decisionOf(risky('2026-11-13', 14), '1').nextDate).toBe(day('2026-11-16'));
    for (const late of [0.29, null])
      expect(decisionOf(risky('2026-11-18', 4, { habits: habits(0, late) }), '1').nextDate).toBe(day('2026-11-23'));
  });

  it('never is for a natural person', () => {
    const customers = [customer('Acme', { kind: 'sole trader' })];
    expect(decisionOf(risky('2026-11-18', 4, { customers }), '1').nextDate).toBe(day('2026-11-23'));
  });
});
