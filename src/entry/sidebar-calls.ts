// The functions the sidebar calls: each a few lines that hand over to a use case and turn every error into a sentence.

import { googlePorts } from '../google/ports';
import { toResult } from '../google/result';
import * as holds from '../usecases/agreements/holds';
import * as disputes from '../usecases/agreements/record-dispute';
import * as promises from '../usecases/agreements/record-promise';
import { showPromises } from '../usecases/agreements/show-promises';
import type { PromisesView } from '../usecases/agreements/view';
import type { ChangeResult } from '../usecases/change-result';
import * as marks from '../usecases/customers/manual-status';
import * as customers from '../usecases/customers/merge-customers';
import { findCustomers as find, showCustomer } from '../usecases/customers/show-customer';
import type { CustomersView, CustomerView } from '../usecases/customers/view';
import { showDataCheck } from '../usecases/data-check/data-check';
import { showRow as show } from '../usecases/data-check/show-row';
import type { DataCheckView } from '../usecases/data-check/view';
import * as why from '../usecases/explain/show-why';
import type { FoundInvoices, WhyView } from '../usecases/explain/view';
import { insertReadyFormula, showFormulas } from '../usecases/formulas/show-formulas';
import type { FormulasView } from '../usecases/formulas/view';
import { goLive as becomeLive, applyGoingLive as beginWork, showGoingLive } from '../usecases/going-live/go-live';
import type { GoingLiveChoices, GoingLiveView } from '../usecases/going-live/view';
import { showForecast } from '../usecases/outlook/show-forecast';
import type { ForecastView } from '../usecases/outlook/view';
import { planDay } from '../usecases/planning/plan-day';
import { type PlanReport, type PreviewOptions, previewPlan as preview } from '../usecases/planning/preview-plan';
import { showPolicy } from '../usecases/policy-page/show-policy';
import type { PolicyView } from '../usecases/policy-page/view';
import type { Result } from '../usecases/result';
import { applyGrid as decideInGrid } from '../usecases/review/apply-grid';
import { draftWith as draftOf } from '../usecases/review/draft-with';
import { type OutcomeDetails, recordOutcome as outcomeOf } from '../usecases/review/record-outcome';
import * as review from '../usecases/review/review';
import { showProblems, showReminder, showReview } from '../usecases/review/show-reminders';
import type { ProblemsView, ReminderView, ReviewView } from '../usecases/review/view';
import { voidReminder as voided } from '../usecases/review/void-reminder';
import { type HourResult, runHour as hour } from '../usecases/sending/run-hour';
import { sendStep } from '../usecases/sending/send';
import { sendTest as test } from '../usecases/sending/send-test';
import type { SendResult } from '../usecases/sending/view';
import * as saving from '../usecases/settings/save-setting';
import { showSettings } from '../usecases/settings/show-settings';
import type { SettingsView } from '../usecases/settings/view';
import { applySetup as setUp, showSetup } from '../usecases/setup/set-up';
import type { SetupChoice, SetupResult, SetupView } from '../usecases/setup/view';
import { showToday } from '../usecases/today/show-today';
import type { TodayView } from '../usecases/today/view';
import * as accepting from '../usecases/workbook-mode/accept-as-it-is';
import { confirmPayments as paymentsConfirmed } from '../usecases/workbook-mode/confirm-payments';
import * as copied from '../usecases/workbook-mode/copied-workbook';
import * as mode from '../usecases/workbook-mode/workbook-mode';

export type { DisputeRequest } from '../usecases/agreements/record-dispute';
export type { PromiseRequest } from '../usecases/agreements/record-promise';
export type * from '../usecases/agreements/view';
export type { ChangeResult } from '../usecases/change-result';
export type { ContactChange } from '../usecases/customers/manual-status';
export type * from '../usecases/customers/view';
export type * from '../usecases/data-check/view';
export type * from '../usecases/explain/view';
export type * from '../usecases/formulas/view';
export type * from '../usecases/going-live/view';
export type { MailTexts } from '../usecases/letters/mail-texts';
export type * from '../usecases/outlook/view';
export type { PlanReport, PreviewOptions } from '../usecases/planning/preview-plan';
export type * from '../usecases/policy-page/view';
export type { Result as Answer } from '../usecases/result';
export type { OutcomeDetails } from '../usecases/review/record-outcome';
export type * from '../usecases/review/view';
export type * from '../usecases/sending/view';
export type * from '../usecases/settings/view';
export type * from '../usecases/setup/view';
export type * from '../usecases/today/view';
export type { SendingHalt as StopView } from '../workbook/halt';
export type { ProblemView } from '../workbook/problems';
export type { SeenRow } from '../workbook/seen-rows';

