// The functions of the server that the sidebar calls: their names, arguments and answers.
import type { ContactOutcome } from '../../dunning/policy/outcomes';
import type {
  ChangeResult,
  ContactChange,
  CustomersView,
  CustomerView,
  DataCheckView,
  DisputeRequest,
  ForecastView,
  FormulasView,
  FoundInvoices,
  GoingLiveChoices,
  GoingLiveView,
  OutcomeDetails,
  PolicyView,
  ProblemsView,
  PromiseRequest,
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
} from '../../entry/sidebar-calls';

/** What a person may correct in one mail before it goes out. */
export interface MailEdit {
  to: string;
  cc: string;
  subject: string;
  body: string;
  /** Name of the text it began from, where that is another than the policy's. */
  text?: string;
}

/** Every server function by name; each answers over `google.script.run` with a `Result` of what stands here. */
export interface SidebarCalls {
  getToday(): TodayView;
  confirmPayments(isoDay: string): ChangeResult;
  setLive(on: boolean): ChangeResult;
  setAutomatic(on: boolean): ChangeResult;
  becomeSender(): ChangeResult;
  acceptTable(): ChangeResult;
  acceptLog(): ChangeResult;
  moveHere(): ChangeResult;
  startAfresh(): ChangeResult;
  planNow(): ChangeResult;
  getReview(): ReviewView;
  getReminder(id: string): ReminderView;
  editReminder(id: string, edit: MailEdit): ReminderView;
  draftWith(id: string, template: string): { subject: string; body: string };
  voidReminder(id: string, note: string): ChangeResult;
  approveReminders(ids: string[]): ChangeResult;
  approveRoutine(ids: string[]): ChangeResult;
  undoApproval(ids: string[]): ChangeResult;
  snoozeReminder(id: string, untilIso: string): ChangeResult;
  treatAsDone(id: string, note: string): ChangeResult;
  recordOutcome(id: string, outcome: ContactOutcome, note: string, details?: OutcomeDetails): ChangeResult;
  holdCustomer(id: string, untilIso: string, reason: string): ChangeResult;
  sendTest(id: string): ChangeResult;
  sendNext(): SendResult;
  getProblems(): ProblemsView;
  retryFailed(id: string): ChangeResult;
  resolveUnconfirmed(id: string, as: 'sent' | 'approved'): ChangeResult;
  getSetup(sheetName?: string, headerRow?: number): SetupView;
  applySetup(choice: SetupChoice): SetupResult;
  showRow(sheet: string, row: number): ChangeResult;
  getWhy(): WhyView;
  getWhyOf(key: string): WhyView;
  findInvoices(words: string): FoundInvoices;
  applyGrid(): ChangeResult;
  getFormulas(): FormulasView;
  insertFormula(name: string): ChangeResult;
  getPolicy(): PolicyView;
  getForecast(days: number): ForecastView;
  getSettings(): SettingsView;
  saveSetting(name: string, value: string): ChangeResult;
  addQuietPeriod(fromIso: string, untilIso: string, name: string): ChangeResult;
  getGoingLive(choices?: GoingLiveChoices): GoingLiveView;
  applyGoingLive(choices: GoingLiveChoices): ChangeResult;
  goLive(): ChangeResult;
  getDataCheck(): DataCheckView;
  joinCustomers(keep: string, others: string[]): ChangeResult;
  keepApart(keys: string[]): ChangeResult;
  findCustomers(text: string): CustomersView;
  getCustomer(key: string): CustomerView;
  getPromises(): PromisesView;
  markReplied(key: string, note: string): ChangeResult;
  markBounced(key: string, addresses: string): ChangeResult;
  resumeCustomer(key: string): ChangeResult;
  handOver(key: string, invoiceKeys: string[], note: string): ChangeResult;
  takeBack(key: string, invoiceKeys?: string[]): ChangeResult;
  setDoNotContact(key: string, on: boolean): ChangeResult;
  changeContact(key: string, change: ContactChange): ChangeResult;
  holdCustomerUntil(key: string, invoice: string, untilIso: string, reason: string): ChangeResult;
  liftHold(row: number, seen: string): ChangeResult;
  recordPromise(request: PromiseRequest): ChangeResult;
  cancelPromise(row: number, seen: string): ChangeResult;
  recordDispute(request: DisputeRequest): ChangeResult;
  resolveDispute(
    row: number,
    seen: string,
    outcome: 'accepted' | 'partly accepted' | 'rejected',
    text: string,
  ): ChangeResult;
}

/** The name of a server function. */
export type CallName = keyof SidebarCalls;
/** The arguments of a server function. */
export type CallArguments<N extends CallName> = Parameters<SidebarCalls[N]>;
/** What a server function gives when all went well. */
export type CallValue<N extends CallName> = ReturnType<SidebarCalls[N]>;
