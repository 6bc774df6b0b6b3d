// What the bench says of figures: marks, exit code and table over measurements made up here.
import { describe, expect, it } from 'vitest';
import type { MeasurementName } from '../../../src/local/bench/measurements';
import type { Values } from '../../../src/local/bench/processor-time';
import { exitCodeOf, inUnit, neededBy, outcomes, reportText } from '../../../src/local/bench/report';
import { NOT_YET, ROWS, type Row } from '../../../src/local/bench/rows';

const PLAN: Row = {
  ...{ name: 'plan', what: 'Plan', unit: 'loads', goal: 30 },
  ...{ figure: { of: 'plan', value: 'work' }, by: { of: 'plan', value: 'load' } },
};
const BYTES: Row = {
  ...{ name: 'bundle', what: 'Bytes', unit: 'bytes', goal: 1_000 },
  figure: { of: 'bundle', value: 'bytes' },
};

const found = (entries: [MeasurementName, Values][]) => new Map(entries);
const planOf = (work: number) => found([['plan', { work, load: 10 }]]);

describe('a row', () => {
  it('is met up to its goal and missed above it', () => {
    expect(outcomes([PLAN], planOf(300), [])[0]).toMatchObject({ figure: 30, mark: 'met' });
    expect(outcomes([PLAN], planOf(301), [])[0]).toMatchObject({ mark: 'missed' });
  });

  it('is no broken promise while its work is still to come', () => {
    expect(outcomes([PLAN], planOf(301), ['plan'])[0]?.mark).toBe('not yet');
  });

  it('tells that the mark can go once it meets its goal early', () => {
    const early = outcomes([PLAN], planOf(300), ['plan']);
    expect(early[0]?.mark).toBe('early');
    expect(reportText(early, planOf(300))).toContain('met: take the mark "not yet" away');
    expect(exitCodeOf(early)).toBe(0);
  });

  it('that divides by nothing is the figure itself', () => {
    const bytes = outcomes([BYTES], found([['bundle', { bytes: 999 }]]), []);
    expect(bytes[0]).toMatchObject({ figure: 999, mark: 'met', detail: '' });
  });

  it('is not measured where either of its two figures is missing, marked or not', () => {
    expect(outcomes([PLAN], found([]), [])[0]).toMatchObject({ figure: null, mark: 'not measured' });
    expect(outcomes([PLAN], found([['plan', { work: 5 }]]), ['plan'])[0]?.mark).toBe('not measured');
  });
});

describe('the exit code', () => {
  const missed = outcomes([PLAN], planOf(400), []);
  const met = outcomes([PLAN], planOf(200), []);

  it('is 1 when a promise is broken, however many hold', () => {
    expect(exitCodeOf([...met, ...missed, ...met])).toBe(1);
  });

  it('is 1 when a row could not be measured', () => {
    expect(exitCodeOf([...met, ...outcomes([BYTES], found([]), ['bundle'])])).toBe(1);
  });

  it('is 0 when all are met or not yet', () => {
    expect(exitCodeOf([...met, ...outcomes([PLAN], planOf(400), ['plan'])])).toBe(0);
  });
});

describe('the table', () => {
  it('has a line a row with figure, goal, mark and the two processor times', () => {
    const text = reportText(outcomes([PLAN, BYTES], planOf(456), []), planOf(456));
    expect(text.split('\n')).toEqual([
      'Row     What   Measured    At most      Mark          Processor time',
      'plan    Plan   45.6 loads  30 loads     MISSED        456 / 10.0 ms',
      'bundle  Bytes  -           1,000 bytes  NOT MEASURED',
      '',
      '1 MISSED, 1 NOT MEASURED',
      'A load of the bundle took 10.0 to 10.0 ms of processor time in the processes that were measured.',
      '',
    ]);
  });

  it('writes figures in their unit', () => {
    expect(inUnit(1.234, 'times')).toBe('1.23 times');
    expect(inUnit(12.34, 'ms')).toBe('12.3 ms');
    expect(inUnit(887_211, 'bytes')).toBe('887,211 bytes');
    expect(inUnit(407, 'calls')).toBe('407 calls');
  });
});

describe('the rows of the bench', () => {
  it('have names of their own, which --row takes', () => {
    const names = ROWS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9-]+$/.test(name))).toEqual([]);
  });

  it('have goals that can be met', () => {
    expect(ROWS.filter(({ goal }) => !(goal > 0))).toEqual([]);
  });

  it('have a mark "not yet" only where there is such a row, and once', () => {
    expect(NOT_YET.filter((name) => !ROWS.some((row) => row.name === name))).toEqual([]);
    expect(new Set(NOT_YET).size).toBe(NOT_YET.length);
  });

  it('ask for each measurement once', () => {
    expect(neededBy([PLAN, BYTES, PLAN])).toEqual(['plan', 'bundle']);
  });
});