/** What the Today view shows. */
export function getToday(): Result<TodayView> {
  return toResult(() => showToday(googlePorts()));
}

/** What waits for review. */
export function getReview(): Result<ReviewView> {
  return toResult(() => showReview(googlePorts()));
}

/** One reminder with its reasons, invoices and mail. */
export function getReminder(id: string): Result<ReminderView> {
  return toResult(() => showReminder(googlePorts(), id));
}

/** What failed, is unconfirmed, needs fixing or cannot be read. */
export function getProblems(): Result<ProblemsView> {
  return toResult(() => showProblems(googlePorts()));
}

/** What set-up found, for the person to correct. */
export function getSetup(sheetName?: string, headerRow?: number): Result<SetupView> {
  return toResult(() => showSetup(googlePorts(), sheetName ?? '', headerRow ?? 0));
}

/** Creates the tabs from what the person confirmed. */
export function applySetup(choice: SetupChoice): Result<SetupResult> {
  return toResult(() => setUp(googlePorts(), choice));
}

/** The plan of a day, without changing anything. */
export function previewPlan(options?: PreviewOptions): Result<PlanReport> {
  return toResult(() => preview(googlePorts(), options ?? {}));
}

/** Plans the day now. */
export function planNow(): Result<ChangeResult> {
  return toResult(() => planDay(googlePorts()));
}

/** What the hourly trigger does, at the press of a button. */
export function runHour(): Result<HourResult> {
  return toResult(() => hour(googlePorts()));
}

/** Sends the next approved mails, a few at a time. */
export function sendNext(): Result<SendResult> {
  return toResult(() => sendStep(googlePorts(), { unattended: false }));
}

/** Sends the mail of a reminder to the user alone. */
export function sendTest(id: string): Result<ChangeResult> {
  return toResult(() => test(googlePorts(), id));
}

/** Approves reminders. */
export function approveReminders(ids: string[]): Result<ChangeResult> {
  return toResult(() => review.approveReminders(googlePorts(), ids));
}

/** Approves those of the reminders that are routine. */
export function approveRoutine(ids: string[]): Result<ChangeResult> {
  return toResult(() => review.approveRoutine(googlePorts(), ids));
}

/** Takes approvals back. */
export function undoApproval(ids: string[]): Result<ChangeResult> {
  return toResult(() => review.undoApproval(googlePorts(), ids));
}

/** Puts a reminder off until a day. */
export function snoozeReminder(id: string, untilIso: string): Result<ChangeResult> {
  return toResult(() => review.snoozeReminder(googlePorts(), id, untilIso));
}

/** Counts a stage as done without a contact. */
export function treatAsDone(id: string, note: string): Result<ChangeResult> {
  return toResult(() => review.treatAsDone(googlePorts(), id, note));
}

/** Records what came of a call, a message or a task, and what follows from it. */
export function recordOutcome(
  id: string,
  outcome: string,
  note: string,
  details?: OutcomeDetails,
): Result<ChangeResult> {
  return toResult(() => outcomeOf(googlePorts(), id, outcome, note, details ?? {}));
}

/** Changes recipients or words of one mail. */
export function editReminder(
  id: string,
  edit: { to: string; cc: string; subject: string; body: string; text?: string },
): Result<ReminderView> {
  return toResult(() => {
    review.editReminder(googlePorts(), id, edit);
    return showReminder(googlePorts(), id);
  });
}

/** The draft that another text makes of a mail; nothing is stored. */
export function draftWith(id: string, template: string): Result<{ subject: string; body: string }> {
  return toResult(() => draftOf(googlePorts(), id, template));
}

/** Takes a reminder back that was sent or done: its stages are to be done again. */
export function voidReminder(id: string, note: string): Result<ChangeResult> {
  return toResult(() => voided(googlePorts(), id, note));
}

