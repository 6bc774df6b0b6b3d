// The page Close a month as the sidebar's fake server shows it.
import type { MonthCurrencyView, MonthEndView, MonthLineView } from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of the page. */
export interface ClosingScenario {
  monthEnd?: Partial<MonthEndView>;
}

export function monthCurrency(currency: string, open: number): MonthCurrencyView {
  return {
    ...{ currency, invoices: 12, open, overdue: open / 2, credits: -1000, total: open - 1000 },
    ages: [open / 2, open / 4, open / 4, 0, 0, 0],
    allowance: { byAge: open / 100, insolvent: 500, total: open / 100 + 500 },
    allowanceMoved: `Up by 1.00 ${currency} since the month end before.`,
    ledger: null,
    inTab: null,
  };
}

export function monthLine(customer: string): MonthLineView {
  return { customer, customerKey: 'acme', invoice: 'LR-1', currency: 'EUR', open: 120_000, why: '412 days past due' };
}

function monthEndOf(month: string): MonthEndView {
  return {
    months: [
      { month: '2026-11', name: 'November 2026', isClosed: false },
      { month: '2026-10', name: 'October 2026', isClosed: false },
      { month: '2026-09', name: 'September 2026', isClosed: true },
    ],
    ...{ month: month || '2026-10', name: 'October 2026', end: '2026-10-31', notNow: '', closed: '', tabs: [] },
    checks: ['Payments are in only up to 27 October 2026: what came later still stands as open.'],
    currencies: [monthCurrency('EUR', 1_000_000)],
    items: 12,
    lists: [
      {
        title: 'Write-off proposals',
        note: 'Insolvent.',
        items: 1,
        totals: '1,200.00 EUR',
        lines: [monthLine('Acme')],
      },
      { title: 'Near limitation', note: '', items: 0, totals: '', lines: [] },
    ],
    proposals: [],
  };
}

/** The calls behind the page. */
export function closingCalls(
  scenario: ClosingScenario,
): Pick<SidebarCalls, 'approveWriteOffs' | 'closeMonth' | 'getMonthEnd' | 'getMonthFile' | 'undoWriteOff'> {
  return {
    getMonthEnd: (month) => ({ ...monthEndOf(month), ...scenario.monthEnd }),
    getMonthFile: (month) => ({ name: `AR ${month}`, rows: [['Customer'], ['Acme']] }),
    closeMonth: (month) => ({ changed: 1, message: `The tab AR ${month} is made.` }),
    undoWriteOff: () => ({ changed: 1, message: 'Taken back.' }),
    approveWriteOffs: (_, keys) => ({ changed: keys.length, message: 'One write-off is approved.' }),
  };
}
