// The small forms of what a person may note about a customer.
import type { ChangeResult, ContactChange, CustomerView } from '../../entry/sidebar-calls';
import { complain, dayField, disputeFields, promiseFields, type Subjects } from '../shell/agreement-fields';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';

/** Tells that something changed, with a sentence: the card is read again. */
export type Changed = (message: string) => Promise<void>;

/** Tells of what was done, where it was. */
export async function report(result: ChangeResult | undefined, changed: Changed): Promise<boolean> {
  if (result) await changed(result.message);
  return result !== undefined;
}

function subjectsOf({ invoices, currencies, asOf, reasons }: CustomerView): Subjects {
  const open = invoices.filter(({ credit }) => !credit).map(({ invoice }) => invoice);
  return { invoices: open, currencies, asOf, reasons };
}

/** They answered: nothing is sent for some days. @param said what the note begins with */
export function repliedForm({ key }: CustomerView, shell: Shell, changed: Changed, said = ''): InlineForm {
  const note = textInput(said);
  return {
    title: 'They replied',
    hint: 'Nothing is sent for five business days, so that you can answer.',
    fields: [field('What they said (optional)', note)],
    submit: 'Note the reply',
    act: async () => report(await shell.ask('markReplied', key, note.value.trim()), changed),
  };
}

/** A promise to pay. @param begin what the form begins with */
export function promiseForm(
  customer: CustomerView,
  shell: Shell,
  changed: Changed,
  begin: Partial<Subjects> = {},
): InlineForm {
  const { elements, read } = promiseFields({ ...subjectsOf(customer), ...begin });
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

/** A dispute. @param begin what the form begins with */
export function disputeForm(
  customer: CustomerView,
  shell: Shell,
  changed: Changed,
  begin: Partial<Subjects> = {},
): InlineForm {
  const { elements, read } = disputeFields({ ...subjectsOf(customer), ...begin });
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

/** A pause. @param begin what the form begins with: ISO day, reason, invoice number */
export function holdForm(
  { key, asOf, invoices }: CustomerView,
  shell: Shell,
  changed: Changed,
  begin: { until?: string; reason?: string; invoice?: string } = {},
): InlineForm {
  const reason = textInput(begin.reason ?? '');
  const until = dayField(
    'Until (optional)',
    'Empty: until you end it. That day itself is still protected.',
    begin.until ?? '',
    {
      min: asOf,
    },
  );
  const about = el(
    'select',
    {},
    el('option', { value: '' }, 'Everything'),
    ...invoices.filter(({ credit }) => !credit).map(({ invoice }) => el('option', { value: invoice }, invoice)),
  );
  about.value = begin.invoice ?? '';
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

/** An address that cannot be reached. */
export function bouncedForm({ key, contact }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const addresses = textInput(contact.email, { inputmode: 'email', spellcheck: 'false' });
  return {
    title: 'Bounced',
    hint: 'Nothing is sent until the address is changed.',
    fields: [field('Which address', addresses, 'Empty: the billing address.')],
    submit: 'Note the bounce',
    act: async () => report(await shell.ask('markBounced', key, addresses.value.trim()), changed),
  };
}

/** All that is overdue goes to somebody else. */
export function handOverForm({ key }: CustomerView, shell: Shell, changed: Changed): InlineForm {
  const whom = textInput('');
  const reference = textInput('');
  return {
    title: 'Hand over',
    hint: 'All that is overdue goes to somebody else, a lawyer or an agency: nobody is reminded of it any more.',
    fields: [field('To whom (optional)', whom), field('Their reference (optional)', reference)],
    submit: 'Hand over',
    act: async () => {
      const said = [whom.value.trim(), reference.value.trim() && `reference ${reference.value.trim()}`];
      return report(await shell.ask('handOver', key, [], said.filter(Boolean).join(', ')), changed);
    },
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

/** How a customer is reached. @param begin what some of the fields begin with */
export function contactForm(
  { key, contact }: CustomerView,
  shell: Shell,
  changed: Changed,
  begin: ContactChange = {},
): InlineForm {
  const inputs = CONTACT_FIELDS.map(([name, label]) => ({
    ...{ name, label },
    input: inputOf(name, begin[name] ?? contact[name]),
  }));
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
