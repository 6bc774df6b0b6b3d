// What came of a call, as big buttons: some at a click, some with what belongs to them.
import type { ContactOutcome } from '../../dunning/policy/outcomes';
import type { CallFacts, OutcomeDetails, ReminderView } from '../../entry/sidebar-calls';
import { complain, dayField, disputeFields, type Fields, promiseFields } from '../shell/agreement-fields';
import { confirmDialog, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { daysAfter } from '../shell/format';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';

/** Records an outcome; `after` runs once it stands and gives what is told, `undo` with it when it is taken back. */
export type RecordCall = (
  outcome: ContactOutcome,
  note: string,
  details?: OutcomeDetails,
  also?: { after?: (message: string) => Promise<string>; undo?: () => Promise<unknown> },
) => Promise<boolean>;

/** What the forms of an answer need. */
export interface Answered {
  reminder: ReminderView;
  /** Of a call. */
  call: CallFacts | null;
  shell: Shell;
  asOf: string;
  record: RecordCall;
}

/** What the buttons need. */
interface Outcomes extends Answered {
  call: CallFacts;
}

/** The buttons with their forms. */
export function callOutcomes(given: Outcomes): HTMLElement {
  const { record } = given;
  const note = el('textarea', { rows: 2 });
  const said = (): string => note.value.trim();
  const plain = (label: string, outcome: ContactOutcome) => ({ label, act: () => record(outcome, said()) });
  return el(
    'section',
    { class: 'card call-outcomes' },
    el('h3', {}, 'What came of it?'),
    field('Note', note, 'Kept in the log with your name.'),
    buttonRow('What came of it', [
      { label: 'Promised…', form: () => promised(given, said) },
      plain('Left a message', 'left a message'),
      plain('Not reached', 'no answer'),
      plain('Answered', 'answered'),
      { label: 'Wrong person…', form: () => wrongPerson(given, said) },
      plain('Wants copies', 'wants copies'),
      plain('Asks for a plan', 'asks for a plan'),
      plain('Refuses', 'refuses'),
      ...answerForms(given, said),
      { label: 'No longer trading', act: () => notTrading(given, said) },
    ]),
  );
}

/** What stands in the note. */
type Said = () => string;

function subjects({ reminder: { invoiceLines }, call, asOf }: Answered) {
  const asked = invoiceLines.filter(({ role }) => role !== 'credit');
  const currencies = [...new Set(asked.map(({ currency }) => currency))];
  return {
    invoices: asked.map(({ invoice }) => invoice),
    currencies,
    asOf,
    ...(call ? { promiseOn: call.promiseOn } : {}),
  };
}

/** A promise, with the mail about it where there is an address. */
export function promised(given: Answered, said: Said): InlineForm {
  const { reminder, call, shell, record } = given;
  const fields = promiseFields(subjects(given));
  const word = wordTick('Promise noted', reminder.customerKey, shell);
  return {
    title: 'Promised',
    hint: 'Nothing is asked for until that day and its grace have passed.',
    fields: [...fields.elements, ...(call?.email === '' ? [] : [word.element])],
    submit: 'Record',
    act: async () => {
      const details = fields.read(shell);
      if (details === null) return false;
      return record('promised', said(), details, { after: word.after });
    },
  };
}

function wrongPerson({ reminder, call, shell, record }: Outcomes, said: Said): InlineForm {
  const contact = textInput('');
  const phone = textInput('', { inputmode: 'tel' });
  const email = textInput('', { inputmode: 'email' });
  const act = async (): Promise<boolean> => {
    const right = { contact: contact.value.trim(), phone: phone.value.trim(), email: email.value.trim() };
    const change = Object.fromEntries(Object.entries(right).filter(([, value]) => value !== ''));
    if (Object.keys(change).length === 0) return record('wrong contact', said());
    const before = { contact: call.contact, phone: call.phone, email: call.email };
    const lines = [
      ...(right.contact === '' ? [] : [`Contact: ${before.contact || 'none'} → ${right.contact}`]),
      ...(right.phone === '' ? [] : [`Phone: ${before.phone || 'none'} → ${right.phone}`]),
      ...(right.email === '' ? [] : [`Email: ${before.email || 'none'} → ${right.email}; mails go there from now on.`]),
    ];
    if (!(await confirmDialog(`Change whom we speak to at ${reminder.customer}?`, lines, 'Change and record')))
      return false;
    const key = reminder.customerKey;
    // The address is looked at first: a wrong one is said before anything is recorded.
    if (!(await shell.ask('changeContact', key, change))) return false;
    const back = Object.fromEntries(Object.entries(before).filter(([name]) => name in change));
    return record('wrong contact', said(), undefined, { undo: () => shell.ask('changeContact', key, back) });
  };
  return {
    title: 'Who is the right person?',
    hint: 'What you know goes into AR Customers once you confirm it; what you leave empty stays.',
    fields: [field('Name', contact), field('Phone', phone), field('Email', email)],
    submit: 'Record',
    act,
  };
}

/** What somebody may answer, with what belongs to it: it counts at once. */
export function answerForms(given: Answered, said: Said): { label: string; form: () => InlineForm }[] {
  const { reminder, call, asOf, shell, record } = given;
  const entry = <T extends OutcomeDetails>(
    label: string,
    outcome: ContactOutcome,
    hint: string,
    fieldsOf: () => Fields<T>,
    text?: 'Apology',
  ) => ({
    label: `${label}…`,
    form: (): InlineForm => {
      const fields = fieldsOf();
      const word = text && call?.email !== '' ? wordTick(text, reminder.customerKey, shell) : undefined;
      return {
        ...{ title: label, hint, fields: [...fields.elements, ...(word ? [word.element] : [])], submit: 'Record' },
        act: async () => {
          const details = fields.read(shell);
          return details !== null && record(outcome, said(), details, word ? { after: word.after } : undefined);
        },
      };
    },
  });
  const paid = 'The payment has five business days to come in.';
  const back = 'Nothing is sent up to and including that day.';
  return [
    entry('Paid already', 'paid', '', () => dayField('Paid on (optional)', paid, '', { max: asOf }), 'Apology'),
    entry('Will call back', 'will call back', '', () =>
      dayField('On', back, daysAfter(asOf, 1), { min: asOf, needed: true }),
    ),
    entry('Disputes', 'disputes', 'What is disputed is not asked for until it is resolved.', () =>
      disputeFields(subjects(given)),
    ),
  ];
}

async function notTrading({ reminder, shell, record }: Outcomes, said: Said): Promise<boolean> {
  const sure = await confirmDialog(
    `Stop reminders to ${reminder.customer}?`,
    ['Nothing is sent to them until you have looked into it and end the pause on their card.'],
    'Stop and record',
  );
  if (!sure) return false;
  if (said() === '' && (await who(shell))) return false;
  return record('no longer trading', said());
}

/** A firm is not stopped by hearsay without a word on who said it. */
async function who(shell: Shell): Promise<boolean> {
  const note = document.querySelector<HTMLElement>('.call-outcomes textarea');
  if (note) complain(shell, 'Say in the note who told you, so that others can look into it.', note);
  return note !== null;
}
