// The small forms by which a person accepts an answer otherwise than it was given.
import type { AnswerEdit, AnswersView, AnswerView } from '../../entry/sidebar-calls';
import { complain } from '../shell/agreement-fields';
import { dateInput, field, textInput } from '../shell/controls';
import { el, freshId } from '../shell/dom';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { done } from './done';

/** Where an answer is decided about. */
export interface AnswerPlace {
  view: AnswersView;
  shell: Shell;
  again: () => Promise<void>;
}

/** The form of an answer: the day of a promise, the invoice and reason of a dispute, the address of a contact. */
export function acceptForm(answer: AnswerView, place: AnswerPlace): InlineForm {
  if (answer.what === 'promise') return promiseForm(answer, place);
  return answer.what === 'dispute' ? disputeForm(answer, place) : contactForm(answer, place);
}

function accept({ row }: AnswerView, { shell, again }: AnswerPlace, edit: AnswerEdit): Promise<boolean> {
  return done(shell, again, shell.ask('acceptAnswer', row, edit));
}

/** Which of the invoices is meant: all of them, or one. */
function invoiceChoice(invoices: readonly string[]): HTMLSelectElement {
  const all = invoices.length > 1 ? [el('option', { value: '' }, `All ${invoices.length} invoices of the mail`)] : [];
  return el('select', {}, ...all, ...invoices.map((value) => el('option', { value }, value)));
}

function chosen(select: HTMLSelectElement): Pick<AnswerEdit, 'invoices'> {
  return select.value === '' ? {} : { invoices: [select.value] };
}

function promiseForm(answer: AnswerView, place: AnswerPlace): InlineForm {
  const { asOf } = place.view;
  const on = dateInput(answer.day >= asOf ? answer.day : '', asOf);
  const about = invoiceChoice(answer.invoices);
  return {
    title: 'Take it as a promise',
    hint: 'Nothing is asked for until that day and its grace have passed.',
    fields: [field('Promised for', on), ...(answer.invoices.length > 1 ? [field('Invoice', about)] : [])],
    submit: 'Note the promise',
    act: async () => {
      if (on.value === '' || on.value < asOf) return complain(place.shell, 'Choose today or a later day.', on) ?? false;
      return accept(answer, place, { day: on.value, ...chosen(about) });
    },
  };
}

function disputeForm(answer: AnswerView, place: AnswerPlace): InlineForm {
  const known = el(
    'datalist',
    { id: freshId('reasons') },
    ...place.view.reasons.map((value) => el('option', { value })),
  );
  const reason = textInput(answer.words.split('\n')[0] ?? '', { list: known.id });
  const about = invoiceChoice(answer.invoices);
  return {
    title: 'Take it as a dispute',
    hint: 'What AR Reasons says of the reason decides whether it is a dispute or a query.',
    fields: [field('Invoice', about), field('What is disputed?', reason), known],
    submit: 'Note the dispute',
    act: async () => {
      if (reason.value.trim() === '')
        return complain(place.shell, 'Say what is disputed, so that others know.', reason) ?? false;
      return accept(answer, place, { reason: reason.value.trim(), ...chosen(about) });
    },
  };
}

function contactForm(answer: AnswerView, place: AnswerPlace): InlineForm {
  const found = /[^\s<>;,()]+@[^\s<>;,()]+/.exec(`${answer.address} ${answer.words}`)?.[0] ?? '';
  const email = textInput(found, { inputmode: 'email' });
  const contact = textInput('');
  return {
    title: 'Write to somebody else',
    hint: 'Call the customer at the number you have if you do not know this person. It takes the place of the address in AR Customers.',
    fields: [field('Email', email), field('Name (optional)', contact)],
    submit: 'Change the address',
    act: async () => {
      if (email.value.trim() === '') return complain(place.shell, 'Write the new address.', email) ?? false;
      const name = contact.value.trim();
      return accept(answer, place, { email: email.value.trim(), ...(name === '' ? {} : { contact: name }) });
    },
  };
}
