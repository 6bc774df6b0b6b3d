// The number of first contacts a day counts what can still go out, so that a second plan finds nothing to add.
import { describe, expect, it } from 'vitest';
import { customer, Desk, type FactsChange, type InvoiceText } from '../../builders/dunning-facts';

const ACME: InvoiceText = { no: '1', due: '2026-11-02', open: 900 };
const BETA: InvoiceText = { no: '2', customer: 'Beta', due: '2026-11-02', open: 100 };
const ONE_A_DAY: FactsChange = { segment: 'Timely', settings: { newCustomersPerDay: 1 } };

/** Acme waits for its first contact, Beta comes after it. */
function oneWaits(): Desk {
  const desk = new Desk();
  expect(desk.plan('2026-11-06', [ACME, BETA], ONE_A_DAY)).toEqual(['planned']);
  expect(desk.waiting('acme').state).toBe('planned');
  return desk;
}

describe('a place among the first contacts of a day', () => {
  it('is free for the next customer in the plan that cancels a reminder, not only in the one after it', () => {
    const desk = oneWaits();
    const paid = [{ ...ACME, open: 0 }, BETA];
    expect(desk.plan('2026-11-09', paid, ONE_A_DAY)).toEqual(['cancelled', 'planned']);
    expect(desk.plan('2026-11-09', paid, ONE_A_DAY)).toEqual([]);
  });

  it('is free while something is missing for a reminder that cannot go out without it', () => {
    const desk = oneWaits();
    const change: FactsChange = { ...ONE_A_DAY, customers: [customer('Acme', { email: '' })] };
    expect(desk.plan('2026-11-09', [ACME, BETA], change)).toEqual(['needs-fix', 'planned']);
    expect(desk.plan('2026-11-09', [ACME, BETA], change)).toEqual([]);
  });

  it('stays taken by a mail of which nobody knows whether it left', () => {
    const desk = oneWaits();
    desk.act('2026-11-06', 'approved');
    desk.act('2026-11-06', 'sending');
    desk.plan('2026-11-09', [ACME, BETA], ONE_A_DAY);
    expect(desk.history.waiting.has('beta')).toBe(false);
  });

  it('stays taken by a statement that went out today: another customer is not written to in its place', () => {
    const desk = new Desk();
    const large: FactsChange = { ...ONE_A_DAY, segment: 'Timely large' };
    const lines = [ACME, BETA].map((line) => ({ ...line, due: '2026-12-20' }));
    expect(desk.plan('2026-12-01', lines, large)).toEqual(['planned']);
    expect(desk.carryOut('2026-12-01').anchor).toBe('month');
    expect(desk.plan('2026-12-01', lines, large)).toEqual([]);
    expect(desk.plan('2026-12-02', lines, large)).toEqual(['planned']);
    expect(desk.waiting('beta').facts.anchor).toBe('month');
  });
});
