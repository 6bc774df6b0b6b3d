// The dry run in words: what a person who owns the receivables reads.
import { describe, expect, it } from 'vitest';
import type { PlanReport } from '../../src/local/plan-report';
import { planText } from '../../src/local/plan-text';

const bucket = (amount: number, invoices: number) => ({ amount, invoices });
const REPORT: PlanReport = {
  asOf: '2026-11-23',
  sheet: 'Invoices',
  headerRow: 3,
  columns: { customer: 'Client', due: 'Due Date', terms: null },
  problems: [{ row: 17, column: 'Due Date', code: 'date-unreadable', message: '"31.12.2026?" is not a date.' }],
  questions: [{ field: 'amount', message: 'Which column is the amount?', candidates: ['Net', 'Gross'] }],
  totals: {
    EUR: {
      open: 1500,
      overdue: 1250.5,
      credits: -20,
      invoices: 3,
      overdueInvoices: 2,
      buckets: { Current: bucket(249.5, 1), '1-30 days': bucket(1250.5, 2) },
    },
  },
  invoices: [
    {
      row: 4,
      invoice: 'A-1',
      customer: 'Acme',
      due: '2026-12-01',
      balance: 249.5,
      currency: 'EUR',
      daysPastDue: -8,
      bucket: 'Current',
      segment: 'New',
      decision: 'wait',
      stage: null,
      reasons: [{ code: 'not-due-yet', message: 'Falls due on Tue 1 Dec.' }],
      nextDate: '2026-11-28',
    },
  ],
  reminders: [
    {
      customer: 'Bolt',
      segment: 'Timely',
      stage: 1,
      channel: 'email',
      template: 'Friendly',
      to: '',
      amounts: { EUR: 1250.5 },
      invoices: ['B-1', 'B-2', 'B-3', 'B-4'],
    },
  ],
};

describe('the dry run in words', () => {
  const text = planText(REPORT);

  it('says the day, the sheet and the columns that were understood, not those that were not', () => {
    expect(text).toContain('As of 2026-11-23, sheet "Invoices", headers in row 3.');
    expect(text).toMatch(/customer +Client/);
    expect(text).not.toContain('terms');
  });

  it('shows each currency with its ages, amounts aligned on the right', () => {
    const lines = text.split('\n');
    const current = lines.find((line) => line.includes('Current'));
    const month = lines.find((line) => line.includes('1-30 days'));
    expect(current?.indexOf('249.50')).toBe((month?.indexOf('1,250.50') ?? 0) + 2);
    expect(text).toMatch(/of it overdue +1,250.50 +2 invoices/);
  });

  it('names who would be reminded, of what, and that the address is missing', () => {
    expect(text).toMatch(/Bolt +Timely +stage 1 +email +EUR 1,250.50 +B-1, B-2, B-3 and 1 more +no address yet/);
  });

  it('counts what waits with the first day on which that changes', () => {
    expect(text).toMatch(/wait not-due-yet +1 invoice +1 customer +first change 2026-11-28 +e.g. Falls due/);
  });

  it('gives problems with their rows and says how to answer a question', () => {
    expect(text).toMatch(/row 17 +Due Date +"31.12.2026\?" is not a date/);
    expect(text).toContain('--column amount="Net"');
  });
});
