// The calendar of a customer: holidays here and there, quiet periods, payment runs, first contacts per day.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { workbookEvent } from '../../../src/dunning/history/events';
import {
  customer,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  promise,
  said,
} from '../../builders/dunning-facts';

const TIMELY: FactsChange = { segment: 'Timely' };
const LINE: InvoiceText = { no: '1', due: '2026-10-01', open: 500 };

describe('holidays', () => {
  const settings = {
    holidays: new Set([day('2026-10-26')]),
    countryHolidays: new Map([['FR', new Set([day('2026-11-11')])]]),
  };

  it.each(['FR', 'fr', 'France'])('of the customer’s country (%s) are no days to write on', (country) => {
    const change = { ...TIMELY, settings, customers: [customer('Acme', { country })] };
    const decision = decisionOf(factsOn('2026-11-11', [LINE], change), '1');
    expect(`${decision.decision} ${decision.reasons[0]?.code}`).toBe('wait not-a-business-day');
    expect(decision.nextDate).toBe(day('2026-11-12'));
  });

  it('of one country do not keep customers of another from being written to', () => {
    const change = { ...TIMELY, settings, customers: [customer('Acme', { country: 'DE' })] };
    expect(said(factsOn('2026-11-11', [LINE], change))).toBe('remind stage-due');
  });

  it('of our own count for everybody', () => {
    const change = { ...TIMELY, settings, customers: [customer('Acme', { country: 'FR' })] };
    expect(said(factsOn('2026-10-26', [LINE], change))).toBe('wait not-a-business-day');
  });
});

describe('a quiet period', () => {
  const quiet = new Set(Array.from({ length: 13 }, (_, i) => day('2026-12-23') + i));

  it('lets nothing leave, and a step that falls into it comes on the first business day behind it', () => {
    const facts = factsOn('2026-12-25', [{ ...LINE, due: '2026-12-21' }], { ...TIMELY, settings: { quiet } });
    expect(decisionOf(facts, '1').nextDate).toBe(day('2027-01-05'));
  });

  it('does not lengthen the grace of a promise: business goes on', () => {
    const promises = [promise('2026-12-22', { customerKey: 'acme' })];
    const facts = factsOn('2026-12-23', [LINE], { ...TIMELY, promises, settings: { quiet } });
    expect(decisionOf(facts, '1').reasons[0]?.message).toContain('up to and including Thu 24 Dec');
  });
});

describe('a customer who pays on certain days', () => {
  const pays = (paymentRun: string): FactsChange => ({ ...TIMELY, customers: [customer('Acme', { paymentRun })] });
  const line: InvoiceText = { no: '1', due: '2026-11-02', open: 500 };

  it('is not reminded before the first payment run after the due date has passed', () => {
    expect(said(factsOn('2026-11-06', [line], TIMELY))).toBe('remind stage-due');
    const waiting = decisionOf(factsOn('2026-11-06', [line], pays('15')), '1');
    expect(`${waiting.decision} ${waiting.reasons[0]?.code}`).toBe('wait not-due-yet');
    // The 15th is a Sunday: the run is on Monday 16 November, the reminder on Tuesday.
    expect(waiting.nextDate).toBe(day('2026-11-17'));
    expect(waiting.reasons[0]?.message).toContain('the first run after the due date is Mon 16 Nov');
    expect(said(factsOn('2026-11-17', [line], pays('15')))).toBe('remind stage-due');
  });

  it('is reminded as any other when the run lies before the day of the stage', () => {
    expect(said(factsOn('2026-11-06', [line], pays('Tue')))).toBe('remind stage-due');
  });

  it('is treated as any other when nobody can read what was written', () => {
    expect(said(factsOn('2026-11-06', [line], pays('when the boss is back')))).toBe('remind stage-due');
  });
});

describe('first contacts', () => {
  const lines = Array.from({ length: 30 }, (_, i): InvoiceText => {
    return { no: `${i}`, customer: `C${i}`, due: '2026-11-02', open: 100 + i };
  });
  const capped = (most: number | null): FactsChange => ({ ...TIMELY, settings: { newCustomersPerDay: most } });

  it('are at most so many a day, the largest first; the others say when they follow', () => {
    const plan = decide(factsOn('2026-11-20', lines, capped(20)));
    expect(plan.proposals).toHaveLength(20);
    expect(plan.proposals.map(({ customer: name }) => name)).not.toContain('C9');
    const late = plan.decisions.find(({ invoice }) => invoice.invoice === '9');
    expect(`${late?.decision} ${late?.reasons[0]?.code}`).toBe('wait daily-cap');
    expect(late?.nextDate).toBe(day('2026-11-23'));
  });

  it('of any number are allowed where no number is set', () => {
    expect(decide(factsOn('2026-11-20', lines, capped(null))).proposals).toHaveLength(30);
  });

  it('count what waits already, and what went out today', () => {
    const desk = new Desk();
    expect(desk.plan('2026-11-20', lines, capped(20))).toHaveLength(20);
    expect(desk.plan('2026-11-20', lines, capped(20))).toEqual([]);
    for (const key of [...desk.history.waiting.keys()]) desk.carryOut('2026-11-20', 'answered', key);
    expect(desk.plan('2026-11-20', lines, capped(20))).toEqual([]);
    expect(desk.plan('2026-11-23', lines, capped(20))).toHaveLength(10);
  });

  it('do not hold back customers who were contacted before', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', lines, capped(null));
    for (const key of [...desk.history.waiting.keys()]) desk.carryOut('2026-11-06', 'answered', key);
    expect(desk.plan('2026-11-16', lines, capped(1))).toHaveLength(30);
  });

  it('lack an address without taking the place of those that can go out', () => {
    const customers = Array.from({ length: 10 }, (_, i) => customer(`C${29 - i}`, { email: '' }));
    const plan = decide(factsOn('2026-11-20', lines, { ...capped(20), customers }));
    expect(plan.proposals.filter(({ fix }) => fix === '')).toHaveLength(20);
    expect(plan.proposals.filter(({ fix }) => fix !== '')).toHaveLength(10);
  });

  it('wait for the next business day on the day the work begins', () => {
    const desk = new Desk();
    desk.append('2026-11-20', [workbookEvent('live', 'ann', '', { code: 'onboarding' })]);
    expect(desk.plan('2026-11-20', lines, capped(20))).toEqual([]);
    expect(desk.plan('2026-11-23', lines, capped(20))).toHaveLength(20);
  });
});
