// A world to start from: one new spreadsheet with one empty sheet, and nothing that happened yet.
import { newSheet } from '../workbook/stored-cells';
import type { StoredSpreadsheet, World } from './state';

/** What may be chosen for a new spreadsheet. */
export interface FreshOptions {
  /** Default `Etc/UTC`. */
  timeZone?: string;
  /** Default `en_US`. */
  locale?: string;
  /** Default `Untitled spreadsheet`. */
  name?: string;
}

/** A new spreadsheet with one sheet `Sheet1` of 1000 x 26. */
function freshSpreadsheet(options: FreshOptions = {}): StoredSpreadsheet {
  return {
    id: '1aLocalSpreadsheetOfThisHost_0000000000000000',
    name: options.name ?? 'Untitled spreadsheet',
    timeZone: options.timeZone ?? 'Etc/UTC',
    locale: options.locale ?? 'en_US',
    sheets: [newSheet(0, 'Sheet1')],
    activeSheetId: 0,
    namedRanges: [],
  };
}

/**
 * A world around a spreadsheet, by default a new one.
 * @example freshWorld({ timeZone: 'Asia/Tokyo', locale: 'ja_JP' }).spreadsheet.sheets.length // 1
 */
export function freshWorld(options: FreshOptions = {}, spreadsheet = freshSpreadsheet(options)): World {
  return {
    spreadsheet,
    documentProperties: {},
    scriptProperties: {},
    userProperties: {},
    mails: [],
    triggers: [],
    mailQuota: {},
    screen: { menus: [], sidebar: null, toasts: [], alerts: [] },
    locks: {},
    calls: {},
  };
}
