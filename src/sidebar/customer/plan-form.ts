// The form of a payment plan: a sum in equal instalments, each of which may be changed before it is agreed.
import type { CustomerView } from '../../entry/sidebar-calls';
import { dayFromIso, isoOf } from '../../receivables/day';
import { NO_CURRENCY, toDecimal, toMinor } from '../../receivables/money';
import { equalInstalments, type PlanRhythm } from '../../receivables/terms/instalments';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { choice, complain } from '../shell/agreement-fields';
import { dateInput, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { businessDayFrom, daysAfter } from '../shell/format';
import type { InlineForm } from '../shell/inline-form';
import type { Shell } from '../shell/shell';
import { wordTick } from '../shell/word-tick';
import { type Changed, report } from './mark-forms';

/** The first instalment is proposed in a week, as a promise is. */
const FIRST_DAYS = 7;
const USUAL = 3;
const MOST = 12;

const RHYTHMS: readonly (readonly [PlanRhythm, string])[] = [
  ['month', 'month'],
  ['two weeks', 'two weeks'],
  ['week', 'week'],
];

/** A payment plan. @param said what the note begins with */
export function planForm(customer: CustomerView, shell: Shell, changed: Changed, said = ''): InlineForm {
  const { key, asOf, currencies, invoices } = customer;
  const open = invoices.filter(({ credit }) => !credit);
  const about = choice([['', 'All that is open'], ...open.map(({ invoice }) => [invoice, invoice] as const)]);
  const currency = choice(currencies.map((code) => [code, code] as const));
  const sum = textInput('', { inputmode: 'decimal' });
  const count = choice(Array.from({ length: MOST - 1 }, (_, index) => [String(index + 2), String(index + 2)] as const));
  count.value = String(USUAL);
  const first = dateInput(businessDayFrom(daysAfter(asOf, FIRST_DAYS)), asOf);
  const every = choice(RHYTHMS);
  const list = el('ol', { class: 'instalments' });
  const note = textInput(said);
  const second = textInput('');
  const word = wordTick('Plan agreed', key, shell);
  const code = (): string => currency.value || NO_CURRENCY;
  const propose = (): void => {
    const one = open.find(({ invoice }) => invoice === about.value);
    const all = customer.balances.find((balance) => balance.currency === currency.value);
    // Our own words of money, such as `1,200.00 EUR`, without what is no figure.
    sum.value = (one?.balance ?? all?.open ?? '').replace(/[^\d.]/g, '');
    spread();
  };
  const spread = (): void => {
    const { amount } = amountOfCell(sum.value);
    const from = dayFromIso(first.value);
    if (amount === null || from === null) return;
    const rhythm = RHYTHMS.find(([value]) => value === every.value)?.[0] ?? 'month';
    const due = equalInstalments(toMinor(amount, code()), Number(count.value), from, rhythm);
    list.replaceChildren(
      ...due.map((each, index) => line(index, businessDayFrom(isoOf(each.on)), toDecimal(each.amount, code()))),
    );
  };
  about.addEventListener('change', propose);
  currency.addEventListener('change', propose);
  for (const input of [sum, count, first, every]) input.addEventListener('change', spread);
  propose();
  return {
    title: 'Pays in instalments',
    hint: 'No reminder goes out while each instalment comes in on its day. Due dates stay as they are. One missed instalment ends the plan.',
    fields: [
      field('What is paid in instalments', about),
      ...(currencies.length > 1 ? [field('Currency', currency)] : []),
      field('Sum', sum),
      field('Instalments', count),
      field('The first on', first),
      field('Every', every),
      list,
      field('Note (optional)', note),
      field('Who else agreed (optional)', second, 'Needed for more than 6 instalments or more than 6 months.'),
      word.element,
    ],
    submit: 'Agree the plan',
    act: async () => {
      const instalments = readLines(list, shell);
      if (!instalments) return false;
      const request = {
        ...{ customerKey: key, invoice: about.value, instalments, note: note.value.trim() },
        ...{ approvedBy: second.value.trim(), currency: currencies.length > 1 ? currency.value : '' },
      };
      return report(await shell.ask('recordPlan', request), async (message) => changed(await word.after(message)));
    },
  };
}

function line(index: number, on: string, amount: number): HTMLElement {
  const name = `Instalment ${index + 1}`;
  const day = dateInput(on);
  day.setAttribute('aria-label', `${name}: day`);
  const money = textInput(amount.toFixed(2), { inputmode: 'decimal', 'aria-label': `${name}: amount` });
  return el('li', { class: 'instalment' }, day, money);
}

function readLines(list: HTMLElement, shell: Shell): { on: string; amount: number }[] | null {
  const read: { on: string; amount: number }[] = [];
  for (const item of list.children) {
    const [day, money] = item.querySelectorAll('input');
    if (!day || !money) continue;
    if (day.value === '') return complain(shell, 'Choose a day for each instalment.', day);
    const { amount, fault } = amountOfCell(money.value);
    if (fault || amount === null || amount <= 0)
      return complain(shell, 'Write each amount in figures, such as 1200.50.', money);
    read.push({ on: day.value, amount });
  }
  return read.length > 0 ? read : complain(shell, 'Say what sum is paid in instalments.', list);
}
