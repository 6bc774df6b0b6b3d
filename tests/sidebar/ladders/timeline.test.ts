// Where the steps of a ladder are drawn: no two marks on each other, firm above friendly, nothing outside the picture.
import { describe, expect, it } from 'vitest';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import { LADDER_NAMES } from '../../../src/dunning/policy/ladders';
import { placeSteps, type TimelineStep } from '../../../src/sidebar/ladders/timeline';

const mail = (day: number, tone: TimelineStep['tone'] = 'friendly'): TimelineStep => ({
  day,
  channel: 'email',
  tone,
  label: 'Mail',
});

const LADDERS = LADDER_NAMES.flatMap((name) =>
  [...new Set(ladderRows(name).map(({ segment }) => segment))].map((segment) => ({
    name: `${name}, ${segment}`,
    steps: ladderRows(name)
      .filter((row) => row.anchor === 'due' && row.segment === segment)
      .map(({ days, channel, tone }) => ({ day: days, channel, tone, label: segment })),
  })),
);

describe('steps along the days', () => {
  it('stand in the order of their days, later to the right', () => {
    const placed = placeSteps([mail(30), mail(-7), mail(60), mail(0)]);
    expect(placed.map(({ step }) => step.day)).toEqual([-7, 0, 30, 60]);
    const xs = placed.map(({ x }) => x);
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
  });

  it('stand the higher the firmer, and what is for our own people at the foot', () => {
    const task: TimelineStep = { day: 5, channel: 'task', tone: 'neutral', label: 'Task' };
    const tones = (['final', 'firm', 'personal', 'friendly'] as const).map((tone) => mail(5, tone));
    const ys = [...tones, task].map((step) => placeSteps([step])[0]?.y ?? 0);
    expect([...ys].sort((a, b) => a - b)).toEqual(ys);
    expect(new Set(ys).size).toBe(5);
  });

  it.each(LADDERS)('do not hide each other and stay inside: $name', ({ steps }) => {
    const placed = placeSteps(steps);
    for (const { x, y } of placed) {
      expect(x).toBeGreaterThanOrEqual(51);
      expect(x).toBeLessThanOrEqual(267);
      expect(y).toBeGreaterThan(4);
    }
    for (const [at, { x, y }] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        const isApart = Math.abs(other.x - x) >= 5.5 || Math.abs(other.y - y) >= 6;
        expect(isApart, `day ${placed[at]?.step.day} and ${other.step.day}`).toBe(true);
      }
    }
  });
});
