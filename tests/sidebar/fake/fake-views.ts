// The Today and Set-up that the sidebar's fake server shows, as they follow from a scenario.

import type { ImportView, SetupView, TodayView } from '../../../src/entry/sidebar-calls';
import { CONTACT_COLUMNS } from '../../../src/sidebar/imports/contact-columns';
import type { Scenario } from './fake-server';

/** Today of a firm that is set up, live and within its hours, with the scenario's changes. */
export function todayOf(scenario: Scenario): TodayView {
  const size = (state: string, email = true): number =>
    scenario.lines.filter((line) => line.state === state && (line.channel === 'email') === email).length;
  const problems = scenario.problems ?? [];
  const standard: TodayView = {
    ready: true,
    asOf: '2026-11-23',
    today: '2026-11-23',
    company: 'Northgate Supplies Ltd',
    stops: [],
    alerts: [],
    payments: { upTo: '2026-11-20', businessDaysOld: 1 },
    waiting: {
      toReview: size('planned'),
      approved: size('approved'),
      callsAndTasks: size('planned', false) + size('approved', false),
      answers: 0,
      needsFix: size('needs-fix'),
      failed: size('failed'),
      unconfirmed: size('unconfirmed'),
    },
    overdue: {
      customers: 31,
      invoices: 84,
      totals: '182,310.40 EUR, 9,120.00 GBP and 1,204,000 JPY',
      apart: '',
    },
    sender: { email: 'you@firm.example', isYou: true, you: 'you@firm.example', isOffered: false },
    switches: { live: true, automatic: false },
    budget: { used: 42, limit: 1500 },
    window: { from: '08:00', to: '18:00', openNow: true, nextOpening: '' },
    heartbeat: { at: '2026-11-23 08:02', by: 'you@firm.example', did: 'Planned 12, sent 3, cancelled 1.', wrong: '' },
    problems: { count: problems.length, first: problems.slice(0, 3) },
    workbook: { name: 'Receivables 2026', sheet: 'Invoices' },
    unchased: { summary: '', items: [] },
    alarms: { summary: '', items: [] },
    reached: 12,
    money: [
      { currency: 'EUR', byAge: [6_000_000, 8_000_000, 5_231_040, 3_000_000, 2_000_000], unchased: 820_000 },
      { currency: 'GBP', byAge: [0, 912_000, 0, 0, 0], unchased: 0 },
      { currency: 'JPY', byAge: [400_000, 204_000, 0, 0, 1_000_000], unchased: 0 },
    ],
    leaves: { now: size('approved'), next: '' },
    later: '',
    changes: { summary: '', items: [] },
    everLive: true,
  };
  return { ...standard, ...scenario.today };
}

const HEADERS = [
  'Customer',
  'Invoice no.',
  'Issued',
  'Due date',
  'Net due',
  'Open balance',
  'Cur',
  'Contact e-mail',
  'Our ref',
];

const ROWS = [
  ['Alder & Finch Bakery', 'INV-001', '22/09/2026', '22/10/2026', '22/10/2026', '1,200.00', 'GBP', 'ap@alder.example'],
  ['Brightwater Joinery', 'INV-002', '25/09/2026', '25/10/2026', '25/10/2026', '380.50', 'GBP', ''],
];

/** Set-up of a workbook with two sheets; the second has other columns. */
export function setupFound(scenario: Scenario, sheet = 'Invoices', headerRow = 3): SetupView {
  const base = {
    alreadySetUp: false,
    company: 'Northgate Supplies Ltd',
    senderName: 'Ann Lee',
    replyTo: '',
    noPayment: false,
    workbook: 'fake',
    today: '2026-10-30',
    ladder: 'usual' as const,
    language: '' as const,
    rows: [] as string[][],
  };
  const payment = [{ currency: 'GBP', holder: '', iban: '', bic: '', instructions: 'Sort code 00-00-00' }];
  if (scenario.emptyWorkbook) {
    return {
      ...base,
      sheets: [],
      sheet: '',
      headerRow: 0,
      headers: [],
      fields: [],
      questions: [],
      payment: [],
      problems: [],
      rowsRead: 0,
    };
  }
  const found = (field: string, label: string, required: boolean, header: string, sample: string[], meaning = '') => ({
    field,
    label,
    meaning,
    required,
    header,
    sample,
  });
  return {
    ...base,
    sheets: [
      { name: 'Invoices', rows: 250 },
      { name: 'Archive 2025', rows: 1200 },
    ],
    sheet,
    headerRow,
    headers: HEADERS,
    rows: ROWS,
    payment,
    fields: [
      found('customer', 'Customer', true, 'Customer', ['Alder & Finch Bakery', 'Brightwater Joinery']),
      found('invoice', 'Invoice number', true, 'Invoice no.', ['INV-001', 'INV-002']),
      found('due', 'Due date', true, scenario.setupQuestion ? '' : 'Due date', ['22/10/2026']),
      found('balance', 'Balance', false, 'Open balance', ['1,200.00', '380.50']),
      found('currency', 'Currency', false, '', []),
      found('email', 'Email', false, 'Contact e-mail', ['ap@alder.example']),
      found(
        'documentType',
        'Kind of document',
        false,
        'Our ref',
        ['Credit note'],
        'Credit notes lower what the customer owes.',
      ),
    ],
    questions: scenario.setupQuestion
      ? [
          {
            field: 'due',
            message: 'Two columns could be the due date. Which one is it?',
            candidates: ['Due date', 'Net due'],
          },
        ]
      : [],
    problems: scenario.problems ?? [],
    rowsRead: 250,
  };
}

/** Two customers and their open invoices, as lists are compared with them. */
export function importOf(): ImportView {
  const columns = ['Customer', 'Customer ID', 'Aliases', ...CONTACT_COLUMNS];
  return {
    asOf: '2026-10-30',
    columns,
    customers: [
      {
        key: 'alder',
        name: 'Alder & Finch Bakery',
        cells: ['Alder & Finch Bakery', 'C-1', '', '', 'ap@alder.example'],
      },
      { key: 'bright', name: 'Brightwater Joinery', cells: ['Brightwater Joinery', 'C-2', 'Brightwater'] },
    ],
    invoices: [
      ['k1', 'INV-001', 'alder', 20_748],
      ['k2', 'INV-002', 'bright', 20_751],
    ],
  };
}
