// How customers pay, as Set-up asks for it: account holder, IBAN and BIC of each currency, or instructions; or that mails need none.
import type { SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { bicFault, ibanFault } from '../../receivables/cash/iban';
import { NO_CURRENCY } from '../../receivables/money';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';

type Said = Pick<SetupChoice, 'payment' | 'noPayment'>;

/** What is asked for, what is typed into it, and what of that cannot be taken. */
export interface HowToPay {
  parts: HTMLElement[];
  said: () => Said;
  fault: () => { message: string; control: HTMLElement } | null;
}

/**
 * The fields of each currency.
 * @param setup what is saved
 * @param before what was typed before
 */
export function howToPay({ payment, noPayment }: SetupView, before: Partial<Said>): HowToPay {
  const none = el('input', { type: 'checkbox' });
  none.checked = before.noPayment ?? noPayment;
  const asked = payment.map((saved) => {
    const { currency } = saved;
    const { holder, iban, bic, instructions } = before.payment?.[currency] ?? saved;
    const words = el('textarea', { rows: 3 });
    words.value = instructions;
    const line = (value: string): HTMLInputElement => textInput(value, { spellcheck: 'false' });
    return { currency, holder: line(holder), iban: line(iban), bic: line(bic), instructions: words };
  });
  const parts = asked.map(({ currency, holder, iban, bic, instructions }, at) =>
    el(
      'details',
      { class: 'more', open: at === 0 },
      el('summary', {}, currency === NO_CURRENCY ? 'Your bank details' : `Payments in ${currency}`),
      field('Account holder', holder, 'Letter for letter as your bank has it: banks compare it with the IBAN.'),
      field('IBAN', iban, faultLine(iban, ibanFault)),
      field('BIC', bic, faultLine(bic, bicFault, 'May be empty.')),
      field('Or in your own words', instructions, 'Where there is no IBAN: bank, account, a web address.'),
    ),
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
  const fault: HowToPay['fault'] = () => {
    for (const { currency, iban, bic } of asked)
      for (const [control, name, faultOf] of [
        [iban, 'IBAN', ibanFault],
        [bic, 'BIC', bicFault],
      ] as const) {
        const wrong = control.value.trim() === '' ? '' : faultOf(control.value.trim());
        if (wrong === '') continue;
        control.closest('details')?.setAttribute('open', '');
        return { message: `${name}${currency === NO_CURRENCY ? '' : ` for ${currency}`}: ${wrong}.`, control };
      }
    return null;
  };
  const tick = el('label', { class: 'tick' }, none, ' Our mails need none: customers know how to pay');
  return { parts: [...parts, tick], said, fault };
}

/** What is wrong with a number that was typed whole; told when the field is left. */
function faultLine(input: HTMLInputElement, faultOf: (typed: string) => string, usual = ''): HTMLElement {
  const line = el('span', { role: 'status' }, usual);
  input.addEventListener('change', () => {
    const typed = input.value.trim();
    const fault = typed === '' ? '' : faultOf(typed);
    line.classList.toggle('wrong', fault !== '');
    line.textContent = fault === '' ? usual : `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`;
  });
  return line;
}
