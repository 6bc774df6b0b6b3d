// The fields of what is agreed with a customer: a promise, a dispute, a day; each read back checked.
import { DISPUTE_KINDS, type DisputeKind, USUAL_REASONS } from '../../dunning/policy/dispute-reasons';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { dateInput, field, textInput } from './controls';
import { el, freshId } from './dom';
import { businessDayFrom, daysAfter } from './format';
import type { Shell } from './shell';

/** What a promise or a dispute may be about. */
export interface Subjects {
  /** Numbers of open invoices, the oldest first. */
  invoices: readonly string[];
  /** Currencies of what is open. */
  currencies: readonly string[];
  /** Today, `YYYY-MM-DD`. */
  asOf: string;
  /** The day that is proposed for a promise; a business day in a week where it is left out. */
  promiseOn?: string;
  /** What the amount, the invoice and the reason begin with. */
  /** The reasons of AR Reasons; the usual ones where they are not known. */
  reasons?: readonly string[];
  begin?: { amount?: number; currency?: string; invoice?: string; reason?: string };
}

/** Fields with what they say; null where something is missing, after the person was told and brought there. */
export interface Fields<T> {
  elements: HTMLElement[];
  read(shell: Shell): T | null;
}

/** A week from today: long enough for a payment run, short enough to be remembered. */
const PROMISE_DAYS = 7;

/** Says what is missing and brings the keyboard there. */
export function complain(shell: Shell, message: string, input: HTMLElement): null {
  shell.alert(message);
  input.focus();
  return null;
}

/** A choice of words. @param choices value and words of each */
export function choice(choices: readonly (readonly [string, string])[]): HTMLSelectElement {
  return el('select', {}, ...choices.map(([value, words]) => el('option', { value }, words)));
}

/** An amount with its currency where there are several. */
function amountFields(label: string, hint: string, currencies: readonly string[], begin: Subjects['begin']) {
  const amount = textInput(begin?.amount?.toFixed(2) ?? '', { inputmode: 'decimal' });
  const currency = choice(currencies.map((code) => [code, code] as const));
  if (begin?.currency && currencies.includes(begin.currency)) currency.value = begin.currency;
  const several = currencies.length > 1;
  return {
    elements: [field(label, amount, hint), ...(several ? [field('Currency', currency)] : [])],
    read: (shell: Shell): { amount: number | null; currency: string } | null => {
      const read = amountOfCell(amount.value);
      if (read.fault || (read.amount !== null && read.amount <= 0))
        return complain(
          shell,
          `Write the amount in figures, such as 1200.50: ${read.fault || 'it must be more than 0'}.`,
          amount,
        );
      return { amount: read.amount, currency: several && read.amount !== null ? currency.value : '' };
    },
  };
}

/** What was promised: the day, how much, on which invoice. */
export function promiseFields({
  invoices,
  currencies,
  asOf,
  promiseOn = businessDayFrom(daysAfter(asOf, PROMISE_DAYS)),
  begin,
}: Subjects): Fields<{ on: string; amount: number | null; currency: string; invoices: string[] }> {
  const on = dateInput(promiseOn, asOf);
  const money = amountFields('Amount (optional)', 'Empty: all that is open.', currencies, begin);
  const about = choice([['', 'All that is open'], ...invoices.map((number) => [number, number] as const)]);
  about.value = begin?.invoice ?? '';
  return {
    elements: [field('Promised for', on), ...money.elements, field('Invoice', about)],
    read: (shell) => {
      if (on.value === '' || on.value < asOf) return complain(shell, 'Choose today or a later day.', on);
      const read = money.read(shell);
      return read && { on: on.value, ...read, invoices: about.value === '' ? [] : [about.value] };
    },
  };
}

/** A dispute as it was put in; what it does not say follows from its reason. */
interface DisputeFields {
  invoice: string;
  reason: string;
  amount: number | null;
  owner: string;
  deadline: string;
  kind?: DisputeKind;
}

/** What is disputed or asked: which invoice, why, how much, and who answers by when. */
export function disputeFields({
  invoices,
  asOf,
  reasons = USUAL_REASONS.map(({ reason }) => reason),
  begin,
}: Subjects): Fields<DisputeFields> {
  const about = choice([...invoices.map((number) => [number, number] as const), ['', 'Everything']]);
  if (begin) about.value = begin.invoice ?? '';
  const known = el('datalist', { id: freshId('reasons') }, ...reasons.map((value) => el('option', { value })));
  const reason = textInput(begin?.reason ?? '', { list: known.id });
  const kind = choice([
    ['', 'As AR Reasons says of the reason'],
    ['dispute', 'A dispute: its amount is not asked for'],
    ['query', 'A query: reminders pause for its days'],
  ]);
  // The currency is the invoice's.
  const money = amountFields('Disputed amount (optional)', 'Empty: all of it.', [], begin);
  const owner = textInput('');
  const deadline = dateInput('', asOf);
  return {
    elements: [
      field('Invoice', about),
      field('What is disputed?', reason),
      known,
      field('Kind', kind),
      ...money.elements,
      field('Who looks into it (optional)', owner),
      field('To be answered by (optional)', deadline),
    ],
    read: (shell) => {
      if (reason.value.trim() === '') return complain(shell, 'Say what is disputed, so that others know.', reason);
      const read = money.read(shell);
      if (read && read.amount !== null && about.value === '')
        return complain(shell, 'Choose the invoice of which this amount is disputed.', about);
      if (deadline.value !== '' && deadline.value < asOf)
        return complain(shell, 'Choose today or a later day, or leave it empty.', deadline);
      const words = { reason: reason.value.trim(), owner: owner.value.trim() };
      const what = DISPUTE_KINDS.find((one) => one === kind.value);
      const said = { invoice: about.value, ...words, amount: read?.amount ?? null, deadline: deadline.value };
      return read && { ...said, ...(what ? { kind: what } : {}) };
    },
  };
}

/** One day. @param value what it begins with @param limits the days that may be chosen, '' for no limit */
export function dayField(
  label: string,
  hint: string,
  value: string,
  limits: { min?: string; max?: string; needed?: boolean },
): Fields<{ on: string }> {
  const on = dateInput(value, limits.min, limits.max);
  return {
    elements: [field(label, on, hint)],
    read: (shell) => {
      const isOutside =
        on.value !== '' && ((limits.min && on.value < limits.min) || (limits.max && on.value > limits.max));
      if ((limits.needed && on.value === '') || isOutside)
        return complain(shell, limits.min ? 'Choose today or a later day.' : 'Choose today or an earlier day.', on);
      return { on: on.value };
    },
  };
}
