// Which stage an invoice stands before, and from which day on.
import { describe, expect, it } from 'vitest';
import { ladderOf, nextStage } from '../../../src/dunning/decision/stage';
import type { CompletedStage } from '../../../src/dunning/history/history';
import { defaultPolicy, ladderRows } from '../../../src/dunning/policy/default-policy';
import { LADDER_NAMES, type LadderName } from '../../../src/dunning/policy/ladders';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { isoOf } from '../../../src/receivables/day';
import { day, ladder } from '../../builders/dunning-facts';

const STEPS = ladder('A', [
  [-3, 'friendly'],
  [4, 'friendly'],
  [12, 'personal'],
  [22, 'firm'],
]);

function done(stage: number, days: number, on: string, segment = 'A'): CompletedStage {
  return { segment, stage, days, on: day(on), template: 'T' };
}

/** `2 on 2026-11-06`: the next stage of an invoice due on 2 November. */
function next(asOf: string, completed: readonly CompletedStage[] = [], rows = STEPS, segment = 'A'): string {
  const found = nextStage(day('2026-11-02'), day(asOf), rows, segment, completed);
  return found ? `${found.row.stage} on ${isoOf(found.dueOn)}` : 'none';
}

describe('the next stage', () => {
  it('is the first one, counted from the due date in whole days', () => {
    expect(next('2026-10-20')).toBe('1 on 2026-10-30');
  });

  it('passes stages before the due date once it is reached, however late the first run is', () => {
    expect(next('2026-11-01')).toBe('1 on 2026-10-30');
    expect(next('2026-11-02')).toBe('2 on 2026-11-06');
  });

  it('is the first one even for an invoice that is long overdue: no stage is skipped', () => {
    expect(next('2027-03-01')).toBe('2 on 2026-11-06');
  });

  it('counts the difference of days from the day the previous one was really completed', () => {
    expect(next('2026-11-20', [done(2, 4, '2026-11-16')])).toBe('3 on 2026-11-24');
  });

  it('never comes before its own day although the previous one was done early', () => {
    expect(next('2026-11-03', [done(2, 4, '2026-11-03')])).toBe('3 on 2026-11-14');
  });

  it('stands above the highest completed one, in whatever order they were completed', () => {
    expect(next('2026-12-01', [done(3, 12, '2026-11-20'), done(2, 4, '2026-11-25')])).toBe('4 on 2026-12-13');
  });

  it('is none when the last one is done', () => {
    expect(next('2026-12-30', [done(4, 22, '2026-12-01')])).toBe('none');
  });

  it('compares stages completed under another segment by their days', () => {
    expect(next('2026-11-20', [done(5, 12, '2026-11-18', 'B')])).toBe('4 on 2026-11-28');
  });

  it('leaves out a stage that is switched off, and keeps the rest', () => {
    const rows = STEPS.map((row) => (row.stage === 3 ? { ...row, active: false } : row));
    expect(next('2026-11-20', [done(2, 4, '2026-11-06')], ladderOf(rows, 'A'))).toBe('4 on 2026-11-24');
  });

  it('does not come before the due date when the stage before it was completed so late', () => {
    const early = ladder('A', [
      [-7, 'friendly'],
      [-4, 'friendly'],
      [2, 'firm'],
    ]);
    expect(next('2026-11-01', [done(1, -7, '2026-10-31')], early)).toBe('3 on 2026-11-09');
  });

  it('keeps to the calendar over a leap day and the end of a month', () => {
    const found = nextStage(day('2028-02-25'), day('2028-02-26'), STEPS, 'A', []);
    expect(found && isoOf(found.dueOn)).toBe('2028-02-29');
  });
});

