// The book that the pages which look ahead compute with: none, unless a scenario has one.
import type { AheadView } from '../../../src/entry/sidebar-calls';
import { packedRows } from '../../../src/receivables/forecast/packed-rows';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface AheadScenario {
  ahead?: Partial<AheadView>;
}

/** A book without invoices. */
const NOTHING: AheadView = {
  ...{ asOf: '2026-11-23', tolerance: 0.05, rows: packedRows([]), leftOut: 0, open: [], beside: [] },
  ...{ disputed: [], goals: {} },
};

/** The calls behind the pages. */
export function aheadCalls({ ahead }: AheadScenario): Pick<SidebarCalls, 'getAhead'> {
  return { getAhead: () => ({ ...NOTHING, ...ahead }) };
}
