// The functions the sidebar calls: each a few lines that hand over to a use case and turn every error into a sentence.

import { answer } from '../google/answer';
import { googlePorts } from '../google/compose';
import { applyGrid as decideInGrid } from '../usecases/apply-grid';
import * as marks from '../usecases/customer-marks';
import { showDataCheck } from '../usecases/data-check';
import { draftWith as draftOf } from '../usecases/draft-with';
import * as holds from '../usecases/holds';
import * as customers from '../usecases/join-customers';
import { goLive as becomeLive, applyGoingLive as beginWork, showGoingLive } from '../usecases/onboarding';
import { planDay } from '../usecases/plan-day';
import { type PlanReport, type PreviewOptions, previewPlan as preview } from '../usecases/preview-plan';
import * as disputes from '../usecases/record-dispute';
import { type OutcomeDetails, recordOutcome as outcomeOf } from '../usecases/record-outcome';
import * as promises from '../usecases/record-promise';
import * as review from '../usecases/review';
import { type HourResult, runHour as hour } from '../usecases/run-hour';
import * as saving from '../usecases/save-setting';
import { sendStep } from '../usecases/send';
import { sendTest as test } from '../usecases/send-test';
import { applySetup as setUp, showSetup } from '../usecases/set-up';
import { findCustomers as find, showCustomer } from '../usecases/show-customer';
import { showForecast } from '../usecases/show-forecast';
import { insertReadyFormula, showFormulas } from '../usecases/show-formulas';
import { showPolicy } from '../usecases/show-policy';
import { showPromises } from '../usecases/show-promises';
import { showProblems, showReminder, showReview } from '../usecases/show-reminders';
import { showRow as show } from '../usecases/show-row';
import { showSettings } from '../usecases/show-settings';
import { showToday } from '../usecases/show-today';
import * as why from '../usecases/show-why';
import * as switches from '../usecases/switches';
import type {
  Answer,
  ChangeResult,
  CustomersView,
  CustomerView,
  DataCheckView,
  ForecastView,
  FormulasView,
  FoundInvoices,
  GoingLiveChoices,
  GoingLiveView,
  PolicyView,
  ProblemsView,
  PromisesView,
  ReminderView,
  ReviewView,
  SendResult,
  SettingsView,
  SetupChoice,
  SetupResult,
  SetupView,
  TodayView,
  WhyView,
} from '../usecases/views';
import { voidReminder as voided } from '../usecases/void-reminder';

export type { ContactChange } from '../usecases/customer-marks';
export type { PlanReport, PreviewOptions } from '../usecases/preview-plan';
export type { DisputeRequest } from '../usecases/record-dispute';
export type { OutcomeDetails } from '../usecases/record-outcome';
export type { PromiseRequest } from '../usecases/record-promise';
export type { SeenRow } from '../usecases/tab-rows';
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

