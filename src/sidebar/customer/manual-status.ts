// What a person may note about a customer on the card: a short row of buttons with small forms.
import type { CustomerView } from '../../entry/sidebar-calls';
import { el } from '../shell/dom';
import { buttonRow, type InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { eraseWithPreview } from './erase-dialog';
import { printHandOverFile } from './hand-over-page';
import {
  bouncedForm,
  type Changed,
  contactForm,
  disputeForm,
  handOverForm,
  holdForm,
  promiseForm,
  repliedForm,
  report,
} from './mark-forms';
import { planForm } from './plan-form';
import { theyWroteForm } from './they-wrote';

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
    { label: 'They wrote…', form: () => theyWroteForm(customer, shell, changed) },
    { label: 'They replied…', form: () => repliedForm(customer, shell, changed) },
    { label: 'Promised…', form: () => promiseForm(customer, shell, changed) },
    { label: 'Instalments…', form: () => planForm(customer, shell, changed) },
    { label: 'Disputes…', form: () => disputeForm(customer, shell, changed) },
    { label: 'Pause…', form: () => holdForm(customer, shell, changed) },
    { label: 'Bounced…', form: () => bouncedForm(customer, shell, changed) },
    ...(customer.canHandOver ? [{ label: 'Hand over…', form: () => handOverForm(customer, shell, changed) }] : []),
    { label: 'Contact…', form: () => contactForm(customer, shell, changed) },
  ];
  const file = {
    label: 'Hand-over file',
    busy: 'Getting it ready…',
    act: async () => {
      const found = await shell.ask('getHandOverFile', key);
      if (found) printHandOverFile(found);
      return found !== undefined;
    },
  };
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
    buttonRow('Note about this customer', [...rows, file, ...(customer.doNotContact ? [] : [noContact]), erase]),
  );
}
