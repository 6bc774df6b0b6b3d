// The functions the sidebar calls: each a few lines that hand over to a use case and turn every error into a sentence.

import { answer } from '../google/answer';
import { googlePorts } from '../google/compose';
import { planDay } from '../usecases/plan-day';
import { type PlanReport, type PreviewOptions, previewPlan as preview } from '../usecases/preview-plan';
import * as review from '../usecases/review';
import { type HourResult, runHour as hour } from '../usecases/run-hour';
import { sendStep } from '../usecases/send';
import { sendTest as test } from '../usecases/send-test';
import { applySetup as setUp, showSetup } from '../usecases/set-up';
import { insertReadyFormula, showFormulas } from '../usecases/show-formulas';
import { showProblems, showReminder, showReview } from '../usecases/show-reminders';
import { showRow as show } from '../usecases/show-row';
import { showToday } from '../usecases/show-today';
import * as switches from '../usecases/switches';
import type {
  Answer,
  ChangeResult,
  FormulasView,
  ProblemsView,
  ReminderView,
  ReviewView,
  SendResult,
  SetupChoice,
  SetupResult,
  SetupView,
  TodayView,
} from '../usecases/views';

export type { PlanReport, PreviewOptions } from '../usecases/preview-plan';
export type * from '../usecases/views';

/** What the Today view shows. */
export function getToday(): Answer<TodayView> {
  return answer(() => showToday(googlePorts()));
}

/** What waits for review. */
export function getReview(): Answer<ReviewView> {
  return answer(() => showReview(googlePorts()));
}

/** One reminder with its reasons, invoices and mail. */
export function getReminder(id: string): Answer<ReminderView> {
  return answer(() => showReminder(googlePorts(), id));
}

/** What failed, is unconfirmed, needs fixing or cannot be read. */
export function getProblems(): Answer<ProblemsView> {
  return answer(() => showProblems(googlePorts()));
}

/** What set-up found, for the person to correct. */
export function getSetup(sheetName?: string, headerRow?: number): Answer<SetupView> {
  return answer(() => showSetup(googlePorts(), sheetName ?? '', headerRow ?? 0));
}

/** Creates the tabs from what the person confirmed. */
export function applySetup(choice: SetupChoice): Answer<SetupResult> {
  return answer(() => setUp(googlePorts(), choice));
}

/** The plan of a day, without changing anything. */
export function previewPlan(options?: PreviewOptions): Answer<PlanReport> {
  return answer(() => preview(googlePorts(), options ?? {}));
}

/** Plans the day now. */
export function planNow(): Answer<ChangeResult> {
  return answer(() => planDay(googlePorts()));
}

/** What the hourly trigger does, at the press of a button. */
export function runHour(): Answer<HourResult> {
  return answer(() => hour(googlePorts()));
}

/** Sends the next approved mails, a few at a time. */
export function sendNext(): Answer<SendResult> {
  return answer(() => sendStep(googlePorts(), { unattended: false }));
}

/** Sends the mail of a reminder to the user alone. */
export function sendTest(id: string): Answer<ChangeResult> {
  return answer(() => test(googlePorts(), id));
}

/** Approves reminders. */
export function approveReminders(ids: string[]): Answer<ChangeResult> {
  return answer(() => review.approveReminders(googlePorts(), ids));
}

/** Takes approvals back. */
export function undoApproval(ids: string[]): Answer<ChangeResult> {
  return answer(() => review.undoApproval(googlePorts(), ids));
}

/** Puts a reminder off until a day. */
export function snoozeReminder(id: string, untilIso: string): Answer<ChangeResult> {
  return answer(() => review.snoozeReminder(googlePorts(), id, untilIso));
}

/** Counts a stage as done without a contact. */
export function treatAsDone(id: string, note: string): Answer<ChangeResult> {
  return answer(() => review.treatAsDone(googlePorts(), id, note));
}

/** Records what came of a call, a message or a task. */
export function recordOutcome(id: string, outcome: string, note: string): Answer<ChangeResult> {
  return answer(() => review.recordOutcome(googlePorts(), id, outcome, note));
}

/** Changes recipients or words of one mail. */
export function editReminder(
  id: string,
  edit: { to: string; cc: string; subject: string; body: string },
): Answer<ReminderView> {
  return answer(() => {
    review.editReminder(googlePorts(), id, edit);
    return showReminder(googlePorts(), id);
  });
}

/** Puts the customer of a reminder on hold. */
export function holdCustomer(id: string, untilIso: string, reason: string): Answer<ChangeResult> {
  return answer(() => review.holdCustomer(googlePorts(), id, untilIso, reason));
}

/** Lets a failed mail be tried again. */
export function retryFailed(id: string): Answer<ChangeResult> {
  return answer(() => review.retryFailed(googlePorts(), id));
}

/** Says whether an unconfirmed mail was found in Sent. */
export function resolveUnconfirmed(id: string, found: string): Answer<ChangeResult> {
  return answer(() => review.resolveUnconfirmed(googlePorts(), id, found));
}

/** Confirms up to which day payments are in the sheet. */
export function confirmPayments(isoDay: string): Answer<ChangeResult> {
  return answer(() => switches.confirmPayments(googlePorts(), isoDay));
}

/** Switches between Preview and Live. */
export function setLive(on: boolean): Answer<ChangeResult> {
  return answer(() => switches.setLive(googlePorts(), on));
}

/** Turns the hourly schedule on or off. */
export function setAutomatic(on: boolean): Answer<ChangeResult> {
  return answer(() => switches.setAutomatic(googlePorts(), on));
}

/** Makes the user the one who sends. */
export function becomeSender(): Answer<ChangeResult> {
  return answer(() => switches.becomeSender(googlePorts()));
}

/** Accepts the invoice table as it is. */
export function acceptTable(): Answer<ChangeResult> {
  return answer(() => switches.acceptTable(googlePorts()));
}

/** Accepts the log as it is. */
export function acceptLog(): Answer<ChangeResult> {
  return answer(() => switches.acceptLog(googlePorts()));
}

/** Goes on working in a copied workbook. */
export function moveHere(): Answer<ChangeResult> {
  return answer(() => switches.moveHere(googlePorts()));
}

/** Starts without history in a copied workbook. */
export function startAfresh(): Answer<ChangeResult> {
  return answer(() => switches.startAfresh(googlePorts()));
}

/** The formulas, ready for the team's own columns. */
export function getFormulas(): Answer<FormulasView> {
  return answer(() => showFormulas(googlePorts()));
}

/** Puts a ready formula into the selected cell. */
export function insertFormula(name: string): Answer<ChangeResult> {
  return answer(() => insertReadyFormula(googlePorts(), name));
}

/** Puts the cursor on a row of a sheet. */
export function showRow(sheet: string, row: number): Answer<ChangeResult> {
  return answer(() => show(googlePorts(), sheet, row));
}
