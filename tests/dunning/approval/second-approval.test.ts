// Which reminders need two approvals, and which of them still wait for one.
import { describe, expect, it } from 'vitest';
import { needsTwo } from '../../../src/dunning/approval/second-approval';
import type { ReminderLineFacts } from '../../../src/dunning/history/events';
import type { Recipient } from '../../../src/dunning/policy/policy';

const row = (
  tone: 'friendly' | 'final',
  to: Recipient[] = ['billing'],
  purpose: 'reminder' | 'hand-over' = 'reminder',
) => ({
  tone,
  to,
  purpose,
});
const asks = (open: number, currency = 'EUR', disputed = 0): ReminderLineFacts[] => [
  { key: '1', invoice: '1', currency, open, disputed, due: '', stage: null },
];

describe('two approvals', () => {
  it('are needed from the amount itself on, in its own currency', () => {
    const rule = { from: { EUR: 5000 }, forGrave: false };
    expect(needsTwo(row('friendly'), asks(500_000), rule)).toBe(true);
    expect(needsTwo(row('friendly'), asks(499_999), rule)).toBe(false);
    expect(needsTwo(row('friendly'), asks(900_000, 'USD'), rule)).toBe(false);
  });

  it('count what is asked for, not what is disputed', () => {
    expect(needsTwo(row('friendly'), asks(600_000, 'EUR', 200_000), { from: { EUR: 5000 }, forGrave: false })).toBe(
      false,
    );
  });

  it('are needed for final, senior and hand-over where the setting says so', () => {
    const rule = { from: {}, forGrave: true };
    expect(needsTwo(row('final'), [], rule)).toBe(true);
    expect(needsTwo(row('friendly', ['senior']), [], rule)).toBe(true);
    expect(needsTwo(row('friendly', ['owner'], 'hand-over'), [], rule)).toBe(true);
    expect(needsTwo(row('friendly'), asks(1), rule)).toBe(false);
    expect(needsTwo(row('final'), asks(1), { ...rule, forGrave: false })).toBe(false);
  });
});