/** Puts the customer of a reminder on hold. */
export function holdCustomer(id: string, untilIso: string, reason: string): Result<ChangeResult> {
  return toResult(() => review.holdCustomer(googlePorts(), id, untilIso, reason));
}

/** Lets a failed mail be tried again. */
export function retryFailed(id: string): Result<ChangeResult> {
  return toResult(() => review.retryFailed(googlePorts(), id));
}

/** Says whether an unconfirmed mail was found in Sent. */
export function resolveUnconfirmed(id: string, found: string): Result<ChangeResult> {
  return toResult(() => review.resolveUnconfirmed(googlePorts(), id, found));
}

/** Confirms up to which day payments are in the sheet. */
export function confirmPayments(isoDay: string): Result<ChangeResult> {
  return toResult(() => paymentsConfirmed(googlePorts(), isoDay));
}

/** Switches between Preview and Live. */
export function setLive(on: boolean): Result<ChangeResult> {
  return toResult(() => mode.setLive(googlePorts(), on));
}

/** Turns the hourly schedule on or off. */
export function setAutomatic(on: boolean): Result<ChangeResult> {
  return toResult(() => mode.setAutomatic(googlePorts(), on));
}

/** Makes the user the one who sends. */
export function becomeSender(): Result<ChangeResult> {
  return toResult(() => mode.becomeSender(googlePorts()));
}

/** Accepts the invoice table as it is. */
export function acceptTable(): Result<ChangeResult> {
  return toResult(() => accepting.acceptTable(googlePorts()));
}

/** Accepts the log as it is. */
export function acceptLog(): Result<ChangeResult> {
  return toResult(() => accepting.acceptLog(googlePorts()));
}

/** Goes on working in a copied workbook. */
export function moveHere(): Result<ChangeResult> {
  return toResult(() => copied.moveHere(googlePorts()));
}

/** Starts without history in a copied workbook. */
export function startAfresh(): Result<ChangeResult> {
  return toResult(() => copied.startAfresh(googlePorts()));
}

/** Why the invoice under the cursor is reminded of, or why not. */
export function getWhy(): Result<WhyView> {
  return toResult(() => why.showWhy(googlePorts()));
}

/** Why an invoice is reminded of, or why not. */
export function getWhyOf(key: string): Result<WhyView> {
  return toResult(() => why.showWhyOf(googlePorts(), key));
}

/** Invoices by number or customer, to choose one. */
export function findInvoices(words: string): Result<FoundInvoices> {
  return toResult(() => why.findInvoices(googlePorts(), words));
}

/** Acts on the column Decide of AR Queue. */
export function applyGrid(): Result<ChangeResult> {
  return toResult(() => decideInGrid(googlePorts()));
}

/** The formulas, ready for the team's own columns. */
export function getFormulas(): Result<FormulasView> {
  return toResult(() => showFormulas(googlePorts()));
}

/** Puts a ready formula into the selected cell. */
export function insertFormula(name: string): Result<ChangeResult> {
  return toResult(() => insertReadyFormula(googlePorts(), name));
}

/** Puts the cursor on a row of a sheet. */
export function showRow(sheet: string, row: number): Result<ChangeResult> {
  return toResult(() => show(googlePorts(), sheet, row));
}

/** What was read, what looks wrong, and who looks like one customer. */
export function getDataCheck(): Result<DataCheckView> {
  return toResult(() => showDataCheck(googlePorts()));
}

/** Makes several spellings one customer. */
export function joinCustomers(keep: string, others: string[]): Result<ChangeResult> {
  return toResult(() => customers.mergeCustomers(googlePorts(), keep, others));
}

/** Remembers that customers who look like one are different ones. */
export function keepApart(keys: string[]): Result<ChangeResult> {
  return toResult(() => customers.keepApart(googlePorts(), keys));
}

/** Customers by a part of their name, number or invoice number. */
export function findCustomers(text: string): Result<CustomersView> {
  return toResult(() => find(googlePorts(), text));
}

/** The card of a customer. */
export function getCustomer(key: string): Result<CustomerView> {
  return toResult(() => showCustomer(googlePorts(), key));
}

/** Promises and disputes with how they stand. */
export function getPromises(): Result<PromisesView> {
  return toResult(() => showPromises(googlePorts()));
}

