// The Today view: may anything be sent and why not, what waits, who sends, is the schedule alive.
import type { SendingHalt, TodayView } from '../../entry/sidebar-calls';
import { expectedLine } from '../ahead/expected-line';
import { answersView } from '../answers/answers';
import { capabilitiesView } from '../extras/capabilities';
import { formulasView } from '../formulas/formulas';
import { proposedDay } from '../rules/ask-to-go-live';
import { goingLiveView } from '../rules/going-live';
import { setupView } from '../setup/setup';
import { button, confirmDialog, dateInput, field, type Tone, textInput } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import { moneySection } from '../shell/money';
import { problemList } from '../shell/problem-list';
import type { Shell } from '../shell/shell';
import { alarmsLine, changesLine } from './changes';
import { type NextStep, nextStepOf, toldOf } from './next-step';
import { sendPanel } from './send-panel';
import { byHand, change, confirmAutomatic, fold, goLiveButton, scheduleCard, sendingCard } from './today-sending';
import { verdictOf } from './verdict';

/** Draws Today. */
export async function todayView(host: HTMLElement, shell: Shell): Promise<void> {
  const today = await shell.load(host, 'Reading the sheet…', todayView, 'getToday');
  if (!today) return;
  shell.remember(today);
  const again = (): Promise<void> => repaint(host, shell);
  host.replaceChildren(
    dateLine(today),
    ...moneySection(today),
    ...nothingOpen(today),
    verdictCard(today, shell, again),
  );
  if (!today.ready) return;
  const told = toldOf(today);
  const stale = told.some(({ actions }) => actions.some(({ call }) => call === 'confirmPayments'));
  const formulas = (): void => shell.openPage(formulasView, shell.backTo('today'));
  const rest = [
    expectedLine(shell),
    ...paceCard(today),
    ...alarmsLine(today, shell),
    ...changesLine(today, shell),
    waitingCard(today, shell, again),
    ...(stale ? [] : [paymentsCard(today, shell, again)]),
    ...(today.problems.count > 0 ? [problemsCard(today, shell)] : []),
    sendingCard(today, shell, again),
    scheduleCard(today, again),
    button('Formulas for your cells', formulas, { kind: 'quiet' }),
  ];
  host.append(el('div', { class: 'today-rest' }, ...rest));
}

/** What there is to do where the sheet was read and nobody owes anything. */
function nothingOpen(today: TodayView): HTMLElement[] {
  const isRead = today.ready && today.money.length === 0 && toldOf(today).length === 0;
  const sheet = today.workbook.sheet === '' ? 'your invoice sheet' : `“${today.workbook.sheet}”`;
  const words = `Nothing is open in ${sheet}. Put invoices below its headers, or choose another table under Set-up.`;
  return isRead ? [el('p', { class: 'money nothing-open' }, words)] : [];
}

function openSetup(shell: Shell): void {
  shell.openPage(setupView, shell.backTo('today'));
}

async function repaint(host: HTMLElement, shell: Shell): Promise<void> {
  if (!host.isConnected) return;
  await todayView(host, shell);
  const heading = host.querySelector('h1');
  if (heading && shell.focusIsLost()) focusOn(heading);
}

function dateLine({ today, company }: TodayView): HTMLElement {
  return el(
    'p',
    { class: 'eyebrow', title: company },
    el('span', {}, dayInWords(today, ''), company && ' ·'),
    company && el('span', { class: 'firm', dir: 'auto' }, company),
  );
}

function verdictCard(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const { tone, title, text } = verdictOf(today);
  const card = el('section', { class: `verdict ${tone}` }, el('h1', {}, title), text && el('p', {}, text));
  const step = nextStepOf(today);
  const told = toldOf(today);
  if (told.length > 0) {
    const items = told.map((stop, at) => stopItem(stop, step.kind === 'told' && step.at === at, today, shell, again));
    card.append(el('ul', { class: 'stops' }, ...items));
  }
  card.append(
    el('div', { class: 'next-step' }, ...stepParts(step, today, shell, again)),
    ...byHand(today, told, shell, again),
  );
  if (today.ready && !today.everLive) {
    const look = (): void => shell.openPage(goingLiveView, shell.backTo('today'));
    card.append(button('What going live would do', look, { kind: 'quiet' }));
  }
  if (today.ready && today.asOf !== today.today) {
    const asOf = dayInWords(today.asOf, today.today);
    card.append(
      el(
        'p',
        { class: 'note' },
        `The formulas still count as of ${asOf || 'no day'}. The next hourly check or “Look again” brings them up to today.`,
      ),
    );
  }
  return card;
}

