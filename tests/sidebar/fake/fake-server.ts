// The server behind the sidebar's tests, in the page itself: it keeps state, counts calls and can be told to fail.
import type { ReminderState } from '../../../src/dunning/history/reminder';
import type {
  AnswersView,
  ChangeResult,
  DataCheckView,
  DocumentView,
  ErasableView,
  ExplainedInvoice,
  InvoiceLink,
  PaymentsView,
  ProblemView,
  ReminderLine,
  Result,
  SetupChoice,
  TodayView,
} from '../../../src/entry/sidebar-calls';
import type { CallName, SidebarCalls } from '../../../src/sidebar/shell/calls';
import { type AheadScenario, aheadCalls } from './fake-ahead';
import { answerCalls } from './fake-answers';
import { type AuditScenario, auditCalls } from './fake-audit';
import { type ClosingScenario, closingCalls } from './fake-closing';
import { type CustomerScenario, customerCalls } from './fake-customer';
import { checkOf, decided } from './fake-data-check';
import { type FiguresScenario, figuresCalls } from './fake-figures';
import { type HelpScenario, helpCalls } from './fake-help';
import { opened } from './fake-lines';
import { paymentCalls } from './fake-payments';
import { type PortfolioScenario, portfolioCalls } from './fake-portfolio';
import { type ReviewScenario, reviewPage, told } from './fake-review';
import { type RulesScenario, rulesCalls } from './fake-rules';
import { importOf, setupFound, todayOf } from './fake-views';
import { whyCalls } from './fake-why';

/** What a test asks of the server before the page starts. */
export interface Scenario
  extends AheadScenario,
    AuditScenario,
    ClosingScenario,
    CustomerScenario,
    FiguresScenario,
    HelpScenario,
    PortfolioScenario,
    ReviewScenario,
    RulesScenario {
  /** Lines of the bank, in place of a few. */
  payments?: Partial<PaymentsView>;
  /** What the page Answers has in place of a few answers. */
  answers?: Partial<AnswersView>;
  /** Changes to Today, over what follows from the lines. */
  today?: Partial<TodayView>;
  problems?: ProblemView[];
  /** The invoices that can be explained and found. */
  invoices?: InvoiceLink[];
  /** Changes to the explanation of any invoice. */
  explained?: Partial<ExplainedInvoice>;
  /** What becomes of the documents of each mail, where the script attaches them. */
  documents?: DocumentView[];
  /** Whether the cursor stands where there is no invoice. */
  cursorElsewhere?: boolean;
  /** Customers whose personal details were kept long enough. */
  erasable?: ErasableView['customers'];
  setupQuestion?: boolean;
  /** Whether the desk's navigation is left as it opens. */
  groupsFolded?: boolean;
  emptyWorkbook?: boolean;
  /** Changes to a data check in which all is well. */
  dataCheck?: Partial<DataCheckView>;
  /** Calls that answer with a sentence. */
  refused?: Partial<Record<CallName, string>>;
  /** The code of those refusals, where one matters. */
  refusedAs?: string;
  /** Calls that break on the way, with the raw message of Google. */
  broken?: Partial<Record<CallName, string>>;
  /** Mails of one sending step, and after how many steps the server stops. */
  perStep?: number;
  stopAfterSteps?: number;
  /** Milliseconds before each answer. */
  delay?: number;
}

/** What a test reads back. */
export interface FakeServer {
  calls: { name: string; args: unknown[] }[];
  scenario: Scenario;
}

function changed(number: number, message: string): ChangeResult {
  return { changed: number, message };
}

