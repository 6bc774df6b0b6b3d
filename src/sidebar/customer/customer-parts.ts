// The parts of a customer's card: balances, what waits, what is running, facts, what changed.
import { CHANNELS } from '../../dunning/policy/channels';
import type { CustomerView, RunningView } from '../../entry/sidebar-calls';
import { choice, complain } from '../shell/agreement-fields';
import { button, confirmDialog, dateInput, field, pill, type Tone, textInput, tickBox } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { businessDayFrom, count, dayInWords, daysAfter } from '../shell/format';
import { composeLink } from '../shell/gmail-links';
import { buttonRow } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';
import type { Changed } from './mark-forms';

/** What is open, a block per currency. */
export function balancesCard({ balances }: CustomerView): HTMLElement {
  if (balances.length === 0) return el('p', { class: 'muted' }, 'Nothing is open.');
  const rows = balances.flatMap(({ open, overdue, credits, disputed }) => [
    { label: 'Overdue', value: overdue },
    { label: 'Open', value: open },
    { label: 'In dispute', value: disputed },
    { label: 'Credits', value: credits },
  ]);
  return el('section', { class: 'card' }, el('h3', {}, 'Balance'), factList(rows, 'figure'));
}

const WAITING: Readonly<Record<string, string>> = {
  planned: 'To review',
  approved: 'Approved',
  snoozed: 'Not now',
  'needs-fix': 'Needs fixing',
  sending: 'Sending',
  failed: 'Failed',
  unconfirmed: 'Outcome not known',
};

/** The waiting reminder. @param open opens it */
export function waitingCard({ waiting }: CustomerView, open: (id: string) => void): HTMLElement[] {
  if (!waiting) return [];
  const { id, amounts, stage, channel, why, state } = waiting;
  return [
    el(
      'section',
      { class: 'card' },
      el(
        'h3',
        {},
        `A ${CHANNELS[channel].noun} waits `,
        pill(WAITING[state] ?? state, state === 'planned' ? 'info' : 'calm'),
      ),
      el('p', {}, `${amounts}, ${stage}`),
      el('p', { class: 'hint' }, why),
      button('Open it', () => open(id)),
    ),
  ];
}

/** Everything that stops reminders, each with what ends it. */
export function runningCard(customer: CustomerView, shell: Shell, changed: Changed): HTMLElement[] {
  const { running } = customer;
  if (running.length === 0) return [];
  return [
    el(
      'section',
      { class: 'card' },
      el('h3', {}, 'What stops reminders'),
      el('ul', { class: 'running' }, ...running.map((one) => runningItem(one, customer, shell, changed))),
    ),
  ];
}

const KINDS: Record<RunningView['kind'], [string, Tone]> = {
  everybody: ['All stopped', 'bad'],
  'do-not-contact': ['Do not contact', 'bad'],
  'direct-debit': ['Direct debit', 'info'],
  insolvent: ['Insolvent', 'bad'],
  assigned: ['Assigned', 'calm'],
  consumer: ['Consumer', 'warn'],
  unconfirmed: ['Unconfirmed', 'bad'],
  replied: ['Replied', 'info'],
  bounced: ['Bounced', 'bad'],
  hold: ['Paused', 'warn'],
  promise: ['Promised', 'good'],
  dispute: ['Disputed', 'warn'],
  'handed-over': ['Handed over', 'calm'],
};

function runningItem(one: RunningView, customer: CustomerView, shell: Shell, changed: Changed): HTMLElement {
  const [words, tone] = KINDS[one.kind];
  const action = actionOf(one, customer, shell, changed);
  return el('li', {}, pill(words, tone), el('p', {}, one.text), el('p', { class: 'hint' }, one.lifts), action);
}

function actionOf(one: RunningView, customer: CustomerView, shell: Shell, changed: Changed): HTMLElement | null {
  const { key } = customer;
  const { action, row, seen } = one;
  const quiet = (label: string, ask: () => Promise<{ message: string } | undefined>): HTMLElement =>
    button(
      label,
      async () => {
        const result = await ask();
        if (result) await changed(result.message);
      },
      { kind: 'quiet', busy: 'Working…' },
    );
  if (action === 'resume') return quiet('Lift it and queue again', () => shell.ask('resumeCustomer', key));
  if (action === 'may-contact') return quiet('Allow contact again', () => shell.ask('setDoNotContact', key, false));
  if (action === 'remind-assigned') return assignedRow(seen, key, shell, changed);
  if (action === 'end-insolvency' || action === 'insolvency-asked') return insolvencyRow(action, quiet, shell, key);
  if (action === 'take-back') return quiet('Take it back', () => shell.ask('takeBack', key));
  if (action === 'lift-hold') return quiet('End the pause', () => shell.ask('liftHold', row, seen));
  if (action === 'cancel-promise') return quiet('Cancel the promise', () => shell.ask('cancelPromise', row, seen));
  return action === 'resolve-dispute' ? resolveRow({ row, seen, customerKey: key }, customer, shell, changed) : null;
}

