// The sidebar and the server agree: every function the sidebar calls is an entry function with those arguments and answers.
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/entry/sidebar-calls';
import * as entry from '../../src/entry/sidebar-calls';
import type { CallArguments, CallName, CallValue } from '../../src/sidebar/shell/calls';

/** The entry functions as the sidebar takes them to be; an argument or an answer that differs does not compile. */
const served: { [N in CallName]: (...args: CallArguments<N>) => Result<CallValue<N>> } = entry;

const CALLED: Record<CallName, true> = {
  getToday: true,
  confirmPayments: true,
  setLive: true,
  setAutomatic: true,
  becomeSender: true,
  acceptTable: true,
  acceptLog: true,
  moveHere: true,
  startAfresh: true,
  planNow: true,
  getReview: true,
  getReminder: true,
  editReminder: true,
  draftWith: true,
  voidReminder: true,
  approveReminders: true,
  approveRoutine: true,
  undoApproval: true,
  snoozeReminder: true,
  treatAsDone: true,
  recordOutcome: true,
  holdCustomer: true,
  sendTest: true,
  sendNext: true,
  getProblems: true,
  retryFailed: true,
  resolveUnconfirmed: true,
  getSetup: true,
  applySetup: true,
  showRow: true,
  getWhy: true,
  getWhyOf: true,
  findInvoices: true,
  applyGrid: true,
  getFormulas: true,
  insertFormula: true,
  getPolicy: true,
  getForecast: true,
  getSettings: true,
  saveSetting: true,
  addQuietPeriod: true,
  getGoingLive: true,
  applyGoingLive: true,
  goLive: true,
  getDataCheck: true,
  joinCustomers: true,
  keepApart: true,
  findCustomers: true,
  getCustomer: true,
  getPromises: true,
  markReplied: true,
  markBounced: true,
  resumeCustomer: true,
  handOver: true,
  takeBack: true,
  setDoNotContact: true,
  changeContact: true,
  holdCustomerUntil: true,
  liftHold: true,
  recordPromise: true,
  cancelPromise: true,
  recordDispute: true,
  resolveDispute: true,
};

describe('the calls of the sidebar', () => {
  it('are all served by the entry functions', () => {
    const missing = Object.keys(CALLED).filter((name) => typeof Reflect.get(served, name) !== 'function');
    expect(missing).toEqual([]);
  });
});