/** The button of the next step; and what is approved, where sending it is not the next step. */
function stepParts(step: NextStep, today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement[] {
  const { approved, toReview } = today.waiting;
  const primary = { kind: 'primary' } as const;
  // An hourly run that does not come keeps nobody from sending by hand.
  const alerts = today.alerts.filter(({ code }) => code !== 'schedule-silent');
  const isRed = verdictOf({ ...today, alerts }).tone === 'bad';
  const send = (kind: 'primary' | 'plain'): HTMLElement => sendPanel(shell, approved, again, kind);
  const canGo = !today.switches.live || today.leaves.now > 0;
  const also = approved > 0 && canGo && today.ready && !isRed ? [send('plain')] : [];
  switch (step.kind) {
    case 'told':
      return also;
    case 'setup':
      return [button(step.label, () => openSetup(shell), primary)];
    case 'send': {
      const review = (): void => shell.open('review');
      const label = `Review ${count(toReview, 'reminder')}`;
      return [send('primary'), ...(toReview > 0 ? [button(label, review, { kind: 'plain' })] : [])];
    }
    case 'goLive':
      return [goLiveButton(shell, today, again, 'primary'), el('p', { class: 'small note' }, LIVE_LATER)];
    case 'look':
      return [button(step.label, () => change(shell, again, 'planNow'), { ...primary, busy: 'Looking…' }), ...also];
    default: {
      const { kind, label } = step;
      return [button(label, () => shell.open(kind), primary), ...(today.switches.live ? also : [])];
    }
  }
}

const LIVE_LATER =
  'Customers who never heard from you get nothing on the day of going live: they follow from the next business day.';

/** What is asked before a stop is lifted; a stop without words here is lifted at once. */
const BEFORE: Partial<Record<SendingHalt['actions'][number]['call'], { title: string; text: string; yes: string }>> = {
  acceptTable: {
    title: 'Is the invoice table complete?',
    text: 'Invoices that are no longer in it will not be reminded; their waiting reminders are cancelled.',
    yes: 'Yes, this is right',
  },
  acceptLog: {
    title: 'Accept the log as it is?',
    text: 'What is missing from it counts as never sent. Look at the rows of AR Log first; this is noted with your name.',
    yes: 'Accept the log',
  },
  moveHere: {
    title: 'Move Duesheet to this workbook?',
    text: 'This workbook carries on with the queue and the log. The other one must not send any more.',
    yes: 'Move here',
  },
  startAfresh: {
    title: 'Start afresh in this workbook?',
    text: 'The copied queue is emptied and a new log begins here. The other workbook is not touched.',
    yes: 'Start afresh',
  },
  becomeSender: {
    title: 'Send from your mailbox?',
    text: 'Reminders will go out from your Gmail. Who sends now gets a mail that says so, and their hourly run does nothing any more; yours you switch on afterwards.',
    yes: 'I send from now on',
  },
};

function stopItem(
  stop: SendingHalt,
  leads: boolean,
  today: TodayView,
  shell: Shell,
  again: () => Promise<void>,
): HTMLElement {
  const item = el('li', {}, el('p', {}, stop.message));
  for (const [at, action] of stop.actions.entries()) {
    const kind = leads && at === 0 ? 'primary' : 'plain';
    const { call, label } = action;
    if (call === 'confirmPayments') {
      item.append(paymentsForm(today, shell, again, kind === 'primary'));
    } else if (call === 'confirmDetails' && action.typed) {
      item.append(detailsForm(action.typed, label, kind, shell, again));
    } else if (call === 'openSetup') {
      item.append(button(label, () => openSetup(shell), { kind }));
    } else if (call === 'openCapabilities') {
      item.append(button(label, () => shell.openPage(capabilitiesView, shell.backTo('today')), { kind }));
    } else if (call === 'setAutomatic') {
      const { on } = action;
      const asks = on ? () => confirmAutomatic(today) : undefined;
      item.append(button(label, () => change(shell, again, call, on), { kind, asks, busy: 'Working…' }));
    } else if (call === 'answerInsolvency' || call === 'answerAssignment') {
      item.append(button(label, () => change(shell, again, call, action.key, action.on), { kind, busy: 'Working…' }));
    } else {
      // Where nobody sends yet nothing is taken from anybody.
      const isFirst = call === 'becomeSender' && today.sender.email === '';
      const before = isFirst ? undefined : BEFORE[call];
      const asks = before && (() => confirmDialog(before.title, [before.text], before.yes));
      item.append(button(label, () => change(shell, again, call), { kind, asks, busy: 'Working…' }));
    }
  }
  return item;
}

/** The confirmation of changed payment details, for which their end has to be typed. */
function detailsForm(
  asks: string,
  label: string,
  kind: 'primary' | 'plain',
  shell: Shell,
  again: () => Promise<void>,
): HTMLElement {
  const input = textInput('', { maxlength: '40' });
  const confirm = async (): Promise<void> => {
    if (input.value.trim() === '') {
      shell.alert(`Type this first: ${asks}.`);
      input.focus();
      return;
    }
    await change(shell, again, 'confirmDetails', input.value);
  };
  return el('div', { class: 'payments' }, field(asks, input), button(label, confirm, { kind, busy: 'Confirming…' }));
}

function paymentsForm(today: TodayView, shell: Shell, again: () => Promise<void>, leads: boolean): HTMLElement {
  const input = dateInput(proposedDay(today), '', today.today);
  const confirm = async (): Promise<void> => {
    if (input.value === '' || input.value > today.today) {
      shell.alert('Choose the day up to which payments are entered in the sheet; it cannot be after today.');
      input.focus();
      return;
    }
    await change(shell, again, 'confirmPayments', input.value);
  };
  const name = 'Confirm that payments are in up to this day';
  return el(
    'div',
    { class: 'payments' },
    field('Payments are in up to', input),
    button('Confirm', confirm, { kind: leads ? 'primary' : 'plain', busy: 'Confirming…', name }),
  );
}

function paymentsCard(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const { upTo, businessDaysOld } = today.payments;
  const age = businessDaysOld > 0 ? `${count(businessDaysOld, 'business day')} ago` : 'up to date';
  const known = upTo ? `Confirmed up to ${dayInWords(upTo, today.today)}, ${age}.` : 'Not confirmed yet.';
  const state = el('span', { class: 'small muted' }, upTo ? `up to ${dayInWords(upTo, today.today)}` : 'not confirmed');
  return fold('Payments', state, paymentsForm(today, shell, again, false), el('p', { class: 'hint' }, known));
}

/** How far the first contacts are, where the day's number keeps some for later. */
function paceCard({ overdue: { customers }, reached, later }: TodayView): HTMLElement[] {
  if (later === '') return [];
  return [
    el(
      'section',
      { class: 'card pace', 'aria-label': 'First contacts' },
      el('p', {}, `${grouped(reached)} of ${count(customers, 'overdue customer')} heard from you.`),
      el('progress', {
        max: Math.max(1, customers),
        value: reached,
        'aria-label': 'Overdue customers who heard from you',
      }),
      el('p', { class: 'small muted' }, later),
    ),
  ];
}

function waitingCard(today: TodayView, shell: Shell, again: () => Promise<void>): HTMLElement {
  const { waiting } = today;
  const answers = (): void => shell.openPage(answersView, shell.backTo('today'));
  const rows: [string, number, 'review' | 'problems' | typeof answers, Tone][] = [
    ['To review', waiting.toReview, 'review', 'info'],
    ['Approved, waiting to go', waiting.approved, 'review', 'good'],
    ['Calls and tasks', waiting.callsAndTasks, 'review', 'info'],
    ['Answers to decide', waiting.answers, answers, 'info'],
    ['Outcome not known', waiting.unconfirmed, 'problems', 'bad'],
    ['Failed', waiting.failed, 'problems', 'bad'],
    ['Needs fixing', waiting.needsFix, 'problems', 'warn'],
  ];
  const shown = rows.filter(([, number]) => number > 0);
  const isLook = nextStepOf(today).kind === 'look';
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'What waits'),
    shown.length > 0
      ? el(
          'ul',
          { class: 'links' },
          ...shown.map(([label, number, tab, tone]) =>
            el('li', {}, waitingRow(label, number, tone, typeof tab === 'string' ? () => shell.open(tab) : tab)),
          ),
        )
      : el('p', { class: 'muted' }, 'Nothing waits for you.'),
    isLook ? null : button('Look again', () => change(shell, again, 'planNow'), { busy: 'Looking…' }),
  );
}

function waitingRow(label: string, number: number, tone: Tone, open: () => void): HTMLElement {
  const row = el(
    'button',
    { type: 'button', class: 'link-row' },
    el('span', {}, label),
    el('span', { class: `number ${tone}` }, grouped(number)),
  );
  row.addEventListener('click', open);
  return row;
}

function problemsCard(today: TodayView, shell: Shell): HTMLElement {
  const { count: number, first } = today.problems;
  return fold(
    count(number, 'thing to put right in the sheet', 'things to put right in the sheet'),
    null,
    problemList(first.slice(0, 3), shell),
    number > 3 && button('See all', () => shell.open('problems'), { kind: 'quiet' }),
  );
}
