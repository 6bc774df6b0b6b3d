// What a person may decide about a reminder instead of sending it, and what came of a call, a message or a task.
import { channelSpec, isSentByUs } from '../../dunning/policy/channels';
import type { ContactOutcome } from '../../dunning/policy/outcomes';
import type { ChangeResult, OutcomeDetails, ReminderView } from '../../entry/sidebar-calls';
import { complain, dayField, disputeFields, type Fields, promiseFields } from '../shell/agreement-fields';
import { button, dateInput, field, textInput } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { daysAfter } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { type WordTick, wordTick } from '../shell/word-tick';

/** Ends the work on a reminder: back to the list, which follows what was done. */
export type Finish = (result: ChangeResult, undo?: () => Promise<ChangeResult | undefined>) => void;

/** A week: long enough that a customer who asked for time is not asked again at once. */
const LATER_DAYS = 7;

/** The outcome of what a person does by hand, a call or a task: one click, or two where a day or a reason belongs to it. */
export function outcomeForm(reminder: ReminderView, shell: Shell, asOf: string, finish: Finish): HTMLElement {
  const channel = channelSpec(reminder.channel);
  if (channel.sentBy === 'us') return el('section');
  const note = el('textarea', { rows: 2 });
  const record = async (outcome: ContactOutcome, details?: OutcomeDetails, word?: WordTick): Promise<boolean> => {
    const given = details === undefined ? [] : [details];
    const result = await shell.ask('recordOutcome', reminder.id, outcome, note.value.trim(), ...given);
    // What was agreed with it is taken back on the customer's card.
    const isAlone = details === undefined;
    if (result && word) result.message = await word.after(result.message);
    if (result) finish(result, isAlone ? () => shell.ask('undoOutcome', reminder.id) : undefined);
    return result !== undefined;
  };
  const plain = channel.outcomes.map(([outcome, label]) => ({ label, act: () => record(outcome) }));
  const spoken = channel.isAnswered ? spokenOutcomes(reminder, shell, asOf, record) : [];
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, `What came of it? (${channel.title})`),
    field('Note', note, 'Kept in the log with your name.'),
    buttonRow('What came of it', [...plain, ...spoken]),
  );
}

type Recorder = (outcome: ContactOutcome, details: OutcomeDetails, word?: WordTick) => Promise<boolean>;

/** What somebody may say, with what belongs to it; what was agreed counts at once. */
function spokenOutcomes(
  { invoiceLines, customerKey }: ReminderView,
  shell: Shell,
  asOf: string,
  record: Recorder,
): { label: string; form: () => InlineForm }[] {
  const asked = invoiceLines.filter(({ role }) => role !== 'credit');
  const currencies = [...new Set(asked.map(({ currency }) => currency))];
  const subjects = { invoices: asked.map(({ invoice }) => invoice), currencies, asOf };
  const form = <T extends OutcomeDetails>(
    outcome: ContactOutcome,
    title: string,
    hint: string,
    fields: Fields<T>,
    word?: WordTick,
  ) => ({
    label: `${title}…`,
    form: (): InlineForm => ({
      title,
      hint,
      fields: [...fields.elements, ...(word ? [word.element] : [])],
      submit: 'Record',
      act: async () => {
        const details = fields.read(shell);
        return details !== null && (await record(outcome, details, word));
      },
    }),
  });
  const back = dayField('On', 'Nothing is sent up to and including that day.', daysAfter(asOf, 1), {
    min: asOf,
    needed: true,
  });
  const paid = dayField('Paid on (optional)', 'The payment has five business days to come in.', '', { max: asOf });
  return [
    form(
      'promised',
      'Promised',
      'Nothing is asked for until that day and its grace have passed.',
      promiseFields(subjects),
      wordTick('Promise noted', customerKey, shell),
    ),
    form('disputes', 'Disputes', 'What is disputed is not asked for until it is resolved.', disputeFields(subjects)),
    form('will call back', 'Will call back', '', back),
    form('paid', 'Says it is paid', '', paid, wordTick('Apology', customerKey, shell)),
  ];
}

/** The ways not to send: not now, treat as done, hold the customer. */
export function decisionForms(reminder: ReminderView, shell: Shell, asOf: string, finish: Finish): HTMLElement {
  return el(
    'section',
    { class: 'card forms' },
    el('h2', {}, isSentByUs(reminder.channel) ? 'Instead of sending' : 'Instead of doing it'),
    reminder.state !== 'needs-fix' && later(reminder, shell, asOf, finish),
    reminder.state !== 'needs-fix' && treatAsDone(reminder, shell, finish),
    hold(reminder, shell, asOf, finish),
  );
}

function fold(title: string, ...children: Child[]): HTMLElement {
  return el('details', {}, el('summary', {}, title), el('div', { class: 'fold' }, ...children));
}

function later(reminder: ReminderView, shell: Shell, asOf: string, finish: Finish): HTMLElement {
  const tomorrow = daysAfter(asOf, 1);
  const until = dateInput(daysAfter(asOf, LATER_DAYS), tomorrow);
  const putOff = async (): Promise<void> => {
    if (until.value === '' || until.value < tomorrow) return void complain(shell, 'Choose a day after today.', until);
    const result = await shell.ask('snoozeReminder', reminder.id, until.value);
    if (result) finish(result, () => shell.ask('undoApproval', [reminder.id]));
  };
  return fold(
    'Not now, until…',
    field('Until', until, 'It comes back to Review on that day.'),
    button('Put off', putOff, { busy: 'Saving…' }),
  );
}

function treatAsDone(reminder: ReminderView, shell: Shell, finish: Finish): HTMLElement {
  const note = textInput('');
  const done = async (): Promise<void> =>
    report(await shell.ask('treatAsDone', reminder.id, note.value.trim()), finish);
  return fold(
    'Skip this step…',
    el(
      'p',
      { class: 'muted' },
      `Nothing is sent and this step counts as done${reminder.next ? `; ${reminder.next}` : ''}.`,
    ),
    field('Note (optional)', note),
    button('Skip this step', done, { busy: 'Saving…' }),
  );
}

function hold(reminder: ReminderView, shell: Shell, asOf: string, finish: Finish): HTMLElement {
  const until = dateInput('', asOf);
  const reason = textInput('');
  const place = async (): Promise<void> => {
    if (reason.value.trim() === '')
      return void complain(shell, 'Say why reminders are paused, so that others know.', reason);
    if (until.value !== '' && until.value < asOf)
      return void complain(shell, 'Choose today or a later day, or leave it empty.', until);
    report(await shell.ask('holdCustomer', reminder.id, until.value, reason.value.trim()), finish);
  };
  return fold(
    'Pause reminders to this customer…',
    el('p', { class: 'muted' }, 'No reminder goes to them while the pause lasts, for any invoice.'),
    field('Reason', reason),
    field('Until (optional)', until, 'Empty: until you end it under Customers. That day itself is still protected.'),
    button('Pause reminders', place, { busy: 'Saving…' }),
  );
}

function report(result: ChangeResult | undefined, finish: Finish): void {
  if (result) finish(result);
}
