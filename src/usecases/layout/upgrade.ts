// A workbook that an earlier version set up: columns, tabs and settings that came since are added once, and people are told.

import { digest } from '../../dunning/history/digest';
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { VERSION } from '../../dunning/history/version';
import { nearestLadder } from '../../dunning/policy/default-policy';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, TABS } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { HOW_FIRM_SETTING } from '../../workbook/tabs/settings/ladder-setting';
import { defaultSettings, settingsFor } from '../../workbook/tabs/settings/settings';
import { addLaterTexts, createTabs, fillSettings } from './own-tabs';

/** Nothing was asked: settings that are made of an answer are left out. */
const NOT_ASKED = { sheet: '', headerRow: 0, mapping: {}, company: '', senderName: '', replyTo: '', currencies: [] };

/** How firm a workbook is that nobody asked: by the steps that stand in its AR Policy, which stay as they are. */
function firmnessOf(ws: WorkbookSession): string {
  const table = ws.tabs.table(POLICY_TAB);
  return nearestLadder(table ? readPolicy(table).policy : []);
}

/** A digest of the columns and settings that this version knows. */
export function layoutNow(): string {
  const columns = TABS.map(({ name, columns }) => [name, ...columns.map(({ header }) => header)]);
  return digest(JSON.stringify([columns, settingsFor(NOT_ASKED).map(({ name }) => name)]));
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
  const did = [...createTabs(ws), ...fillSettings(ws, usual), ...addLaterTexts(ws)];
  if (did.length === 0) return [];
  const note = `Brought up to Duesheet ${VERSION}. ${did.join(' ')}`;
  return [workbookEvent('upgraded', ports.session.user(), note, { version: VERSION })];
}
