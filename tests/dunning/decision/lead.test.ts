// Which invoice leads a reminder, and what a part payment may not do to that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { toneRank } from '../../../src/dunning/policy/tones';
import { isoOf } from '../../../src/receivables/day';
import { Desk, day, type FactsChange, type InvoiceText, ladder } from '../../builders/dunning-facts';
import { runs } from '../../builders/property-runs';

const POLICY = ladder('New', [
  [1, 'friendly'],
  [8, 'personal'],
  [15, 'firm'],
  [30, 'final'],
]);
const CHANGE: FactsChange = { policy: POLICY };

/** What would be said today: tone and lead; '' when nothing would. */
function said(desk: Desk, on: string, lines: readonly InvoiceText[]): { tone: string; lead: string } {
  const [proposal] = decide(desk.facts(on, lines, CHANGE)).proposals;
  return { tone: proposal?.tone ?? '', lead: proposal?.leadKey ?? '' };
}

describe('a part payment', () => {
  const residue: InvoiceText = { no: 'rest', due: '2026-09-01', open: 38 };
  const large: InvoiceText = { no: 'large', due: '2026-11-02', open: 24_000 };

  it('of the large invoice does not make an old residue speak, which would be firmer', () => {
    const desk = new Desk();
    for (const date of ['2026-09-02', '2026-09-09', '2026-09-16']) {
      desk.plan(date, [residue], CHANGE);
      desk.carryOut(date);
    }
    desk.plan('2026-11-03', [residue, large], CHANGE);
    const before = said(desk, '2026-11-03', [residue, large]);
    expect(before).toEqual({ tone: 'firm', lead: 'acme|large' });
    const after = said(desk, '2026-11-03', [residue, { ...large, open: 500, amount: 2_400_000 }]);
    expect(after.lead).toBe('acme|large');
    expect(toneRank(after.tone)).toBeLessThanOrEqual(toneRank(before.tone));
  });

  it('never raises the tone of what would be said that day', () => {
    const line = (no: string): fc.Arbitrary<InvoiceText> =>
      fc.record({
        no: fc.constant(no),
        due: fc.integer({ min: 0, max: 60 }).map((late) => isoOf(day('2026-11-01') - late)),
        open: fc.oneof(fc.integer({ min: 10, max: 100 }), fc.integer({ min: 1000, max: 50_000 })),
      });
    fc.assert(
      fc.property(
        fc.tuple(line('1'), line('2'), line('3')),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 2 }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (lines, days, paid, share) => {
          const desk = new Desk();
          const from = day('2026-11-02');
          for (let at = from; at < from + days; at += 1) {
            desk.plan(isoOf(at), lines, CHANGE);
            if (desk.history.waiting.size > 0) desk.carryOut(isoOf(at));
          }
          const today = isoOf(from + days);
          const before = said(desk, today, lines);
          const part = lines.map((one, i) =>
            i === paid
              ? {
                  ...one,
                  amount: Math.round(one.open * 100),
                  open: Math.max(0.01, Math.round(one.open * (1 - share) * 100) / 100),
                }
              : one,
          );
          const after = said(desk, today, part);
          if (before.tone !== '' && after.tone !== '')
            expect(toneRank(after.tone)).toBeLessThanOrEqual(toneRank(before.tone));
        },
      ),
      { numRuns: runs(250, 2000) },
    );
  });
});
