// Who goes on leading after a part payment, whatever became of the reminder before: treated as done, a call without answer.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { Desk, type FactsChange, type InvoiceText, ladder } from '../../builders/dunning-facts';

const OLD: InvoiceText = { no: 'old', due: '2026-10-30', open: 40 };
const LARGE: InvoiceText = { no: 'large', due: '2026-11-24', open: 5000 };

/** The small old invoice has gone up to the third stage , the last one is due when the large one is at its second. */
function afterFirst(conclude: (desk: Desk) => void, change: FactsChange): Desk {
  const desk = new Desk();
  for (const date of ['2026-11-03', '2026-11-10']) {
    desk.plan(date, [OLD], change);
    desk.act(date, 'skipped');
  }
  desk.plan('2026-11-25', [OLD, LARGE], change);
  conclude(desk);
  return desk;
}

describe('a part payment of the large invoice', () => {
  const steps = (channel: 'email' | 'call' | 'task'): FactsChange => ({
    policy: ladder('New', [
      [1, 'friendly', { channel }],
      [8, 'personal'],
      [15, 'firm'],
      [40, 'final'],
    ]),
  });

  it.each([
    ['was treated as done', 'email', (desk: Desk) => desk.act('2026-11-25', 'skipped')],
    ['was a call that nobody answered', 'call', (desk: Desk) => desk.carryOut('2026-11-25', 'no answer')],
    ['was a task of ours', 'task', (desk: Desk) => desk.carryOut('2026-11-25', 'done')],
  ] as const)('makes no older and firmer one speak when its last reminder %s', (_what, channel, conclude) => {
    const change = steps(channel);
    const desk = afterFirst(conclude, change);
    const leads = (open: number): string[] =>
      decide(desk.facts('2026-12-21', [OLD, { ...LARGE, open, amount: 500_000 }], change)).proposals.map(
        ({ leadKey, tone }) => `${leadKey} ${tone}`,
      );
    const [before] = leads(5000);
    expect(before).toMatch(/^acme\|large /);
    expect(leads(300)).toEqual([before]);
  });
});
