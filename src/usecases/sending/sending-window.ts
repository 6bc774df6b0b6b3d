// Whether anything may leave now: the halts of the workbook, the mode, the calendar and the window.

import { isBusinessDay } from '../../receivables/day';
import { damagedTab, workbookHalts } from '../../workbook/halts';
import type { Moment } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { sendingDays } from '../../workbook/tabs/holidays';

/** Why nothing may be sent now, as a sentence; '' when it may. */
export function haltBefore(ws: WorkbookSession, now: Moment): string {
  const stop = workbookHalts(ws, now.day)[0] ?? damagedTab(ws);
  if (stop) return stop.message;
  if (!ws.state.live)
    return 'This workbook is in Preview: nothing leaves it. Switch to Live under Today when you are ready.';
  const { windowFrom, windowTo } = ws.settings();
  if (!isBusinessDay(now.day, sendingDays(ws.holidays())))
    return 'Today is not a business day; approved mails go out on the next one.';
  if (now.minute < windowFrom || now.minute >= windowTo) {
    return `Mails leave between ${clockTime(windowFrom)} and ${clockTime(windowTo)} in the workbook's time zone; it is ${now.text.slice(11, 16)} now.`;
  }
  return '';
}

/** @example clockTime(480) // '08:00' */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
