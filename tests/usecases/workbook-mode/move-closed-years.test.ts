// Moving closed years of the log: killed at any call nothing is lost, and the next try goes on.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showToday } from '../../../src/usecases/today/show-today';
import { moveClosedYears } from '../../../src/usecases/workbook-mode/move-closed-years';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1001', customer: 'Acme Tools', due: '2026-12-01', amount: 1200 }];

function newYear(): FakeWorld {
  const world = liveAt('2026-12-03 09:00', LINES);
  planDay(world.ports);
  world.at('2027-01-04 09:00');
  payments(world, '2027-01-04');
  return world;
}

const stops = (world: FakeWorld): string[] => showToday(world.ports).stops.map(({ code }) => code);
const seqs = (world: FakeWorld): number[] =>
  ['AR Log', 'AR Log 2026']
    .flatMap((tab) => (world.sheetNames().includes(tab) ? records(world, tab) : []))
    .map((row) => Number(row['Seq']));

describe('moving closed years', () => {
  it('loses nothing wherever it is killed, and ends well when it is tried again', () => {
    for (let calls = 1; ; calls += 1) {
      const world = newYear();
      const before = new Set(seqs(world));
      let count = 0;
      world.before = (call) => {
        count += call === 'lock.release' ? 0 : 1;
        if (count >= calls && call !== 'lock.release') throw new Error('killed');
      };
      let isOver = false;
      try {
        moveClosedYears(world.ports);
        isOver = true;
      } catch {
        // Killed.
      }
      world.before = () => {};
      expect(stops(world), `killed at call ${calls}`).toEqual([]);
      moveClosedYears(world.ports);
      expect(stops(world)).toEqual([]);
      const after = seqs(world);
      expect(new Set(after).size).toBe(after.length);
      for (const seq of before) expect(after).toContain(seq);
      if (isOver) break;
    }
  });

  it('says so when there is nothing to move', () => {
    expect(moveClosedYears(liveAt('2026-12-03 09:00', LINES).ports)).toMatchObject({ changed: 0 });
  });
});
