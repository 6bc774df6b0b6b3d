// Rules of the field about the policy and about taking back: edited ladders, a number twice, a voided reminder.
import { describe, expect, it } from 'vitest';
import type { EventKind } from '../../../src/dunning/history/events';
import { reminderEvent } from '../../../src/dunning/history/events';
import { Desk, decisionOf, type FactsChange, type InvoiceText, ladder } from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const STEPS = ladder('New', [
  [1, 'friendly'],
  [8, 'personal'],
  [15, 'firm'],
]);

/** Carries out a stage on each of the days. */
function sent(days: readonly string[], change: FactsChange): Desk {
  const desk = new Desk();
  for (const date of days) {
    desk.plan(date, [ONE], change);
    desk.carryOut(date);
  }
  return desk;
}

describe('a policy that is edited in the middle of a round', () => {
  it('keeps what was completed: a stage that is new below it is not sent any more, the next one above is', () => {
    const desk = sent(['2026-11-03', '2026-11-10'], { policy: STEPS });
    const edited = ladder('New', [
      [1, 'friendly'],
      [4, 'friendly'],
      [20, 'firm'],
    ]);
    // Stage 2 is done, whatever it says now; stage 3 follows by the difference of the days: 20 - 8.
    expect(decisionOf(desk.facts('2026-11-11', [ONE], { policy: edited }), '1')).toMatchObject({
      stage: { stage: 3 },
      nextDate: desk.facts('2026-11-23', []).asOf,
    });
  });

  it('never repeats a stage although its text, tone and days are others now', () => {
    const desk = sent(['2026-11-03'], { policy: STEPS });
    const edited = STEPS.map((row) =>
      row.stage === 1 ? { ...row, days: 5, tone: 'firm' as const, template: 'New' } : row,
    );
    expect(decisionOf(desk.facts('2026-11-20', [ONE], { policy: edited }), '1').stage?.stage).toBe(2);
  });
});

describe('a stage number that is there twice', () => {
  it('counts once: the second row of that number is not sent behind the first', () => {
    const [first, second] = ladder('New', [
      [1, 'friendly'],
      [3, 'firm'],
    ]);
    if (!first || !second) throw new Error('no steps');
    const policy = [first, { ...second, stage: 1 }];
    const desk = sent(['2026-11-03'], { policy });
    expect(decisionOf(desk.facts('2026-12-20', [ONE], { policy }), '1').reasons[0]?.code).toBe('ladder-finished');
  });
});

describe('a voided reminder', () => {
  const change: FactsChange = { policy: STEPS };

  /** Takes back the reminder of a day. */
  function voided(desk: Desk, plannedOn: string, on: string): void {
    const reminder = [...desk.history.reminders.values()].find((one) => one.plannedOn === plannedOn);
    if (!reminder) throw new Error(`nothing was planned on ${plannedOn}`);
    const kind: EventKind = 'voided';
    desk.append(on, [reminderEvent(kind, reminder.id, reminder.facts, 'ann@ourfirm.example', 'Wrong text.')]);
  }

  it('comes again just as it was, behind the gap that its contact keeps', () => {
    const desk = sent(['2026-11-03'], change);
    const [before] = [...desk.history.reminders.values()].map(({ facts }) => facts);
    voided(desk, '2026-11-03', '2026-11-04');
    expect(desk.plan('2026-11-06', [ONE], change)).toEqual([]);
    expect(desk.plan('2026-11-09', [ONE], change)).toEqual(['planned']);
    const { facts } = desk.waiting();
    expect({ ...facts, reasons: [], look: '' }).toEqual({ ...before, reasons: [], look: '' });
  });

  it('of an earlier stage repeats nothing while a later one stands', () => {
    const desk = sent(['2026-11-03', '2026-11-10'], change);
    voided(desk, '2026-11-03', '2026-11-11');
    expect(decisionOf(desk.facts('2026-11-20', [ONE], change), '1').stage?.stage).toBe(3);
  });

  it('cannot be voided twice: the second time takes back nothing more', () => {
    const desk = sent(['2026-11-03', '2026-11-10'], change);
    voided(desk, '2026-11-10', '2026-11-11');
    voided(desk, '2026-11-10', '2026-11-11');
    expect(desk.history.completed.get('acme|1')?.map(({ stage }) => stage)).toEqual([1]);
  });
});
