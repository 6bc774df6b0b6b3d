// The data check that the sidebar's fake server shows: a sheet in which all is well, a full one, a huge one.
import type { DataCheckView } from '../../../src/entry/sidebar-calls';
import { LONG_NAMES } from './fake-lines';
import type { Scenario } from './fake-server';

/** A sheet in which all is well, with the scenario's changes. */
export function checkOf({ dataCheck }: Scenario): DataCheckView {
  return {
    sheet: 'Invoices',
    headerRow: 3,
    rowsRead: 250,
    invoices: 250,
    leftOut: [],
    columns: [
      column(
        'customer',
        'Customer name',
        'Customer',
        1,
        'sure',
        'header "Customer"; 200 of 200 cells looked at hold text',
      ),
      column('due', 'Due date', 'Due date', 0.8, 'likely', 'header "Due date"; 200 of 200 cells looked at hold dates'),
      column('email', 'E-mail address', 'Contact', 0.6, 'unsure', 'its cells are mail addresses'),
    ],
    notFound: ['Payment terms', 'Open balance', 'Account owner'],
    findings: [],
    sameCustomers: [],
    canDecide: true,
    ...dataCheck,
  };
}

function column(
  field: string,
  label: string,
  header: string,
  confidence: number,
  sureness: 'sure' | 'likely' | 'unsure',
  reason: string,
): DataCheckView['columns'][number] {
  return { field, label, header, confidence, sureness, reason };
}

/** Takes a group off the list as the server does; the name of the customer that was kept. */
export function decided(scenario: Scenario, key: string): string {
  const groups = scenario.dataCheck?.sameCustomers ?? [];
  const name = groups.find(({ keep }) => keep.key === key)?.keep.name ?? '';
  scenario.dataCheck = { ...scenario.dataCheck, sameCustomers: groups.filter(({ keep }) => keep.key !== key) };
  return name;
}

/** A pair of spellings. */
function pair(keep: string, other: string, why = 'Same name apart from the legal form') {
  const spelling = (name: string, invoices: number) => ({
    key: name.toLowerCase(),
    name,
    invoices,
    open: invoices > 1 ? '3,400.00 EUR and 120.00 GBP' : '',
    waiting: invoices > 1 ? 'approved' : 'planned',
  });
  return { keep: spelling(keep, 12), others: [spelling(other, 1)], why };
}

const rowsOf = (count: number, sheet: string, text: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => ({ sheet, row: at + 4, text: text(at) }));

/** A sheet with something of everything. */
export const MIXED: Partial<DataCheckView> = {
  rowsRead: 263,
  invoices: 250,
  leftOut: [
    { why: 'The amount cannot be read', rows: [17, 88], count: 2, mend: true },
    { why: 'Totals and subtotals', rows: [40, 81, 122], count: 11, mend: false },
  ],
  findings: [
    {
      code: 'cells-unreadable',
      title: 'Cells that cannot be read',
      advice: 'Mend them. Until then such an invoice waits or is left out; it never counts as paid.',
      count: 2,
      rows: rowsOf(
        2,
        'Invoices',
        () => 'Due date: "31.02.2026" is not a date. Type it as a date (for example 2026-12-31).',
      ),
    },
    {
      code: 'no-address',
      title: 'Customers without an address',
      advice: 'No mail can be written to them. Fill in Email in AR Customers.',
      count: 1,
      rows: [{ sheet: 'AR Customers', row: 9, text: 'Alder & Finch Bakery owes 1,200.00 EUR overdue.' }],
    },
  ],
  sameCustomers: [
    pair('Alder & Finch Bakery Ltd', 'Alder and Finch Bakery'),
    pair('Müller Maschinenbau GmbH', 'Mueller Maschinenbau GmbH', 'Same name apart from accents'),
    pair(
      'Fjord Logistics AS (000123)',
      'Fjord Logistics AS (123)',
      'Same number apart from leading zeros (000123 and 123)',
    ),
  ],
};

/** 1,000 rows left out, 60 pairs, full findings, the longest names. */
export const HUGE: Partial<DataCheckView> = {
  sheet: LONG_NAMES[0] ?? '',
  rowsRead: 121_000,
  invoices: 120_000,
  leftOut: [
    {
      why: 'The customer is missing',
      rows: Array.from({ length: 50 }, (_, at) => 100_000 + at),
      count: 1000,
      mend: true,
    },
  ],
  findings: [
    {
      code: 'dates-impossible',
      title: 'Dates that cannot be right',
      advice: 'A slip of a digit, or day and month the other way round? Correct them in the sheet.',
      count: 4321,
      rows: rowsOf(
        50,
        LONG_NAMES[0] ?? '',
        (at) => `INV-2026-${at} of ${LONG_NAMES[at % 2]}: due on Sun 3 May 2026, before it was issued`,
      ),
    },
    {
      code: 'currency-missing',
      title: 'No currency is known',
      advice: 'Name one in AR Settings.',
      count: 120_000,
      rows: [],
    },
    {
      code: 'own-tabs',
      title: 'In Duesheet’s own tabs',
      advice: 'Each says what to do.',
      count: 1,
      rows: [{ sheet: 'AR Policy', row: 0, text: 'The tab is missing.' }],
    },
  ],
  sameCustomers: Array.from({ length: 60 }, (_, at) =>
    pair(`${LONG_NAMES[at % 2]} ${at}`, `${LONG_NAMES[at % 2]} Ltd ${at}`),
  ),
  notFound: [],
};