/** Notes that a customer replied. */
export function markReplied(key: string, note: string): Result<ChangeResult> {
  return toResult(() => marks.markReplied(googlePorts(), key, note));
}

/** Notes that mail to a customer came back. */
export function markBounced(key: string, addresses: string): Result<ChangeResult> {
  return toResult(() => marks.markBounced(googlePorts(), key, addresses));
}

/** Lifts a reply and a bounce. */
export function resumeCustomer(key: string): Result<ChangeResult> {
  return toResult(() => marks.resumeCustomer(googlePorts(), key));
}

/** Hands invoices of a customer over to somebody else. */
export function handOver(key: string, invoiceKeys: string[], note: string): Result<ChangeResult> {
  return toResult(() => marks.handOver(googlePorts(), key, invoiceKeys, note));
}

/** Takes handed-over invoices back. */
export function takeBack(key: string, invoiceKeys?: string[]): Result<ChangeResult> {
  return toResult(() => marks.takeBack(googlePorts(), key, invoiceKeys ?? []));
}

/** Marks a customer as one nobody writes to, or lifts that. */
export function setDoNotContact(key: string, on: boolean): Result<ChangeResult> {
  return toResult(() => marks.setDoNotContact(googlePorts(), key, on));
}

/** Changes how a customer is reached. */
export function changeContact(key: string, change: marks.ContactChange): Result<ChangeResult> {
  return toResult(() => marks.changeContact(googlePorts(), key, change));
}

/** Puts a customer or one invoice on hold. */
export function holdCustomerUntil(
  key: string,
  invoice: string,
  untilIso: string,
  reason: string,
): Result<ChangeResult> {
  return toResult(() => holds.holdCustomerUntil(googlePorts(), key, invoice, untilIso, reason));
}

/** Lifts a hold. */
export function liftHold(row: number, seen: string): Result<ChangeResult> {
  return toResult(() => holds.liftHold(googlePorts(), { row, seen }));
}

/** Records a promise to pay. */
export function recordPromise(request: promises.PromiseRequest): Result<ChangeResult> {
  return toResult(() => promises.recordPromise(googlePorts(), request));
}

/** Cancels a promise to pay. */
export function cancelPromise(row: number, seen: string): Result<ChangeResult> {
  return toResult(() => promises.cancelPromise(googlePorts(), { row, seen }));
}

/** Records a dispute. */
export function recordDispute(request: disputes.DisputeRequest): Result<ChangeResult> {
  return toResult(() => disputes.recordDispute(googlePorts(), request));
}

/** Resolves a dispute. */
export function resolveDispute(row: number, seen: string, outcome: string, text: string): Result<ChangeResult> {
  return toResult(() => disputes.resolveDispute(googlePorts(), { row, seen }, outcome, text));
}

/** The policy, and what is off in it. */
export function getPolicy(): Result<PolicyView> {
  return toResult(() => showPolicy(googlePorts()));
}

/** The next days if nobody pays. */
export function getForecast(days: number): Result<ForecastView> {
  return toResult(() => showForecast(googlePorts(), days));
}

/** The settings, and the days to come on which nothing is sent. */
export function getSettings(): Result<SettingsView> {
  return toResult(() => showSettings(googlePorts()));
}

/** Writes one setting. */
export function saveSetting(name: string, value: string): Result<ChangeResult> {
  return toResult(() => saving.saveSetting(googlePorts(), name, value));
}

/** Adds a period in which nothing is sent. */
export function addQuietPeriod(fromIso: string, untilIso: string, name: string): Result<ChangeResult> {
  return toResult(() => saving.addQuietPeriod(googlePorts(), fromIso, untilIso, name));
}

/** Going live: the overdue customers by age, and what would happen. */
export function getGoingLive(choices?: GoingLiveChoices): Result<GoingLiveView> {
  return toResult(() => showGoingLive(googlePorts(), choices ?? null));
}

/** Writes down how the overdue customers begin. */
export function applyGoingLive(choices: GoingLiveChoices): Result<ChangeResult> {
  return toResult(() => beginWork(googlePorts(), choices));
}

/** Goes live; first contacts begin on the next business day. */
export function goLive(): Result<ChangeResult> {
  return toResult(() => becomeLive(googlePorts()));
}
