// What a person may decide about a reminder instead of sending it, and what came of a call, a message or a task.
import { type Channel, channelSpec, isSentByUs } from '../../dunning/policy/channels';
import type { ContactOutcome } from '../../dunning/policy/outcomes';
import type { ChangeResult, ReminderView } from '../../entry/sidebar-calls';
import { complain } from '../shell/agreement-fields';
import { button, dateInput, field, textInput } from '../shell/controls';
import { type Child, el } from '../shell/dom';
import { daysAfter } from '../shell/format';
import { buttonRow } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { answerForms, callOutcomes, promised, type RecordCall } from './call-outcomes';

/** Ends the work on a reminder: back to the list, which follows what was done. */
export type Finish = (result: ChangeResult, undo?: () => Promise<ChangeResult | undefined>) => void;

/** A week: long enough that a customer who asked for time is not asked again at once. */
const LATER_DAYS = 7;

/** What may be recorded at a click of what is no call, with the words on the button. */
const AT_A_CLICK: Partial<Record<Channel, [ContactOutcome, string][]>> = {
  whatsapp: [
    ['done', 'Message sent'],
    ['answered', 'They answered'],
  ],
  letter: [
    ['done', 'Letter posted'],
    ['answered', 'They answered'],
  ],
};

/** The outcome of what a person does by hand, a call or a task: one click, or two where a day or a reason belongs to it. */
export function outcomeForm(reminder: ReminderView, shell: Shell, asOf: string, finish: Finish): HTMLElement {
  const channel = channelSpec(reminder.channel);
  if (channel.sentBy === 'us') return el('section');
  const record: RecordCall = async (outcome, noted, details, also = {}) => {
    const result = await shell.ask('recordOutcome', reminder.id, outcome, noted, ...(details ? [details] : []));
    if (!result) return false;
    if (also.after) result.message = await also.after(result.message);
    const undo = async (): Promise<ChangeResult | undefined> => {
      const back = await shell.ask('undoOutcome', reminder.id);
      if (back) await also.undo?.();
      return back;
    };
    // A dispute is taken back on the customer's card.
    finish(result, outcome === 'disputes' ? undefined : undo);
    return true;
  };
  const { call } = reminder;
  if (call) return callOutcomes({ reminder, call, shell, asOf, record });
  const note = el('textarea', { rows: 2 });
  const said = (): string => note.value.trim();
  const plain = (AT_A_CLICK[reminder.channel] ?? [['done', 'Done']]).map(([outcome, label]) => ({
    label,
    act: () => record(outcome, said()),
  }));
  const given = { reminder, call: null, shell, asOf, record };
  const answers = [{ label: 'Promised…', form: () => promised(given, said) }, ...answerForms(given, said)];
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, `What came of it? (${channel.title})`),
    field('Note', note, 'Kept in the log with your name.'),
    buttonRow('What came of it', [...plain, ...(channel.isAnswered ? answers : [])]),
  );
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
