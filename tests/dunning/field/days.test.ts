// Rules of the field about days: thresholds, late runs, edited due dates, year ends, deadlines that a mail gave.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { ladderOf } from '../../../src/dunning/decision/stage';
import { reminderEvent } from '../../../src/dunning/history/events';
import { applyEvent } from '../../../src/dunning/history/history';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import { LADDER_NAMES } from '../../../src/dunning/policy/ladders';
import { dayOf, isoOf, plusBusinessDays } from '../../../src/receivables/day';
import {
  askedOf,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  ladder,
  said,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TIMELY: FactsChange = { segment: 'Timely' };

/** Days on which something was sent: planned and carried out each day of a span. */
function sentOn(desk: Desk, from: string, to: string, lines: readonly InvoiceText[], change: FactsChange): string[] {
  const days: string[] = [];
  for (let at = day(from); at <= day(to); at += 1) {
    desk.plan(isoOf(at), lines, change);
    if (desk.history.waiting.size === 0) continue;
    const { stage, template } = desk.carryOut(isoOf(at));
    days.push(`${isoOf(at)} ${template === 'Statement' ? template : stage}`);
  }
  return days;
}

describe('an invoice due today', () => {
  it('is not overdue yet: no stage behind the due date is due, and nobody lists it', () => {
    const policy = { policy: ladder('New', [[1, 'friendly']]) };
    expect(said(factsOn('2026-11-02', [ONE], policy))).toBe('wait not-due-yet');
    const old = { ...ONE, no: '0', due: '2026-10-26' };
    const [reminder] = decide(factsOn('2026-11-02', [ONE, old], policy)).proposals;
    expect(reminder?.lines.map(({ invoice }) => invoice)).toEqual(['0']);
    expect(askedOf(reminder ?? { lines: [] })).toEqual({ EUR: 480_000 });
  });

  it('is the day of a stage at 0 days', () => {
    expect(said(factsOn('2026-11-02', [ONE], { policy: ladder('New', [[0, 'friendly']]) }))).toBe('remind stage-due');
  });
});

describe('a reminder that nobody approved', () => {
  it('stays at its stage however long it waits, and starts no gap', () => {
    const desk = new Desk();
    for (let at = day('2026-11-06'); at < day('2027-02-01'); at += 1) desk.plan(isoOf(at), [ONE], TIMELY);
    expect([desk.waiting().state, desk.waiting().facts.stage]).toEqual(['planned', 1]);
    expect(desk.history.lastContact.size).toBe(0);
  });
});

describe('the gap', () => {
  it.each(['00:05:00', '14:00:00', '23:55:00'])('counts days, not hours: sent at %s', (time) => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    const { id, facts } = desk.waiting();
    for (const [i, kind] of (['approved', 'sending', 'sent'] as const).entries()) {
      const event = reminderEvent(kind, id, facts, 'ann@ourfirm.example', '', {});
      applyEvent(desk.history, { ...event, seq: 100 + i, at: `2026-11-06 ${time}`, hash: '' });
    }
    // Stage 2 follows stage 1 by 8 days.
    expect(said(desk.facts('2026-11-13', [ONE], TIMELY))).toBe('wait not-due-yet');
    expect(said(desk.facts('2026-11-16', [ONE], TIMELY))).toBe('remind stage-due');
    expect(decisionOf(desk.facts('2026-11-13', [ONE], TIMELY), '1').nextDate).toBe(day('2026-11-16'));
  });
});

