// The book that the pages which look ahead compute with: none, unless a scenario has one.

import type { AheadView, EffectView, WorkView } from '../../../src/entry/sidebar-calls';
import { CREDIT_RULES } from '../../../src/receivables/credit/credit-limit';
import { packedRows } from '../../../src/receivables/forecast/packed-rows';
import { DEFAULT_SEGMENT_SETTINGS } from '../../../src/receivables/segment-settings';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';

/** What a test changes of these pages. */
export interface AheadScenario {
  ahead?: Partial<AheadView>;
  work?: Partial<WorkView>;
  effect?: Partial<EffectView>;
}

/** A book without invoices. */
export const NOTHING: AheadView = {
  ...{ asOf: '2026-11-23', tolerance: 0.05, rows: packedRows([]), leftOut: 0, open: [], beside: [] },
  ...{
    disputed: [],
    credit: [],
    holdFrom: CREDIT_RULES,
    goals: {},
    work: null,
    overrides: [],
    kinds: [],
    rules: null,
    segmentation: DEFAULT_SEGMENT_SETTINGS,
  },
};

/** A team with nothing to do. */
export const NO_WORK: WorkView = {
  ...{ customers: [], waiting: [], coming: [], disputes: [], kept: [], oldest: [] },
  weekMinutes: 1200,
  minutes: { email: 1, call: 8, whatsapp: 3, letter: 5, task: 15, dispute: 20 },
};

/** The calls behind the pages. */
export function aheadCalls({ ahead, work, effect }: AheadScenario): Pick<SidebarCalls, 'getAhead' | 'getEffect'> {
  return {
    getAhead: (withWork) => ({ ...NOTHING, ...ahead, work: withWork ? { ...NO_WORK, ...work } : null }),
    getEffect: () => ({ contacts: [], leftOut: 0, firstOn: '', bounces: [], ...effect }),
  };
}