/** The functions of the server over one scenario's state. */
function fakeCalls(scenario: Scenario): SidebarCalls {
  const { lines } = scenario;
  const today = todayOf(scenario);
  let steps = 0;
  const find = (id: string): ReminderLine => {
    const line = lines.find((candidate) => candidate.id === id);
    if (!line) throw new Error(`no reminder ${id}`);
    return line;
  };
  const move = (
    ids: string[],
    [from, to]: [ReminderState, ReminderState],
    say: string,
    next?: string,
  ): ChangeResult => {
    const those = lines.filter(({ id, state }) => ids.includes(id) && state === from);
    for (const line of those) line.state = to;
    const moved = those.map(({ id }) => id);
    return told(scenario, moved, `${moved.length} ${say}.`, next);
  };
  const set = (id: string, state: ReminderState, message: string, next?: string): ChangeResult => {
    find(id).state = state;
    return told(scenario, [id], message, next);
  };
  const lift = (code: string, message: string): ChangeResult => {
    today.stops = today.stops.filter((stop) => stop.code !== code);
    today.alerts = today.alerts.filter((alert) => alert.code !== code);
    return changed(1, message);
  };
  const inState = (state: ReminderState): ReminderLine[] => lines.filter((line) => line.state === state);

  return {
    ...rulesCalls(scenario),
    ...aheadCalls(scenario),
    ...answerCalls(scenario.answers),
    ...auditCalls(scenario),
    ...closingCalls(scenario),
    ...figuresCalls(scenario),
    ...helpCalls(scenario),
    ...paymentCalls(scenario.payments),
    ...portfolioCalls(scenario),
    getToday: () => ({ ...today, waiting: todayOf(scenario).waiting }),
    confirmPayments: (upTo) => {
      today.payments = { upTo, businessDaysOld: 1 };
      return lift('stale-payments', `Payments are in up to ${upTo}; 2 reminders are cancelled as paid.`);
    },
    setLive: (live) => {
      today.switches = { ...today.switches, live };
      return changed(1, live ? 'The workbook is live.' : 'The workbook is in preview.');
    },
    goLive: () => {
      today.switches = { ...today.switches, live: true };
      return changed(1, 'Live: first contacts begin on the next business day.');
    },
    setAutomatic: (automatic) => {
      today.switches = { ...today.switches, automatic };
      return lift('no-schedule', automatic ? 'Automatic is on.' : 'Automatic is off.');
    },
    becomeSender: () => {
      today.sender = { ...today.sender, email: today.sender.you, isYou: true, isOffered: false };
      return lift('not-sender', 'You send from now on.');
    },
    testSendAs: () => changed(1, 'Test 4821 went to you@firm.example.'),
    confirmSendAs: () => lift('send-as', 'Mails leave as accounts@firm.example from now on.'),
    denySendAs: () => changed(1, 'Gmail does not know accounts@firm.example as an address of yours.'),
    confirmDetails: () => lift('details-changed', 'The payment details are confirmed.'),
    acceptTable: () => lift('half-loaded', 'The table is taken as it is.'),
    acceptLog: () => lift('log-mismatch', 'The log is accepted.'),
    mendTabs: () => lift('log-mismatch', 'The cells have their formats again.'),
    moveHere: () => lift('copied', 'Duesheet works here now.'),
    startAfresh: () => lift('copied', 'Started afresh.'),
    planNow: () => changed(0, 'Planned: nothing new.'),
    getReviewPage: (asked) => reviewPage(scenario, asked),
    getCalls: () => ({
      asOf: today.today,
      instant: Date.parse('2026-11-23T09:00:00Z'),
      columns: { chosen: ['Product'], offered: ['Product', 'Delivery'] },
      calls: lines
        .filter(({ channel, state }) => channel === 'call' && state === 'planned')
        .map(({ id, customer, amounts, daysLate }) => {
          const words = { amounts, why: `${daysLate} days late` };
          return { id, customerKey: id, customer, contact: 'Anna Weber', phone: '+49 30 123456', owner: '', ...words };
        }),
      tally: {
        calls: lines.filter(({ channel, state }) => channel === 'call' && state === 'done').length,
        outcomes: { promised: lines.filter(({ channel, state }) => channel === 'call' && state === 'done').length },
        promised: '',
      },
    }),
    planWord: (_, text) => ({ changed: 1, message: `“${text}” waits in Review.` }),
    getDocuments: () => scenario.documents ?? [],
    getEnclosures: () => [{ name: 'Statement-2026-11-23.pdf', type: 'application/pdf', base64: btoa('%PDF-1.4') }],
    getReminder: (id) => opened({ ...find(id) }),
    editReminder: (id, edit) => {
      const view = opened({ ...find(id) });
      const html = '<p>edited</p>';
      const { to, cc, subject, body } = edit;
      const texts = { policy: 'Firm', names: ['Friendly', 'Firm'], chosen: edit.text ?? 'Firm' };
      const mail = {
        to,
        cc,
        subject,
        text: body,
        html,
        edited: true,
        attach: [],
        asFiles: false,
        draft: { subject, body },
        texts,
      };
      return { ...view, mail, message: 'Your changes are saved for this mail only.' };
    },
    draftWith: (_id, template) => ({ subject: `${template}: {{total}}`, body: `The text ${template}.` }),
    approveReminders: (ids, next) => move(ids, ['planned', 'approved'], 'approved', next),
    approveTogether: (ids, seq) => {
      const passed = ids.filter((id) => find(id).list !== 'routine' || seq < (scenario.seq ?? 1));
      const result = move(
        ids.filter((id) => !passed.includes(id)),
        ['planned', 'approved'],
        'approved',
      );
      const why = (id: string): string => `${find(id).customer}: paid meanwhile.`;
      return passed.length === 0 ? result : { ...result, passed: passed.map((id) => ({ id, why: why(id) })) };
    },
    openDesk: () => ({ opened: true }),
    getLogEnd: () => ({ seq: scenario.seq ?? 1 }),
    approveRoutine: (ids) => {
      const routine = ids.filter((id) => find(id).list === 'routine');
      return move(routine, ['planned', 'approved'], 'approved');
    },
    approveAsSecond: (id) => {
      find(id).look = '';
      return told(scenario, [id], 'Approved by you and bob@firm.example.');
    },
    undoApproval: (ids) => move(ids, ['approved', 'planned'], 'back to review'),
    snoozeReminder: (id, until, next) => {
      find(id).snoozedUntil = until;
      return set(id, 'snoozed', `Put off until ${until}.`, next);
    },
    treatAsDone: (id, _note, next) => set(id, 'skipped', 'Treated as done.', next),
    recordOutcome: (id, outcome) => set(id, 'done', `Noted: ${outcome}.`),
    undoOutcome: (id) => set(id, 'planned', 'Taken back.'),
    holdCustomer: (id) => set(id, 'cancelled', 'Reminders to the customer are paused.'),
    sendTest: () => changed(0, 'A test is on its way to you@firm.example.'),
    sendNext: () => {
      steps += 1;
      const going = inState('approved').slice(0, scenario.perStep ?? 10);
      const halted = scenario.stopAfterSteps !== undefined && steps > scenario.stopAfterSteps;
      if (!halted) for (const line of going) line.state = 'sent';
      const sent = halted ? 0 : going.length;
      const stopped = halted ? 'Today’s limit of recipients is reached.' : '';
      const remaining = inState('approved').length;
      const others = { cancelled: 0, backToReview: 0, failed: 0, waits: '' };
      return { sent, ...others, remaining, stopped, message: `${sent} sent.` };
    },
    getProblems: () => ({
      failed: inState('failed').map((line) => ({ ...line, error: 'Gmail refused the address.', attempts: 1 })),
      unconfirmed: inState('unconfirmed').map((line) => ({
        ...line,
        to: 'ap@alder.example',
        startedAt: '2026-11-23 08:02',
      })),
      needsFix: inState('needs-fix'),
      rows: scenario.problems ?? [],
    }),
    retryFailed: (id) => set(id, 'approved', 'Queued again.'),
    resolveUnconfirmed: (id, as) =>
      set(id, as === 'sent' ? 'sent' : 'approved', as === 'sent' ? 'Noted as sent.' : 'Queued again.'),
    getImport: () => importOf(),
    importList: ({ contacts, chased }) => changed(contacts.length + chased.length, 'The list is written.'),
    getSetup: (sheet, headerRow) => setupFound(scenario, sheet, headerRow),
    applySetup: (choice: SetupChoice) => {
      today.ready = true;
      return { did: [`Reads “${choice.sheet}”.`, 'Created 9 tabs.'], problems: [] };
    },
    getFormulas: () => ({ ready: { DAYS_PAST_DUE: "=DAYS_PAST_DUE('Invoices'!D2:D, AS_OF)" } }),
    insertFormula: () => changed(1, 'Put into Invoices!K2.'),
    showRow: (_sheet, row) => changed(0, `Row ${row} is shown.`),
    ...whyCalls(scenario),
    ...customerCalls(scenario),
    getDataCheck: () => checkOf(scenario),
    previewErasure: () => ({
      customer: 'Alder & Finch Ltd',
      entries: 12,
      keepsName: true,
      goes: 'Contact, addresses, phone and notes in AR Customers, and addresses and notes in the log.',
      stays: 'The name stays, as the invoice sheet has 3 rows of theirs.',
    }),
    getErasable: () => ({ months: 36, asOf: '2026-11-23', customers: scenario.erasable ?? [] }),
    erasePersons: (keys) => {
      scenario.erasable = (scenario.erasable ?? []).filter(({ key }) => !keys.includes(key));
      return changed(keys.length, 'The personal details are erased.');
    },
    remindAssigned: (_key, assignee) =>
      changed(1, `A mail about the invoices assigned to ${assignee} waits in Review.`),
    answerAssignment: () => lift('assignment-emptied', 'Invoices of Acme stay assigned to Factor Bank.'),
    answerInsolvency: () => lift('insolvency-emptied', 'Acme stays insolvent since 3 Nov.'),
    keepAddress: (key) => changed(1, `${key} is written to at the address of AR Customers.`),
    joinCustomers: (keep) => changed(1, `Joined with “${decided(scenario, keep)}”.`),
    keepApart: ([keep = '']) => changed(1, `“${decided(scenario, keep)}” stays apart.`),
  };
}

