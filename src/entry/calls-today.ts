// What the sidebar asks for under Today: may anything leave, payments, switches, planning and sending.
import { aFlag, asked, aText, aTextIfAny } from '../google/asked';
import { planDay } from '../usecases/planning/plan-day';
import { NOTICING } from '../usecases/replies/noticing';
import type { Result } from '../usecases/result';
import { type HourResult, runHour as runHourNow } from '../usecases/sending/run-hour';
import { sendStep } from '../usecases/sending/send';
import type { SendResult } from '../usecases/sending/view';
import { showToday } from '../usecases/today/show-today';
import type { TodayView } from '../usecases/today/view';
import type { ChangeResult } from '../usecases/waiting/change-result';
import * as accepting from '../usecases/workbook-mode/accept-as-it-is';
import * as details from '../usecases/workbook-mode/confirm-details';
import { confirmPayments as confirmUpTo } from '../usecases/workbook-mode/confirm-payments';
import * as copied from '../usecases/workbook-mode/copied-workbook';
import * as mending from '../usecases/workbook-mode/mend-tabs';
import * as sendAs from '../usecases/workbook-mode/send-as';
import * as takingOver from '../usecases/workbook-mode/take-over';
import * as mode from '../usecases/workbook-mode/workbook-mode';

/** What the Today view shows. */
export function getToday(): Result<TodayView> {
  return asked([], [], showToday);
}

/** Plans the day now. */
export function planNow(): Result<ChangeResult> {
  return asked([], [], planDay);
}

/** What the hourly trigger does, at the press of a button. */
export function runHour(): Result<HourResult> {
  return asked([], [], (ports) => runHourNow(ports, NOTICING));
}

/** Sends the next approved mails, a few at a time. */
export function sendNext(): Result<SendResult> {
  return asked([], [], (ports) => sendStep(ports, { unattended: false, notice: NOTICING?.messages }));
}

/** Confirms up to which day payments are in the sheet. */
export function confirmPayments(isoDay: string): Result<ChangeResult> {
  return asked([isoDay], [aText], confirmUpTo);
}

/** Switches between Preview and Live. */
export function setLive(on: boolean): Result<ChangeResult> {
  return asked([on], [aFlag], mode.setLive);
}

/** Turns the hourly schedule on or off. */
export function setAutomatic(on: boolean): Result<ChangeResult> {
  return asked([on], [aFlag], mode.setAutomatic);
}

/** Makes the user the one who sends. */
export function becomeSender(): Result<ChangeResult> {
  return asked([], [], takingOver.becomeSender);
}

/** Sends the sender a test from the shared address of "Send as". */
export function testSendAs(): Result<ChangeResult> {
  return asked([], [], sendAs.testSendAs);
}

/** The test came from the shared address. */
export function confirmSendAs(): Result<ChangeResult> {
  return asked([], [], sendAs.confirmSendAs);
}

/** The test came from the account's own address. */
export function denySendAs(): Result<ChangeResult> {
  return asked([], [], sendAs.denySendAs);
}

/** Confirms changed payment details; `typed` is the end of them where it is asked for. */
export function confirmDetails(typed?: string): Result<ChangeResult> {
  return asked([typed], [aTextIfAny], details.confirmDetails);
}

/** Accepts the invoice table as it is. */
export function acceptTable(): Result<ChangeResult> {
  return asked([], [], accepting.acceptTable);
}

/** Accepts the log as it is. */
export function acceptLog(): Result<ChangeResult> {
  return asked([], [], accepting.acceptLog);
}

/** Gives the cells of our tabs their formats again, and AR Log what was written down. */
export function mendTabs(): Result<ChangeResult> {
  return asked([], [], mending.mendTabs);
}

/** Goes on working in a copied workbook. */
export function moveHere(): Result<ChangeResult> {
  return asked([], [], copied.moveHere);
}

/** Starts without history in a copied workbook. */
export function startAfresh(): Result<ChangeResult> {
  return asked([], [], copied.startAfresh);
}