/** The button that asks for a mail about assigned invoices, with the account of the assignee. */
function assignedRow(assignee: string, key: string, shell: Shell, changed: Changed): HTMLElement {
  const form = () => {
    const payTo = el('textarea', { rows: 4, maxlength: '1000' });
    payTo.value = `${assignee}\n`;
    return {
      title: 'Remind of these invoices alone',
      hint: 'The mail asks to pay the assignee and names no account of yours. It waits in Review until you approve it.',
      fields: [field('Name and account of who is to be paid', payTo)],
      submit: 'Write the mail',
      act: async (): Promise<boolean> => {
        const result = await shell.ask('remindAssigned', key, assignee, payTo.value);
        if (result) await changed(result.message);
        return result !== undefined;
      },
    };
  };
  return buttonRow('Assigned invoices', [{ label: 'Remind of them…', form }]);
}

/** The answers about an insolvency: where it is written it may be over; where it is not any more, it may stand. */
function insolvencyRow(
  action: 'end-insolvency' | 'insolvency-asked',
  quiet: (label: string, ask: () => Promise<{ message: string } | undefined>) => HTMLElement,
  shell: Shell,
  key: string,
): HTMLElement {
  const sentences = ['What dates from before is asked for again as it falls due. Nothing is sent now.'];
  const end = async () =>
    (await confirmDialog('Is the insolvency over?', sentences, 'It is over'))
      ? shell.ask('answerInsolvency', key, false)
      : undefined;
  const back = quiet('Still insolvent: write the day back', () => shell.ask('answerInsolvency', key, true));
  return el('div', {}, action === 'insolvency-asked' ? back : '', quiet('The insolvency is over', end));
}

/** How a dispute may end. */
const OUTCOMES = [
  ['rejected', 'Rejected: the invoice stands'],
  ['accepted', 'Accepted: they are right'],
  ['partly accepted', 'Accepted in part'],
] as const;

/** A new date is two weeks away unless a person says otherwise. */
const NEW_DATE_DAYS = 14;

/** The button that resolves a dispute, with its form. @param dispute its row as shown */
export function resolveRow(
  dispute: { row: number; seen: string; customerKey: string },
  { asOf }: { asOf: string },
  shell: Shell,
  changed: Changed,
): HTMLElement {
  const form = () => {
    const outcome = choice(OUTCOMES);
    const words = textInput('');
    const until = dateInput(businessDayFrom(daysAfter(asOf, NEW_DATE_DAYS)), asOf);
    const day = field(
      'New date',
      until,
      'Reminders count from it. Age and interest count from the due date as before.',
    );
    day.hidden = true;
    const word = wordTick('Apology', dispute.customerKey, shell);
    word.element.hidden = true;
    outcome.addEventListener('change', () => {
      word.element.hidden = outcome.value === 'rejected';
    });
    const give = tickBox('Give them a new date', (ticked) => {
      day.hidden = !ticked;
    });
    return {
      title: 'Resolve the dispute',
      hint: 'Five business days later the invoice may be asked for again.',
      fields: [field('Outcome', outcome), field('What was decided (optional)', words), give.element, day, word.element],
      submit: 'Resolve',
      act: async (): Promise<boolean> => {
        const chosen = OUTCOMES.find(([value]) => value === outcome.value)?.[0] ?? 'rejected';
        const newDate = give.box.checked ? until.value : '';
        if (give.box.checked && newDate < asOf)
          return complain(shell, 'Choose today or a later day as the new date.', until) ?? false;
        const { row, seen } = dispute;
        const result = await shell.ask('resolveDispute', row, seen, chosen, words.value.trim(), newDate);
        if (result) await changed(await word.after(result.message));
        return result !== undefined;
      },
    };
  };
  return buttonRow('Dispute', [{ label: 'Resolve…', form }]);
}

/** What a collector wants to know, in words. */
export function factsCard({ facts, contact: { email, cc }, doNotContact }: CustomerView): HTMLElement {
  const write = email === '' || doNotContact ? [] : composeLink({ to: email, cc });
  return el('section', { class: 'card' }, el('h3', {}, 'About them'), factList(facts), ...write);
}

/** What changed since the customer was last asked. */
export function changesCard({ changes, asOf }: CustomerView): HTMLElement[] {
  if (!changes) return [];
  const title = `Since ${dayInWords(changes.since, asOf)}, when they were last asked`;
  const lines = changes.lines.map((line) => el('li', {}, line));
  const more =
    changes.more > 0 ? el('p', { class: 'muted' }, `And ${count(changes.more, 'more change', 'more changes')}.`) : '';
  return [
    el(
      'section',
      { class: 'card' },
      el('h3', {}, title),
      lines.length > 0 ? el('ul', { class: 'plain-list' }, ...lines) : el('p', { class: 'muted' }, 'Nothing changed.'),
      more,
    ),
  ];
}
