// What a person may note about a customer on the card: a short row of buttons with small forms.
import type { ChangeResult, ContactChange, CustomerView } from '../../entry/sidebar-calls';
import { complain, dayField, disputeFields, promiseFields, type Subjects } from '../shell/agreement-fields';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';
import { eraseWithPreview } from './erase-dialog';

/** Tells that something changed, with a sentence: the card is read again. */
export type Changed = (message: string) => Promise<void>;

/**
 * The row of marks.
 * @param gone told when the customer is not known any more
 */
export function marksCard(
  customer: CustomerView,
  shell: Shell,
  changed: Changed,
  gone: (message: string) => void,
): HTMLElement {
  const { key } = customer;
  const rows: { label: string; form: () => InlineForm }[] = [
    { label: 'They replied…', form: () => repliedForm(customer, shell, changed) },
    { label: 'Promised…', form: () => promiseForm(customer, shell, changed) },
    { label: 'Disputes…', form: () => disputeForm(customer, shell, changed) },
    { label: 'Pause…', form: () => holdForm(customer, shell, changed) },
    { label: 'Bounced…', form: () => bouncedForm(customer, shell, changed) },
    ...(customer.canHandOver ? [{ label: 'Hand over…', form: () => handOverForm(customer, shell, changed) }] : []),
    { label: 'Contact…', form: () => contactForm(customer, shell, changed) },
  ];
  const noContact = {
    label: 'Do not contact',
    act: async () => report(await shell.ask('setDoNotContact', key, true), changed),
  };
  const erase = {
    label: 'Erase…',
    act: async () => {
      const done = await eraseWithPreview(key, shell);
      if (done?.keepsName) await changed(done.message);
      else if (done) gone(done.message);
      return done !== undefined;
    },
  };
  return el(
    'section',
    { class: 'card marks' },
    el('h2', {}, 'Note'),
    buttonRow('Note about this customer', [...rows, ...(customer.doNotContact ? [] : [noContact]), erase]),
  );
}

async function report(result: ChangeResult | undefined, changed: Changed): Promise<boolean> {
  if (result) await changed(result.message);
  return result !== undefined;
}

function subjectsOf({ invoices, currencies, asOf }: CustomerView): Subjects {
  const open = invoices.filter(({ credit }) => !credit).map(({ invoice }) => invoice);
  return { invoices: open, currencies, asOf };
}

function repliedForm({ key }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const note = textInput('');
  return {
    title: 'They replied',
    hint: 'Nothing is sent for five business days, so that you can answer.',
    fields: [field('What they said (optional)', note)],
    submit: 'Note the reply',
    act: async () => report(await shell.ask('markReplied', key, note.value.trim()), changed),
  };
}

function promiseForm(customer: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const { elements, read } = promiseFields(subjectsOf(customer));
  const note = textInput('');
  const word = wordTick('Promise noted', customer.key, shell);
  return {
    title: 'Promised',
    hint: 'Nothing is asked for until that day and its grace have passed.',
    fields: [...elements, field('Note (optional)', note), word.element],
    submit: 'Note the promise',
    act: async () => {
      const promise = read(shell);
      if (!promise) return false;
      const { on: promisedOn, ...rest } = promise;
      const request = { customerKey: customer.key, promisedOn, ...rest, note: note.value.trim() };
      return report(await shell.ask('recordPromise', request), async (message) => changed(await word.after(message)));
    },
  };
}

function disputeForm(customer: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const { elements, read } = disputeFields(subjectsOf(customer));
  return {
    title: 'Disputes',
    hint: 'What is disputed is not asked for until it is resolved.',
    fields: elements,
    submit: 'Note the dispute',
    act: async () => {
      const dispute = read(shell);
      if (!dispute) return false;
      const request = { customerKey: customer.key, currency: '', ...dispute };
      return report(await shell.ask('recordDispute', request), changed);
    },
  };
}

function holdForm({ key, asOf, invoices }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const reason = textInput('');
  const until = dayField('Until (optional)', 'Empty: until you end it. That day itself is still protected.', '', {
    min: asOf,
  });
  const about = el(
    'select',
    {},
    el('option', { value: '' }, 'Everything'),
    ...invoices.filter(({ credit }) => !credit).map(({ invoice }) => el('option', { value: invoice }, invoice)),
  );
  return {
    title: 'Pause reminders',
    hint: 'No reminder goes out while the pause lasts.',
    fields: [field('Reason', reason), ...until.elements, field('What', about)],
    submit: 'Pause reminders',
    act: async () => {
      if (reason.value.trim() === '') return complain(shell, 'Say why, so that others know.', reason) ?? false;
      const read = until.read(shell);
      if (!read) return false;
      return report(await shell.ask('holdCustomerUntil', key, about.value, read.on, reason.value.trim()), changed);
    },
  };
}

function bouncedForm({ key, contact }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const addresses = textInput(contact.email, { inputmode: 'email', spellcheck: 'false' });
  return {
    title: 'Bounced',
    hint: 'Nothing is sent until the address is changed.',
    fields: [field('Which address', addresses, 'Empty: the billing address.')],
    submit: 'Note the bounce',
    act: async () => report(await shell.ask('markBounced', key, addresses.value.trim()), changed),
  };
}

function handOverForm({ key }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const note = textInput('');
  return {
    title: 'Hand over',
    hint: 'All that is overdue goes to somebody else, a lawyer or an agency: nobody is reminded of it any more.',
    fields: [field('To whom (optional)', note)],
    submit: 'Hand over',
    act: async () => report(await shell.ask('handOver', key, [], note.value.trim()), changed),
  };
}

const CONTACT_FIELDS: readonly [keyof CustomerView['contact'], string][] = [
  ['contact', 'Contact'],
  ['email', 'Email'],
  ['cc', 'CC'],
  ['escalationEmail', 'Escalation email'],
  ['phone', 'Phone'],
  ['language', 'Language'],
  ['country', 'Country'],
  ['owner', 'Account owner'],
  ['notes', 'Notes'],
];

function contactForm({ key, contact }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const inputs = CONTACT_FIELDS.map(([name, label]) => ({ name, label, input: inputOf(name, contact[name]) }));
  return {
    title: 'Contact',
    hint: 'Written into AR Customers; your invoice sheet stays as it is.',
    fields: inputs.map(({ label, input }) => field(label, input)),
    submit: 'Save',
    act: async () => {
      const change: ContactChange = {};
      for (const { name, input } of inputs) if (input.value.trim() !== contact[name]) change[name] = input.value.trim();
      return report(await shell.ask('changeContact', key, change), changed);
    },
  };
}

/** Notes may have several lines, which a line of text would lose. */
function inputOf(name: keyof CustomerView['contact'], value: string): HTMLInputElement | HTMLTextAreaElement {
  if (name !== 'notes') return textInput(value);
  const notes = el('textarea', { rows: 3 });
  notes.value = value;
  return notes;
}
