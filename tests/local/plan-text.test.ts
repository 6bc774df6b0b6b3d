// The dry run in words: what a person who owns the receivables reads.
import { describe, expect, it } from 'vitest';
import type { DataCheck, PlanReport } from '../../src/local/plan-report';
import { planText } from '../../src/local/plan-text';

const bucket = (amount: number, invoices: number) => ({ amount, invoices });
const CHECK: DataCheck = {
  sheet: 'Invoices',
  headerRow: 3,
  rowsRead: 30,
  invoices: 27,
  leftOut: [{ why: 'Totals and subtotals', rows: [9, 19, 30], count: 3, mend: false }],
  columns: [
    {
      field: 'customer',
      label: 'Customer name',
      header: 'Client',
      confidence: 0.8,
      sureness: 'likely',
      reason: 'header "Client"',
    },
  ],
  notFound: ['Payment terms'],
  findings: [
    {
      code: 'dates-impossible',
      title: 'Dates that cannot be right',
      advice: 'Correct them.',
      count: 7,
      rows: [4, 5, 6, 7, 8, 9, 10].map((row) => ({ sheet: 'Invoices', row, text: `due before issued (${row})` })),
    },
    { code: 'currency-missing', title: 'No currency is known', advice: 'Name one.', count: 27, rows: [] },
  ],
  sameCustomers: [
    {
      keep: { key: 'bolt', name: 'Bolt', invoices: 3, open: '40.00 EUR', waiting: '' },
      others: [{ key: 'bolt ltd', name: 'Bolt Ltd', invoices: 1, open: '', waiting: '' }],
      why: 'Same name apart from the legal form',
    },
  ],
  canDecide: false,
};
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
      rules: [],
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
  unchased: '',
  later: '',
  dataCheck: CHECK,
};

describe('the dry run in words', () => {
  const text = planText(REPORT);

  it('says the day, the sheet and the columns that were understood, not those that were not', () => {
    expect(text).toContain('As of 2026-11-23, sheet "Invoices", headers in row 3.');
    expect(text).toMatch(/Customer name +Client +look at this one; another: --column customer="Header"/);
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
    expect(text).toMatch(/Bolt +step 1 +email +1,250.50 EUR +B-1, B-2, B-3 and 1 more +no address yet/);
  });

  it('says whom the number a day leaves for later, before it names anybody', () => {
    const later = '297 more customers follow.';
    expect(planText({ ...REPORT, later }).indexOf(later)).toBeLessThan(text.indexOf('Bolt '));
  });

  it('says that all is paid where nothing is open', () => {
    expect(planText({ ...REPORT, reminders: [], invoices: [] })).toContain(
      'Nobody would be reminded today: of 27 invoices none is open.',
    );
  });

  it('says of a sheet of which no row could be read that nothing could be read, not that nothing is open', () => {
    const none = planText({ ...REPORT, reminders: [], invoices: [], dataCheck: { ...CHECK, invoices: 0 } });
    expect(none).toContain('Nobody would be reminded today: no invoice could be read.');
  });

  it('advises a column by its header alone: a figure that can be read in two ways is none', () => {
    const asked = (candidates: string[]) =>
      planText({ ...REPORT, questions: [{ field: 'amount', message: 'Is "173,900" 173900?', candidates }] });
    expect(asked(['173900', '173.9'])).not.toContain('--column amount="');
    expect(asked(['173900', 'Net'])).toContain('--column amount="Net"');
  });

  it('cuts a name that would push the amounts out of sight', () => {
    const [reminder] = REPORT.reminders;
    if (!reminder) throw new Error('no reminder');
    const long = planText({ ...REPORT, reminders: [{ ...reminder, customer: 'A'.repeat(170) }] });
    expect(long).toMatch(/ A{35}… +step 1/);
  });

  it('counts what waits with the first day on which that changes', () => {
    expect(text).toMatch(/Waiting +1 invoice +1 customer +first change 2026-11-28 +Falls due/);
  });

  it('gives problems with their rows and says how to answer a question', () => {
    expect(text).toMatch(/row 17 +Due Date +"31.12.2026\?" is not a date/);
    expect(text).toContain('--column amount="Net"');
  });

  it('gives the data check: rows left out and why, findings with rows, likely doubles', () => {
    expect(text).toContain('Data check: 30 rows read, 27 invoices, 3 left out.');
    expect(text).toContain('left out: Totals and subtotals, rows 9, 19, 30');
    expect(text).toContain('Dates that cannot be right: 7. Correct them.');
    expect(text).toContain('row 8: due before issued (8)\n      ... and 2 more');
    expect(text).toContain('No currency is known: 27. Name one.\n');
    expect(text).toContain(
      'Bolt (3 invoices, 40.00 EUR open) = Bolt Ltd (1 invoice): same name apart from the legal form',
    );
  });

  it('says in one line that nothing looks wrong', () => {
    const well = { ...CHECK, rowsRead: 1, invoices: 1, leftOut: [], findings: [], sameCustomers: [] };
    expect(planText({ ...REPORT, dataCheck: well })).toContain(
      'Data check: 1 row read, 1 invoice, nothing left out. Nothing looks wrong.\n',
    );
  });
});
