// What the sidebar asks for about customers: their card, what people note about them, promises and disputes, two spellings of one.
import * as v from 'valibot';
import { aFlag, aList, aListIfAny, aNumber, asked, aText, aTextIfAny } from '../google/asked';
import * as holds from '../usecases/agreements/holds';
import * as words from '../usecases/agreements/plan-word';
import * as disputes from '../usecases/agreements/record-dispute';
import * as plans from '../usecases/agreements/record-plan';
import * as promises from '../usecases/agreements/record-promise';
import { showPromises } from '../usecases/agreements/show-promises';
import type { PromisesView } from '../usecases/agreements/view';
import { answerAssignment as answerAssigned } from '../usecases/customers/answer-assignment';
import { answerInsolvency as answer } from '../usecases/customers/answer-insolvency';
import * as owners from '../usecases/customers/change-owners';
import * as erasing from '../usecases/customers/erase-person';
import { findCustomers as find } from '../usecases/customers/find-customers';
import { showHandOverFile } from '../usecases/customers/hand-over-file';
import * as marks from '../usecases/customers/manual-status';
import * as customers from '../usecases/customers/merge-customers';
import { remindAssigned as askForAssigned } from '../usecases/customers/remind-assigned';
import { showCustomer } from '../usecases/customers/show-customer';
import {
  type CustomersView,
  type CustomerView,
  type ErasableView,
  type ErasureView,
  type HandOverFileView,
  type OwnerChange,
  ownerChanges,
} from '../usecases/customers/view';
import { searchAll as seek } from '../usecases/find/search';
import { showSent } from '../usecases/find/sent-list';
import { type SearchView, type SentRequest, type SentView, sentRequest } from '../usecases/find/view';
import { undoNoticed as undo } from '../usecases/replies/undo-noticed';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** Customers by a part of what is known of them; an owner's alone where one is named. */
export function findCustomers(text: string, owner?: string): Result<CustomersView> {
  return asked([text, owner], [aText, v.nullish(aText, null)], find);
}

/** The search over everything. */
export function searchAll(text: string): Result<SearchView> {
  return asked([text], [aText], seek);
}

/** The Sent list: sought, filtered, and cut to what is shown. */
export function getSent(request: SentRequest): Result<SentView> {
  return asked([request], [sentRequest], showSent);
}

/** Gives customers to another owner. */
export function changeOwners(changes: OwnerChange[]): Result<ChangeResult> {
  return asked([changes], [ownerChanges], owners.changeOwners);
}

/** The card of a customer. */
export function getCustomer(key: string): Result<CustomerView> {
  return asked([key], [aText], showCustomer);
}

/** Notes that a customer replied. */
export function markReplied(key: string, note: string): Result<ChangeResult> {
  return asked([key, note], [aText, aTextIfAny], marks.markReplied);
}

/** Notes that mail to a customer came back. */
export function markBounced(key: string, addresses: string): Result<ChangeResult> {
  return asked([key, addresses], [aText, aTextIfAny], marks.markBounced);
}

/** Lifts a reply and a bounce. */
export function resumeCustomer(key: string): Result<ChangeResult> {
  return asked([key], [aText], marks.resumeCustomer);
}

/** Hands invoices of a customer over to somebody else. */
export function handOver(key: string, invoiceKeys: string[], note: string): Result<ChangeResult> {
  return asked([key, invoiceKeys, note], [aText, aList, aTextIfAny], marks.handOver);
}

/** The hand-over file of a customer. */
export function getHandOverFile(key: string): Result<HandOverFileView> {
  return asked([key], [aText], showHandOverFile);
}

/** Takes handed-over invoices back. */
export function takeBack(key: string, invoiceKeys?: string[]): Result<ChangeResult> {
  return asked([key, invoiceKeys], [aText, v.nullish(aList, [])], marks.takeBack);
}

/** Marks a customer as one nobody writes to, or lifts that. */
export function setDoNotContact(key: string, on: boolean): Result<ChangeResult> {
  return asked([key, on], [aText, aFlag], marks.setDoNotContact);
}

/** Says whether a customer is insolvent as was noted. */
export function answerInsolvency(key: string, stands: boolean): Result<ChangeResult> {
  return asked([key, stands], [aText, aFlag], answer);
}