describe('a due date that is changed later', () => {
  it('rewrites nothing that was done: no stage comes again, and the next one keeps its distance', () => {
    const desk = new Desk();
    for (const date of ['2026-11-06', '2026-11-16']) {
      desk.plan(date, [ONE], TIMELY);
      desk.carryOut(date);
    }
    const before = JSON.stringify([...desk.history.completed]);
    const moved = { ...ONE, due: '2026-12-01' };
    desk.plan('2026-11-18', [moved], TIMELY);
    expect(JSON.stringify([...desk.history.completed])).toBe(before);
    // 22 days after the new due date, not 10 days after the second stage, and not the first stage again.
    expect(decisionOf(desk.facts('2026-12-10', [moved], TIMELY), '1')).toMatchObject({
      stage: { stage: 3 },
      nextDate: day('2026-12-23'),
    });
  });

  it('to an earlier day brings no burst: still one stage, behind the gap', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const moved = { ...ONE, due: '2026-09-01' };
    expect(sentOn(desk, '2026-11-07', '2026-11-24', [moved], TIMELY)).toEqual(['2026-11-16 2']);
  });
});

describe('a plan for a day that is past', () => {
  it('repeats nothing that was sent since, and changes nothing', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const events = desk.events.length;
    for (const date of ['2026-10-01', '2026-11-04', '2026-11-06'])
      expect(decide(desk.facts(date, [ONE], TIMELY)).proposals).toEqual([]);
    expect(desk.events).toHaveLength(events);
  });
});

describe('days without a run', () => {
  it('lose nothing: the stage comes with the next run, once', () => {
    const desk = new Desk();
    expect(desk.plan('2026-11-03', [ONE], TIMELY)).toEqual([]);
    expect(sentOn(desk, '2026-11-10', '2026-11-17', [ONE], TIMELY)).toEqual(['2026-11-10 1']);
  });
});

describe('the turn of a year', () => {
  it('is a day as any other: due 28 December, four days later is 1 January', () => {
    const line = { ...ONE, due: '2026-12-28' };
    const settings = { holidays: new Set([day('2027-01-01')]) };
    expect(said(factsOn('2026-12-31', [line], TIMELY))).toBe('wait not-due-yet');
    expect(said(factsOn('2027-01-01', [line], TIMELY))).toBe('remind stage-due');
    expect(decisionOf(factsOn('2027-01-01', [line], { ...TIMELY, settings }), '1').nextDate).toBe(day('2027-01-04'));
  });
});

describe('what comes every month', () => {
  it('comes once in each, short months and a leap year’s February included', () => {
    const lines = [{ ...ONE, due: '2029-01-01' }];
    const told = sentOn(new Desk(), '2027-12-30', '2028-06-03', lines, { segment: 'Timely large' });
    // The first business day of each month.
    const firsts = [1, 2, 3, 4, 5, 6].map((month) => {
      const first = dayOf(2028, month, 1) ?? 0;
      return `${isoOf(plusBusinessDays(first - 1, 1))} Statement`;
    });
    expect(told).toEqual(firsts);
  });
});

describe('a mail that names a day for the payment', () => {
  const named = new Set(
    defaultTemplates()
      .filter(({ subject, body }) => /\{\{deadline\}\}/.test(subject + body))
      .map(({ template }) => template),
  );

  it('is followed by no word to the customer before that day has passed, in every ladder we ship', () => {
    expect(named.size).toBeGreaterThan(0);
    // Seven business days are eleven calendar days at most, holidays apart.
    const longest = Math.max(
      ...[0, 1, 2, 3, 4].map((on) => plusBusinessDays(day('2026-11-02') + on, 7) - day('2026-11-02') - on),
    );
    const shipped = LADDER_NAMES.flatMap((name) =>
      [...new Set(ladderRows(name).map((row) => row.segment))].map((segment) => ({ name, segment })),
    );
    for (const { name, segment } of shipped) {
      const rows = ladderOf(ladderRows(name), segment);
      for (const row of rows.filter(({ channel, template }) => channel === 'email' && named.has(template))) {
        const next = rows.find(({ stage, channel }) => stage > row.stage && channel !== 'task');
        expect((next?.days ?? Number.POSITIVE_INFINITY) - row.days, `${name} ${segment} ${row.stage}`).toBeGreaterThan(
          longest,
        );
      }
    }
  });
});