/** Approves those of the reminders that are routine. */
export function approveRoutine(ids: string[]): Answer<ChangeResult> {
  return answer(() => review.approveRoutine(googlePorts(), ids));
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

/** Records what came of a call, a message or a task, and what follows from it. */
export function recordOutcome(
  id: string,
  outcome: string,
  note: string,
  details?: OutcomeDetails,
): Answer<ChangeResult> {
  return answer(() => outcomeOf(googlePorts(), id, outcome, note, details ?? {}));
}

/** Changes recipients or words of one mail. */
export function editReminder(
  id: string,
  edit: { to: string; cc: string; subject: string; body: string; text?: string },
): Answer<ReminderView> {
  return answer(() => {
    review.editReminder(googlePorts(), id, edit);
    return showReminder(googlePorts(), id);
  });
}

/** The draft that another text makes of a mail; nothing is stored. */
export function draftWith(id: string, template: string): Answer<{ subject: string; body: string }> {
  return answer(() => draftOf(googlePorts(), id, template));
}

/** Takes a reminder back that was sent or done: its stages are to be done again. */
export function voidReminder(id: string, note: string): Answer<ChangeResult> {
  return answer(() => voided(googlePorts(), id, note));
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

/** Why the invoice under the cursor is reminded of, or why not. */
export function getWhy(): Answer<WhyView> {
  return answer(() => why.showWhy(googlePorts()));
}

/** Why an invoice is reminded of, or why not. */
export function getWhyOf(key: string): Answer<WhyView> {
  return answer(() => why.showWhyOf(googlePorts(), key));
}

/** Invoices by number or customer, to choose one. */
export function findInvoices(words: string): Answer<FoundInvoices> {
  return answer(() => why.findInvoices(googlePorts(), words));
}

/** Acts on the column Decide of AR Queue. */
export function applyGrid(): Answer<ChangeResult> {
  return answer(() => decideInGrid(googlePorts()));
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

/** What was read, what looks wrong, and who looks like one customer. */
export function getDataCheck(): Answer<DataCheckView> {
  return answer(() => showDataCheck(googlePorts()));
}

/** Makes several spellings one customer. */
export function joinCustomers(keep: string, others: string[]): Answer<ChangeResult> {
  return answer(() => customers.joinCustomers(googlePorts(), keep, others));
}

/** Remembers that customers who look like one are different ones. */
export function keepApart(keys: string[]): Answer<ChangeResult> {
  return answer(() => customers.keepApart(googlePorts(), keys));
}

/** Customers by a part of their name, number or invoice number. */
export function findCustomers(text: string): Answer<CustomersView> {
  return answer(() => find(googlePorts(), text));
}

/** The card of a customer. */
export function getCustomer(key: string): Answer<CustomerView> {
  return answer(() => showCustomer(googlePorts(), key));
}

/** Promises and disputes with how they stand. */
export function getPromises(): Answer<PromisesView> {
  return answer(() => showPromises(googlePorts()));
}

/** Notes that a customer replied. */
export function markReplied(key: string, note: string): Answer<ChangeResult> {
  return answer(() => marks.markReplied(googlePorts(), key, note));
}

/** Notes that mail to a customer came back. */
export function markBounced(key: string, addresses: string): Answer<ChangeResult> {
  return answer(() => marks.markBounced(googlePorts(), key, addresses));
}

/** Lifts a reply and a bounce. */
export function resumeCustomer(key: string): Answer<ChangeResult> {
  return answer(() => marks.resumeCustomer(googlePorts(), key));
}

/** Hands invoices of a customer over to somebody else. */
export function handOver(key: string, invoiceKeys: string[], note: string): Answer<ChangeResult> {
  return answer(() => marks.handOver(googlePorts(), key, invoiceKeys, note));
}

/** Takes handed-over invoices back. */
export function takeBack(key: string, invoiceKeys?: string[]): Answer<ChangeResult> {
  return answer(() => marks.takeBack(googlePorts(), key, invoiceKeys ?? []));
}

/** Marks a customer as one nobody writes to, or lifts that. */
export function setDoNotContact(key: string, on: boolean): Answer<ChangeResult> {
  return answer(() => marks.setDoNotContact(googlePorts(), key, on));
}

/** Changes how a customer is reached. */
export function changeContact(key: string, change: marks.ContactChange): Answer<ChangeResult> {
  return answer(() => marks.changeContact(googlePorts(), key, change));
}

/** Puts a customer or one invoice on hold. */
export function holdCustomerUntil(
  key: string,
  invoice: string,
  untilIso: string,
  reason: string,
): Answer<ChangeResult> {
  return answer(() => holds.holdCustomerUntil(googlePorts(), key, invoice, untilIso, reason));
}

/** Lifts a hold. */
export function liftHold(row: number, seen: string): Answer<ChangeResult> {
  return answer(() => holds.liftHold(googlePorts(), { row, seen }));
}

/** Records a promise to pay. */
export function recordPromise(request: promises.PromiseRequest): Answer<ChangeResult> {
  return answer(() => promises.recordPromise(googlePorts(), request));
}

/** Cancels a promise to pay. */
export function cancelPromise(row: number, seen: string): Answer<ChangeResult> {
  return answer(() => promises.cancelPromise(googlePorts(), { row, seen }));
}

/** Records a dispute. */
export function recordDispute(request: disputes.DisputeRequest): Answer<ChangeResult> {
  return answer(() => disputes.recordDispute(googlePorts(), request));
}

/** Resolves a dispute. */
export function resolveDispute(row: number, seen: string, outcome: string, text: string): Answer<ChangeResult> {
  return answer(() => disputes.resolveDispute(googlePorts(), { row, seen }, outcome, text));
}

/** The policy, and what is off in it. */
export function getPolicy(): Answer<PolicyView> {
  return answer(() => showPolicy(googlePorts()));
}

/** The next days if nobody pays. */
export function getForecast(days: number): Answer<ForecastView> {
  return answer(() => showForecast(googlePorts(), days));
}

/** The settings, and the days to come on which nothing is sent. */
export function getSettings(): Answer<SettingsView> {
  return answer(() => showSettings(googlePorts()));
}

/** Writes one setting. */
export function saveSetting(name: string, value: string): Answer<ChangeResult> {
  return answer(() => saving.saveSetting(googlePorts(), name, value));
}

/** Adds a period in which nothing is sent. */
export function addQuietPeriod(fromIso: string, untilIso: string, name: string): Answer<ChangeResult> {
  return answer(() => saving.addQuietPeriod(googlePorts(), fromIso, untilIso, name));
}

/** Going live: the overdue customers by age, and what would happen. */
export function getGoingLive(choices?: GoingLiveChoices): Answer<GoingLiveView> {
  return answer(() => showGoingLive(googlePorts(), choices ?? null));
}

/** Writes down how the overdue customers begin. */
export function applyGoingLive(choices: GoingLiveChoices): Answer<ChangeResult> {
  return answer(() => beginWork(googlePorts(), choices));
}

/** Goes live; first contacts begin on the next business day. */
export function goLive(): Answer<ChangeResult> {
  return answer(() => becomeLive(googlePorts()));
}