/** Says whether a customer's invoices are still assigned as was noted. */
export function answerAssignment(key: string, stands: boolean): Result<ChangeResult> {
  return asked([key, stands], [aText, aFlag], answerAssigned);
}

/** Asks for a mail about a customer's assigned invoices, which says how the assignee is paid. */
export function remindAssigned(key: string, assignee: string, payTo: string): Result<ChangeResult> {
  return asked([key, assignee, payTo], [aText, aText, aText], askForAssigned);
}

/** Keeps a customer's address beside another one in the invoice sheet. */
export function keepAddress(key: string): Result<ChangeResult> {
  return asked([key], [aText], marks.keepAddress);
}

/** Changes how a customer is reached. */
export function changeContact(key: string, change: marks.ContactChange): Result<ChangeResult> {
  return asked([key, change], [aText, marks.contactChange], marks.changeContact);
}

/** Puts a customer or one invoice on hold. */
export function holdCustomerUntil(
  key: string,
  invoice: string,
  untilIso: string,
  reason: string,
): Result<ChangeResult> {
  return asked([key, invoice, untilIso, reason], [aText, aTextIfAny, aTextIfAny, aTextIfAny], holds.holdCustomerUntil);
}

/** Lifts a hold. */
export function liftHold(row: number, seen: string): Result<ChangeResult> {
  return asked([row, seen], [aNumber, aText], (ports) => holds.liftHold(ports, { row, seen }));
}

/** Promises and disputes with how they stand. */
export function getPromises(): Result<PromisesView> {
  return asked([], [], showPromises);
}

/** Records a promise to pay. */
export function recordPromise(request: promises.PromiseRequest): Result<ChangeResult> {
  return asked([request], [promises.promiseRequest], promises.recordPromise);
}

/** Records a payment plan. */
export function recordPlan(request: plans.PlanRequest): Result<ChangeResult> {
  return asked([request], [plans.planRequest], plans.recordPlan);
}

/** Cancels a promise to pay, or the plan it is an instalment of. */
export function cancelPromise(row: number, seen: string): Result<ChangeResult> {
  return asked([row, seen], [aNumber, aText], (ports) => promises.cancelPromise(ports, { row, seen }));
}

/** Plans an apology, the mail about what was promised, or invoices once more, for review. */
export function planWord(key: string, text: string, invoices?: string[], withCalendar?: boolean): Result<ChangeResult> {
  const taken = [aText, aText, aListIfAny, v.nullish(v.boolean(), false)] as const;
  return asked([key, text, invoices, withCalendar], taken, words.planWord);
}

/** Records a dispute. */
export function recordDispute(request: disputes.DisputeRequest): Result<ChangeResult> {
  return asked([request], [disputes.disputeRequest], disputes.recordDispute);
}

/** Resolves a dispute. */
export function resolveDispute(
  row: number,
  seen: string,
  outcome: string,
  text: string,
  newDate?: string,
): Result<ChangeResult> {
  return asked(
    [row, seen, outcome, text, newDate],
    [aNumber, aText, aText, aTextIfAny, aTextIfAny],
    (ports, place, words, how, decided, day) =>
      disputes.resolveDispute(ports, { row: place, seen: words }, how, decided, day),
  );
}

/** Makes several spellings one customer. */
export function joinCustomers(keep: string, others: string[]): Result<ChangeResult> {
  return asked([keep, others], [aText, aList], customers.mergeCustomers);
}

/** Remembers that customers who look like one are different ones. */
export function keepApart(keys: string[]): Result<ChangeResult> {
  return asked([keys], [aList], customers.keepApart);
}

/** What erasing the personal details of a customer would do. */
export function previewErasure(key: string): Result<ErasureView> {
  return asked([key], [aText], erasing.previewErasure);
}

/** Customers whose personal details were kept long enough. */
export function getErasable(): Result<ErasableView> {
  return asked([], [], erasing.showErasable);
}

/** Erases the personal details of customers. */
export function erasePersons(keys: string[]): Result<ChangeResult> {
  return asked([keys], [aList], erasing.erasePersons);
}

/** Takes back what was noticed of a message in the mailbox. */
export function undoNoticed(messageId: string): Result<ChangeResult> {
  return asked([messageId], [aText], undo);
}