describe('a stage before the due date that repeats', () => {
  const rows = ladder('T', [
    [-10, 'friendly', { repeatEvery: 5, times: 4 }],
    [5, 'firm'],
  ]);
  const due = day('2026-11-20');
  const done = (on: string): CompletedStage[] => [{ segment: 'T', stage: 1, days: -10, on: day(on), template: '' }];

  it('comes again before that day', () => {
    expect(nextStage(due, day('2026-11-11'), rows, 'T', done('2026-11-10'))).toMatchObject({
      row: { stage: 1 },
      dueOn: day('2026-11-15'),
    });
  });

  it('is passed once the due date is reached, or its next time falls behind it', () => {
    for (const asOf of ['2026-11-17', '2026-11-21'])
      expect(nextStage(due, day(asOf), rows, 'T', done('2026-11-16'))?.row.stage).toBe(2);
  });
});

describe('the ladder of a segment', () => {
  it('is its own active stages that count from the due date, by number', () => {
    expect(ladderOf([...STEPS].reverse(), ' a ').map(({ stage }) => stage)).toEqual([1, 2, 3, 4]);
    expect(ladderOf(defaultPolicy(), 'Timely large').map(({ stage }) => stage)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  });

  it('is that of Default for a segment without rows', () => {
    expect(ladderOf(defaultPolicy(), 'Hospitals').map(({ segment }) => segment)[0]).toBe('Default');
  });

  it('is empty for a segment whose rows were all switched off: nobody wanted Default instead', () => {
    const off = defaultPolicy().map((row) => (row.segment === 'Timely' ? { ...row, active: false } : row));
    expect(ladderOf(off, 'Timely')).toEqual([]);
  });
});

describe('another ladder in a running round', () => {
  const steps = (name: LadderName, segment: string): PolicyRow[] =>
    ladderRows(name).filter((row) => row.segment === segment && row.anchor === 'due');
  /** What comes next on a ladder for an invoice that went through the first steps of another one. */
  const nextOn = (to: LadderName, from: LadderName, segment: string, many: number): PolicyRow | undefined => {
    const completed = steps(from, segment)
      .slice(0, many)
      .map(({ stage, days, template }, at) => ({ segment, stage, days, template, on: day('2026-11-03') + at * 7 }));
    return nextStage(day('2026-11-02'), day('2027-11-02'), steps(to, segment), segment, completed)?.row;
  };
  const PAIRS = LADDER_NAMES.flatMap((from) => LADDER_NAMES.map((to): [LadderName, LadderName] => [from, to]));
  const SEGMENTS = ['New', 'Timely', 'Timely large', 'Delinquent SMB', 'Doubtful SMB', 'Doubtful large'];

  it.each(PAIRS)('from %s to %s goes on behind the text that was said last, and never says it again', (from, to) => {
    for (const segment of SEGMENTS) {
      const before = steps(from, segment);
      before.forEach(({ template, days }, at) => {
        const next = nextOn(to, from, segment, at + 1);
        if (!next || from === to) return;
        const again = steps(to, segment).filter((row) => row.template === template).length;
        if (again < 2) expect(next.template, `${segment} after ${template}`).not.toBe(template);
        // Nobody is handed over who did not hear that it was the last reminder.
        if (next.template === 'Task hand-over') expect(template, segment).toMatch(/^(Final|Task hand-over)$/);
        expect(next.days, `${segment} after ${template}`).toBeGreaterThan(Math.min(days, 0));
      });
    }
  });

  it('is entered where it stands, not at the number of the step', () => {
    expect(nextOn('gentle', 'usual', 'Delinquent SMB', 3)?.template).toBe('Call personal');
    expect(nextOn('gentle', 'usual', 'Delinquent SMB', 8)?.template).toBe('Task hand-over');
    expect(nextOn('usual', 'gentle', 'Delinquent SMB', 5)?.template).toBe('Final');
  });

  it('is not mistaken for a day that somebody changed', () => {
    const rows = steps('usual', 'Doubtful SMB').map((row) => (row.stage === 6 ? { ...row, days: 26 } : row));
    const done = [{ segment: 'Doubtful SMB', stage: 6, days: 23, template: 'Firm', on: day('2026-11-25') }];
    expect(nextStage(day('2026-11-02'), day('2026-12-20'), rows, 'Doubtful SMB', done)?.row.stage).toBe(7);
  });
});
