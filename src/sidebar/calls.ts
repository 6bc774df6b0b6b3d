// The functions of the server that the sidebar calls: their names, arguments and answers.
import type {
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
} from '../entry/sidebar-calls';

/** What a person found out by a call, a WhatsApp message or a task. */
export type Outcome = 'answered' | 'no answer' | 'done';

/** What a person may correct in one mail before it goes out. */
export interface MailEdit {
  to: string;
  cc: string;
  subject: string;
  body: string;
}

/** Every server function by name; each answers over `google.script.run` with an `Answer` of what stands here. */
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
  approveReminders(ids: string[]): ChangeResult;
  undoApproval(ids: string[]): ChangeResult;
  snoozeReminder(id: string, untilIso: string): ChangeResult;
  treatAsDone(id: string, note: string): ChangeResult;
  recordOutcome(id: string, outcome: Outcome, note: string): ChangeResult;
  holdCustomer(id: string, untilIso: string, reason: string): ChangeResult;
  sendTest(id: string): ChangeResult;
  sendNext(): SendResult;
  getProblems(): ProblemsView;
  retryFailed(id: string): ChangeResult;
  resolveUnconfirmed(id: string, as: 'sent' | 'approved'): ChangeResult;
  getSetup(sheetName?: string, headerRow?: number): SetupView;
  applySetup(choice: SetupChoice): SetupResult;
  showRow(sheet: string, row: number): ChangeResult;
  getFormulas(): FormulasView;
  insertFormula(name: string): ChangeResult;
}

/** The name of a server function. */
export type CallName = keyof SidebarCalls;
/** The arguments of a server function. */
export type CallArguments<N extends CallName> = Parameters<SidebarCalls[N]>;
/** What a server function gives when all went well. */
export type CallValue<N extends CallName> = ReturnType<SidebarCalls[N]>;
