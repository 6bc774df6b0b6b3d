// The figures that the sidebar's fake server tells: a book of two customers over five months, or what a scenario asks for.
import type { FiguresView } from '../../../src/entry/sidebar-calls';
import { dayFromIso } from '../../../src/receivables/day';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of this page. */
export interface FiguresScenario {
  figures?: Partial<FiguresView>;
}

const day = (iso: string): number => dayFromIso(iso) ?? 0;

/** An invoice a month of each customer, paid after 40 days or not yet; in EUR and in GBP. */
function invoices(): FiguresView['invoices'] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((at) => {
    const issued = day('2026-04-10') + 30 * at;
    const paidOn = at < 5 ? issued + 40 : null;
    const amount = 100_000 + 10_000 * at;
    return [
      at % 2,
      at === 6 ? 1 : 0,
      issued,
      issued + 30,
      paidOn,
      amount,
      paidOn ? amount : null,
      null,
      '',
      `INV-${at + 1}`,
    ];
  });
}

/** The call behind the page. */
export function figuresCalls({ figures }: FiguresScenario): Pick<SidebarCalls, 'getFigures'> {
  return {
    getFigures: () => ({
      asOf: '2026-11-27',
      hasPaymentDates: true,
      currencies: ['EUR', 'GBP'],
      customers: [
        ['Acme Tools', 'Timely', 'ann@ourfirm.example', 'acme tools'],
        ['Berg Trading', 'Delinquent SMB', 'bob@ourfirm.example', 'berg trading'],
      ],
      invoices: invoices(),
      promises: [[day('2026-11-02'), true, 0]],
      history: [],
      goals: [
        { figure: 'CEI', name: 'Target', value: 0.8 },
        { figure: 'DSO', name: 'Benchmark (Allianz Trade, 2025)', value: 52 },
      ],
      unchased: { EUR: 150_000 },
      neverAsked: [
        [1, 0, 150_000, 1, 'no address'],
        [0, 1, 20_000, 2, 'its first step is still to come'],
      ],
      moved: '',
      trouble: '',
      ...figures,
    }),
  };
}