function answerTo(calls: SidebarCalls, scenario: Scenario, name: CallName, args: unknown[]): Result<unknown> {
  const refused = scenario.refused?.[name];
  if (refused !== undefined) return { ok: false, code: scenario.refusedAs ?? 'refused', message: refused };
  const run: unknown = Reflect.get(calls, name);
  const value: unknown = typeof run === 'function' ? run.apply(calls, args) : null;
  // As Google does it: what crosses over is a copy, not the same object.
  return { ok: true, value: JSON.parse(JSON.stringify(value)) };
}

/** Puts `google.script.run` over the scenario into the page and gives what the test reads back. */
function installFake(scenario: Scenario): FakeServer {
  const server: FakeServer = { calls: [], scenario };
  const calls = fakeCalls(scenario);
  const runner = (succeed: (answer: unknown) => void, fail: (error: Error) => void): object =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler: typeof succeed) => runner(handler, fail);
          if (name === 'withFailureHandler') return (handler: typeof fail) => runner(succeed, handler);
          return (...args: unknown[]) => {
            const call = String(name) as CallName;
            server.calls.push({ name: call, args });
            setTimeout(() => {
              const broken = scenario.broken?.[call];
              if (broken !== undefined) fail(new Error(broken));
              else succeed(answerTo(calls, scenario, call, args));
            }, scenario.delay ?? 0);
          };
        },
      },
    );
  Object.assign(window, {
    google: {
      script: {
        run: runner(
          () => undefined,
          () => undefined,
        ),
      },
    },
    fake: server,
  });
  return server;
}

declare global {
  interface Window {
    fake: FakeServer;
    scenario: Scenario;
    pwned?: number;
  }
}

installFake(window.scenario);
