// Which reminders need two approvals, and which of them still wait for one.
import { describe, expect, it } from 'vitest';
import { needsTwo } from '../../../src/dunning/approval/second-approval';
import { type ReminderFacts, type ReminderLineFacts, reminderEvent } from '../../../src/dunning/history/events';
import { askedOn } from '../../../src/dunning/letter/headline';
import type { Recipient } from '../../../src/dunning/policy/policy';
import type { Totals } from '../../../src/receivables/money';
import { day } from '../../builders/dunning-facts';

const row = (
  tone: 'friendly' | 'final',
  to: Recipient[] = ['billing'],
  purpose: 'reminder' | 'hand-over' = 'reminder',
) => ({
  tone,
  to,
  purpose,
});
const line = (open: number, currency = 'EUR', disputed = 0): ReminderLineFacts => {
  return { key: String(open), invoice: '1', currency, open, disputed, due: '2026-11-02', stage: null };
};
const FACTS: ReminderFacts = {
  ...{
    customerKey: 'acme',
    customer: 'Acme',
    segment: 'New',
    anchor: 'due',
    subject: '',
    stage: 2,
    days: 2,
    stages: 7,
  },
  ...{ tone: 'friendly', channel: 'email', template: 'Friendly', language: 'en', sending: 'review', to: [], cc: [] },
  ...{ leadKey: '', lines: [], reasons: [], look: '', fix: '', fixCode: '' },
};
/** What a mail asks for of an invoice, and of a credit beside it. */
const asks = (open: number, currency = 'EUR', disputed = 0, credit = 0): Totals => {
  const lines = [line(open, currency, disputed), ...(credit === 0 ? [] : [line(-credit, currency)])];
  return askedOn({ leadKey: String(open), lines }, day('2026-11-23'));
};

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

  it('count what the mail asks for: net of credits that it sets off, and as it stands where they may belong to a dispute', () => {
    const rule = { from: { EUR: 5000 }, forGrave: false };
    expect(needsTwo(row('friendly'), asks(600_000, 'EUR', 0, 150_000), rule)).toBe(false);
    expect(needsTwo(row('friendly'), asks(650_000, 'EUR', 0, 150_000), rule)).toBe(true);
    expect(needsTwo(row('friendly'), asks(600_000, 'EUR', 50_000, 150_000), rule)).toBe(true);
    const said = (lines: ReminderLineFacts[]): string =>
      reminderEvent('sent', 'DS-1', { ...FACTS, lines }, 'ann', '').amounts;
    expect(said([line(600_000), line(-150_000)])).toBe('4,500.00 EUR');
    expect(said([line(600_000, 'EUR', 50_000), line(-150_000), line(20_000, 'GBP')])).toBe(
      '5,500.00 EUR and 200.00 GBP',
    );
    expect(said([line(100_000), line(-150_000)])).toBe('1,000.00 EUR');
  });

  it('are needed for final, senior and hand-over where the setting says so', () => {
    const rule = { from: {}, forGrave: true };
    expect(needsTwo(row('final'), {}, rule)).toBe(true);
    expect(needsTwo(row('friendly', ['senior']), {}, rule)).toBe(true);
    expect(needsTwo(row('friendly', ['owner'], 'hand-over'), {}, rule)).toBe(true);
    expect(needsTwo(row('friendly'), asks(1), rule)).toBe(false);
    expect(needsTwo(row('final'), asks(1), { ...rule, forGrave: false })).toBe(false);
  });
});
