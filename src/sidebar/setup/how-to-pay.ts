// How customers pay, as Set-up asks for it: account holder, IBAN and BIC of each currency, or instructions; or that mails need none.
import type { SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';

type Said = Pick<SetupChoice, 'payment' | 'noPayment'>;

/** The card, and what is typed into it. */
export function howToPayCard({ payment, noPayment }: SetupView): { card: HTMLElement; said: () => Said } {
  const none = el('input', { type: 'checkbox' });
  none.checked = noPayment;
  const asked = payment.map(({ currency, holder, iban, bic, instructions }) => {
    const words = el('textarea', { rows: 3 });
    words.value = instructions;
    const line = (value: string): HTMLInputElement => textInput(value, { spellcheck: 'false' });
    return { currency, holder: line(holder), iban: line(iban), bic: line(bic), instructions: words };
  });
  const card = el(
    'section',
    { class: 'card' },
    el('h2', {}, 'How customers pay'),
    el('p', { class: 'muted' }, 'It stands in every mail. In euro a code for banking apps is made of it.'),
    ...asked.map(({ currency, holder, iban, bic, instructions }, at) =>
      el(
        'details',
        { class: 'more', open: at === 0 },
        el('summary', {}, `Payments in ${currency}`),
        field('Account holder', holder, 'Letter for letter as your bank has it: banks compare it with the IBAN.'),
        field('IBAN', iban),
        field('BIC', bic, 'May be empty.'),
        field('Or in your own words', instructions, 'Where there is no IBAN: bank, account, a web address.'),
      ),
    ),
    field('Our mails need none: customers know how to pay', none),
  );
  const said = (): Said => ({
    payment: Object.fromEntries(
      asked.map(({ currency, holder, iban, bic, instructions }) => [
        currency,
        { holder: holder.value, iban: iban.value, bic: bic.value, instructions: instructions.value },
      ]),
    ),
    noPayment: none.checked,
  });
  return { card, said };
}
