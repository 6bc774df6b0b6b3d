// The portfolio that the sidebar's fake server shows, as much of it as a scenario asks for.
import type {
  MatrixView,
  PortfolioRowsView,
  PortfolioView,
  SegmentRuleView,
  SegmentsView,
  WhyLateView,
} from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface PortfolioScenario {
  portfolio?: Partial<PortfolioView>;
  portfolioRows?: Partial<PortfolioRowsView>;
  segments?: Partial<SegmentsView>;
  whyLate?: Partial<WhyLateView>;
  matrix?: Partial<MatrixView>;
}

/** A line of the portfolio. */
export function portfolioLine(label: string, open: number, currency = 'EUR'): PortfolioView['lines'][number] {
  return {
    ...{ key: label.toLowerCase(), label, currency, customers: 3, invoices: 12, open, overdue: open / 4 },
    ...{ share: 0.25, dso: 44.56, beyondTerms: 12.34, disputed: 1000 },
  };
}

const NAMES = [
  ...['Billed and unbilled', 'Aging', 'Size', 'Financial status', 'Non-financial status', 'Concentration'],
  ...['Business unit', 'Product', 'Region', 'Collector', 'Segment', 'Computed segment', 'Customer'],
];

function portfolioOf(by: string): PortfolioView {
  const total = { ...portfolioLine('Total', 400_000), key: '', share: 1 };
  return {
    ...{ asOf: '2026-11-23', by: by || ':bucket', title: 'Aging', columns: ['Customer', 'Sales_Region'] },
    dimensions: NAMES.map((name) => ({
      by: `:${name.toLowerCase()}`.replace(':aging', ':bucket'),
      name,
      from: name === 'Product' ? '' : 'Days past due.',
      missing: name === 'Product' ? 'Your invoice sheet has no column for it. Add one called “Product”.' : '',
    })),
    lines: ['Current', '1-30 days', '31-60 days', '90+ days'].map((label) => portfolioLine(label, 100_000)),
    ...{ more: 0, totals: [total], notes: ['Disputed counts AR Disputes too.'] },
    unbilled: [{ key: 'unbilled', label: 'Unbilled', currency: 'EUR', customers: 1, invoices: 2, open: 5000 }],
    concentration: [{ currency: 'EUR', largest: 0.234, five: 0.61, hhi: 1420.4 }],
    formula: '=PORTFOLIO(\'Invoices\'!A1:I, AS_OF, "bucket")',
  };
}

/** A rule of AR Segments. */
export function ruleOf(order: number, segment: string, active: boolean): SegmentRuleView {
  return {
    ...{ order: String(order), segment, active, note: '', moves: 2 },
    lines: [{ row: order + 1, seen: `${order} | ${segment}`, field: 'balance', is: 'at least', value: '10,000' }],
    holds: { customers: 5, open: '90,000.00 EUR' },
    takes: { customers: 3, open: '60,000.00 EUR' },
    first: [{ key: 'acme', name: 'Acme', open: '40,000.00 EUR' }],
  };
}

function segmentsOf(): SegmentsView {
  return {
    asOf: '2026-11-23',
    rules: [ruleOf(10, 'Key accounts', true), ruleOf(20, 'Timely', false)],
    findings: [
      { severity: 'warning', code: 'rule-without-ladder', row: 11, message: 'AR Policy has no steps for it.' },
    ],
    computed: [{ segment: 'New', customers: 4, open: '1,000.00 EUR' }],
    ...{ overrides: 1, fields: ['balance', 'oldest'], columns: ['Region'], operators: ['is', 'at least'] },
    ...{ segments: ['Timely', 'New'], heldFor: 7 },
  };
}

/** A cell of the follow-up matrix. */
export function matrixCell(
  segment: string,
  overdue: number,
  minutes: number,
  currency = 'EUR',
): MatrixView['cells'][number] {
  return {
    ...{ segment, size: 'large', currency, customers: 3, open: overdue + 50_000, overdue, disputes: 1, minutes },
    contacts: [
      ['email', 'automatic', 6],
      ['call', 'collector', 2],
    ],
  };
}

function matrixOf(): MatrixView {
  return {
    ...{ asOf: '2026-11-23', days: 28 },
    cells: [
      matrixCell('Doubtful large', 900_000, 30),
      matrixCell('Timely', 100_000, 570),
      matrixCell('Timely', 20_000, 60, 'GBP'),
    ],
    ladders: ['Doubtful large', 'Timely'].map((segment) => ({
      ...{ segment, rowsOf: segment === 'Timely' ? 'Timely' : 'Default' },
      steps: [
        [3, 'email', true],
        [17, 'call', false],
      ],
    })),
  };
}

function whyLateOf(): WhyLateView {
  const times = { resolved: 10, median: 4, percentile80: 9, open: 3, medianAge: 12, oldest: 40, late: 1 };
  const part = (department: string, amount: number) => ({ department, amount, invoices: 2 });
  return {
    ...{ asOf: '2026-11-23', all: times, settledAfter: 60 },
    currencies: [
      {
        ...{ currency: 'EUR', overdue: 100_000, known: 0.7, ours: 0.8, theirs: 0.2 },
        parts: [part('Sales', 56_000), part('Customer', 14_000), part('', 30_000)],
      },
      {
        ...{ currency: 'GBP', overdue: 1000, known: 0.1, ours: null, theirs: null },
        parts: [part('Sales', 100), part('', 900)],
      },
    ],
    departments: [
      { department: 'Sales', ...times },
      { department: '', ...times, resolved: 0, median: null, percentile80: null, late: 0 },
    ],
    pastDeadline: [
      {
        ...{ customerKey: 'acme', customer: 'Acme', invoice: 'LR-1', kind: 'dispute', reason: 'Price' },
        ...{ department: 'Sales', owner: 'Bo', deadline: '2026-11-20' },
      },
    ],
    months: [
      { month: '2026-08-01', invoices: 40, right: 38, share: 0.95 },
      { month: '2026-11-01', invoices: 12, right: 12, share: null },
    ],
  };
}

/** The calls behind these pages. */
export function portfolioCalls(
  scenario: PortfolioScenario,
): Pick<SidebarCalls, 'getPortfolio' | 'getPortfolioRows' | 'getSegments' | 'getWhyLate' | 'getMatrix'> {
  return {
    getPortfolio: (by) => ({ ...portfolioOf(by), ...scenario.portfolio }),
    getMatrix: () => ({ ...matrixOf(), ...scenario.matrix }),
    getWhyLate: () => ({ ...whyLateOf(), ...scenario.whyLate }),
    getSegments: () => ({ ...segmentsOf(), ...scenario.segments }),
    getPortfolioRows: () => ({
      customers: [{ key: 'acme', name: 'Acme', open: '900.00 EUR', overdue: '300.00 EUR', oldest: 12 }],
      moreCustomers: 0,
      invoices: [
        {
          ...{ key: 'acme|1', invoice: 'LR-1', customer: 'Acme', sheet: 'Invoices', row: 2, balance: '300.00 EUR' },
          ...{ age: '12 days past due', nextDate: '' },
        },
      ],
      moreInvoices: 0,
      ...scenario.portfolioRows,
    }),
  };
}
