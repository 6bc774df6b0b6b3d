// Why and why not: every rule of an invoice in order, in words, with the day on which it changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { explainerOf, type RuleLine } from '../../../src/dunning/decision/explain';
import type { Facts } from '../../../src/dunning/decision/facts';
import { isoOf } from '../../../src/receivables/day';
import { customer, Desk, day, dispute, factsOn, hold, type InvoiceText, promise } from '../../builders/dunning-facts';

const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 500 };
const TIMELY = { segment: 'Timely' };

function rules(facts: Facts, no = '1'): RuleLine[] {
  const decision = decide(facts).decisions.find(({ invoice }) => invoice.invoice === no);
  if (!decision) throw new Error(`nothing was decided about ${no}`);
  return explainerOf(facts).rulesOf(decision);
}

/** The rules that do not hold: `It is not disputed: In dispute.` */
function failing(facts: Facts): string[] {
  return rules(facts)
    .filter(({ holds }) => !holds)
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('the rules of an invoice', () => {
  it('all hold, in order, when it is reminded of today, and the last line says so', () => {
    const lines = rules(factsOn('2026-11-20', [LINE], TIMELY));
    expect(lines.every(({ holds }) => holds)).toBe(true);
    expect(lines[0]).toEqual({ rule: 'It is owed', holds: true, message: '500.00 EUR is open.', nextDate: null });
    expect(lines[lines.length - 1]?.message).toBe('Step 1 (friendly) is due: 18 days past due.');
    expect(lines.map(({ rule }) => rule)).toContain('It is not disputed');
  });

  it('name every reason why not, not only the first', () => {
    const facts = factsOn('2026-11-20', [LINE], {
      ...TIMELY,
      holds: [hold({ until: day('2026-11-25') })],
      disputes: [dispute('1')],
    });
    expect(failing(facts)).toEqual([
      'Reminders are not paused: Paused up to and including Wed 25 Nov.',
      'It is not disputed: In dispute.',
    ]);
  });

  it('carry the day on which each changes by itself', () => {
    const facts = factsOn('2026-11-20', [LINE], { ...TIMELY, promises: [promise('2026-11-24')] });
    const line = rules(facts).find(({ rule }) => rule === 'No promise is running');
    expect(line).toMatchObject({ holds: false, nextDate: day('2026-11-27') });
  });

  it('end where nothing is owed any more', () => {
    expect(failing(factsOn('2026-11-20', [{ ...LINE, open: 0 }], TIMELY))).toEqual([
      'It is owed: Nothing is open any more.',
    ]);
  });

  it('say what keeps a reminder back that is due: an address, a day off, the number of first contacts', () => {
    const without = { ...TIMELY, customers: [customer('Acme', { email: '' })] };
    expect(failing(factsOn('2026-11-20', [LINE], without))).toEqual([
      'A reminder can go out today: Acme has no e-mail address. Fill in Email in AR Customers.',
    ]);
    expect(failing(factsOn('2026-11-21', [LINE], TIMELY))[0]).toMatch(/Not a business day/);
    const capped = { ...TIMELY, settings: { newCustomersPerDay: 0 } };
    expect(failing(factsOn('2026-11-20', [LINE], capped))[0]).toMatch(/At most 0 customers are contacted/);
  });

  it('agree with the decision on any day: all hold exactly when it is reminded of', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 90 }), fc.integer({ min: 0, max: 40 }), (late, contact) => {
        const desk = new Desk();
        const today = isoOf(day(LINE.due ?? '') + late);
        const before = isoOf(day(LINE.due ?? '') + late - contact);
        desk.plan(before, [LINE], TIMELY);
        if (desk.history.waiting.size > 0) desk.carryOut(before);
        const facts = desk.facts(today, [LINE], TIMELY);
        const [decision] = decide(facts).decisions;
        if (!decision) throw new Error('nothing was decided');
        const told = explainerOf(facts).rulesOf(decision);
        expect(told.every(({ holds }) => holds)).toBe(decision.decision === 'remind');
        if (decision.decision !== 'remind')
          expect(told.some(({ holds, message }) => !holds && message === decision.reasons[0]?.message)).toBe(true);
        for (const { message } of told) expect(message).toMatch(/\.$/);
      }),
    );
  });
});
