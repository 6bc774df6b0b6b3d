// What the sidebar asks for in Review and Problems: waiting reminders, and what people decide about them.
import * as v from 'valibot';
import { aList, aNumber, asked, aText, aTextIfAny } from '../google/asked';
import { showCalls } from '../usecases/calls/show-calls';
import type { DocumentView } from '../usecases/letters/documents';
import type { Result } from '../usecases/result';
import { applyGrid as decideInGrid } from '../usecases/review/apply-grid';
import { approveTogether as approveChecked } from '../usecases/review/approve-together';
import { draftWith as draftOf } from '../usecases/review/draft-with';
import { followedBy } from '../usecases/review/followed-by';
import * as outcome from '../usecases/review/record-outcome';
import * as review from '../usecases/review/review';
import { listReview } from '../usecases/review/review-lines';
import { showReviewPage } from '../usecases/review/review-page';
import { approveAsSecond as approveSecond } from '../usecases/review/second-approval';
import { showDocuments, showEnclosures, showProblems, showReminder } from '../usecases/review/show-reminders';
import { voidReminder as takeBackReminder } from '../usecases/review/void-reminder';
import { sendTest as testToOneself } from '../usecases/sending/send-test';
import type { ChangeResult } from '../usecases/waiting/change-result';
import {
  type CallsView,
  type EnclosureView,
  type ProblemsView,
  type ReminderView,
  type ReviewAsked,
  type ReviewListView,
  type ReviewPageView,
  reviewRequest,
} from '../usecases/waiting/view';

const someNumbers = v.nullish(v.array(aNumber), []);

/** All that waits for review. */
export function getReview(): Result<ReviewListView> {
  return asked([], [], listReview);
}

/** The Review page: sought, sorted, counted, and cut to what is shown. */
export function getReviewPage(request?: ReviewAsked): Result<ReviewPageView> {
  return asked([request], [v.nullish(reviewRequest, {})], showReviewPage);
}

/** One reminder with its reasons, invoices and mail. */
export function getReminder(id: string): Result<ReminderView> {
  return asked([id], [aText], showReminder);
}

/** The documents of the invoices of a reminder: which would come along as files, and why others would not. */
export function getDocuments(id: string): Result<DocumentView[]> {
  return asked([id], [aText], showDocuments);
}

/** The files that are made for the mail of a reminder, as they would be now. */
export function getEnclosures(id: string): Result<EnclosureView[]> {
  return asked([id], [aText], showEnclosures);
}

/** The calls that wait, and what came of those of today; for the printed list with the invoices of each. */
export function getCalls(invoices?: boolean): Result<CallsView> {
  return asked([invoices], [v.nullish(v.boolean(), false)], showCalls);
}

/** What failed, is unconfirmed, needs fixing or cannot be read. */
export function getProblems(): Result<ProblemsView> {
  return asked([], [], showProblems);
}

/** Sends the mail of a reminder to the user alone. */
export function sendTest(id: string): Result<ChangeResult> {
  return asked([id], [aText], testToOneself);
}

/** Approves reminders; `next` comes opened with the answer, `seen` is the entry of the log up to which each was seen. */
export function approveReminders(ids: string[], next?: string, seen?: number[]): Result<ChangeResult> {
  return asked([ids, next, seen], [aList, aTextIfAny, someNumbers], (ports, chosen, then, upTo) =>
    followedBy(ports, review.approveReminders(ports, chosen, upTo), then),
  );
}

/** Approves many that are routine, each decided again now; `seq` is the entry of the log up to which they were seen. */
export function approveTogether(ids: string[], seq: number): Result<ChangeResult> {
  return asked([ids, seq], [aList, aNumber], approveChecked);
}

/** Approves those of the reminders that are routine; `seen` is the entry of the log up to which each was seen. */
export function approveRoutine(ids: string[], seen?: number[]): Result<ChangeResult> {
  return asked([ids, seen], [aList, someNumbers], review.approveRoutine);
}

/** Approves a reminder as the second person. */
export function approveAsSecond(id: string): Result<ChangeResult> {
  return asked([id], [aText], approveSecond);
}

/** Takes approvals back. */
export function undoApproval(ids: string[]): Result<ChangeResult> {
  return asked([ids], [aList], review.undoApproval);
}

/** Puts a reminder off until a day; `next` comes opened with the answer. */
export function snoozeReminder(id: string, untilIso: string, next?: string): Result<ChangeResult> {
  return asked([id, untilIso, next], [aText, aText, aTextIfAny], (ports, one, until, then) =>
    followedBy(ports, review.snoozeReminder(ports, one, until), then),
  );
}

/** Counts a stage as done without a contact; `next` comes opened with the answer. */
export function treatAsDone(id: string, note: string, next?: string): Result<ChangeResult> {
  return asked([id, note, next], [aText, aTextIfAny, aTextIfAny], (ports, one, said, then) =>
    followedBy(ports, review.treatAsDone(ports, one, said), then),
  );
}

/** Records what came of a call, a message or a task, and what follows from it. */
export function recordOutcome(
  id: string,
  result: string,
  note: string,
  details?: outcome.OutcomeDetails,
  next?: string,
): Result<ChangeResult> {
  return asked(
    [id, result, note, details, next],
    [aText, aText, aTextIfAny, v.nullish(outcome.outcomeDetails, {}), aTextIfAny],
    (ports, one, what, said, more, then) =>
      followedBy(ports, outcome.recordOutcome(ports, one, what, said, more), then),
  );
}

/** Takes an outcome back that was recorded by mistake. */
export function undoOutcome(id: string): Result<ChangeResult> {
  return asked([id], [aText], outcome.undoOutcome);
}

/** Changes recipients or words of one mail. */
export function editReminder(id: string, edit: review.MailEdit): Result<ReminderView & { message: string }> {
  return asked([id, edit], [aText, review.mailEdit], (ports, reminder, change) => {
    const { message } = review.editReminder(ports, reminder, change);
    return { ...showReminder(ports, reminder), message };
  });
}

/** The draft that another text makes of a mail; nothing is stored. */
export function draftWith(id: string, template: string): Result<{ subject: string; body: string }> {
  return asked([id, template], [aText, aText], draftOf);
}

/** Takes a reminder back that was sent or done: its stages are to be done again. */
export function voidReminder(id: string, note: string): Result<ChangeResult> {
  return asked([id, note], [aText, aTextIfAny], takeBackReminder);
}

/** Puts the customer of a reminder on hold. */
export function holdCustomer(id: string, untilIso: string, reason: string, next?: string): Result<ChangeResult> {
  return asked(
    [id, untilIso, reason, next],
    [aText, aTextIfAny, aTextIfAny, aTextIfAny],
    (ports, one, until, why, then) => followedBy(ports, review.holdCustomer(ports, one, until, why), then),
  );
}

/** Lets a failed mail be tried again. */
export function retryFailed(id: string): Result<ChangeResult> {
  return asked([id], [aText], review.retryFailed);
}

/** Says whether an unconfirmed mail was found in Sent. */
export function resolveUnconfirmed(id: string, found: string): Result<ChangeResult> {
  return asked([id, found], [aText, aText], review.resolveUnconfirmed);
}

/** Acts on the column Decide of AR Queue. */
export function applyGrid(): Result<ChangeResult> {
  return asked([], [], decideInGrid);
}
