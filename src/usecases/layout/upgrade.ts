// A workbook that an earlier version set up: columns, tabs, settings and notes that came since are added once, and people are told.

import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { VERSION } from '../../dunning/history/version';
import { nearestLadder } from '../../dunning/policy/default-policy';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { HOW_FIRM_SETTING } from '../../workbook/tabs/settings/ladder-setting';
import { defaultSettings, NOT_ASKED } from '../../workbook/tabs/settings/settings';
import { layoutNow } from './layout-now.prepared';
import { addLaterTexts, createTabs, fillSettings, orderSettings } from './own-tabs';

/** How firm a workbook is that nobody asked: by the steps that stand in its AR Policy, which stay as they are. */
function firmnessOf(ws: WorkbookSession): string {
  const table = ws.tabs.table(POLICY_TAB);
  return nearestLadder(table ? readPolicy(table).policy : []);
}

/**
 * Adds what is missing since the version that worked here last. Whatever stands there stays as it is.
 * @param ws under the lock, with nothing wrong with the workbook as a whole
 * @returns the event that tells it, to be written by the caller; none where nothing was missing
 */
export function upgraded(ws: WorkbookSession): NewEvent[] {
  const { state, ports } = ws;
  const layout = layoutNow();
  if (state.layout === layout) return [];
  state.layout = layout;
  const usual = defaultSettings(NOT_ASKED, ports.clock.now().day)
    .filter(({ confirmed }) => !confirmed)
    .map((row) => (row.name === HOW_FIRM_SETTING ? { ...row, value: firmnessOf(ws) } : row));
  const did = [...createTabs(ws), ...fillSettings(ws, usual), ...orderSettings(ws), ...addLaterTexts(ws)];
  if (did.length === 0) return [];
  const note = `Brought up to Duesheet ${VERSION}. ${did.join(' ')}`;
  return [workbookEvent('upgraded', ports.session.user(), note, { version: VERSION })];
}
