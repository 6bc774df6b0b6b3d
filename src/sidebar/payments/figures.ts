// Beside the lines: figures of money in, and the payers that were learned, each of which can be forgotten.
import type { MoneyFiguresView } from '../../entry/sidebar-calls';
import { formatMoney } from '../../receivables/money';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { moneyFigures } from './money-figures';

/** So many payers are drawn at once. */
const SHOWN = 50;

const GIVEN: Readonly<Record<string, string>> = {
  discount: 'Discounts granted',
  'bank charge': 'Bank charges',
  withholding: 'Withholding tax (certificates awaited)',
  rounding: 'Roundings',
  deduction: 'Deductions (in dispute)',
};

/** A drawer that is filled as it is opened. */
export function figuresDrawer(shell: Shell): HTMLElement {
  const body = el('div', { class: 'drawer-body' });
  const drawer = el('details', { class: 'drawer' }, el('summary', {}, 'Figures and learned payers'), body);
  const fill = async (): Promise<void> => {
    body.replaceChildren(el('p', { class: 'muted' }, 'Counting…'));
    const view = await shell.ask('getMoneyFigures');
    body.replaceChildren(...(view ? drawn(view, shell, fill) : []));
  };
  drawer.addEventListener('toggle', () => {
    if (drawer.open) void fill();
  });
  return drawer;
}

function drawn({ lines, payers }: MoneyFiguresView, shell: Shell, again: () => Promise<void>): HTMLElement[] {
  const { decided, unasked, settled, wrong, days, given } = moneyFigures(lines);
  const share = decided === 0 ? '' : ` (${Math.round((unasked / decided) * 100)} %)`;
  return [
    factList([
      { label: 'Matched without a question', value: `${grouped(unasked)} of ${count(decided, 'line')}${share}` },
      { label: 'Invoices settled so', value: grouped(settled) },
      { label: 'Wrong, taken back', value: grouped(wrong) },
      { label: 'From the bank to the books', value: days === null ? 'nothing booked yet' : count(days, 'day') },
      ...given.map(({ as, currency, count: often, sum }) => ({
        label: GIVEN[as] ?? as,
        value: `${formatMoney(sum, currency)} in ${count(often, 'payment')}`,
      })),
    ]),
    el('p', { class: 'hint' }, 'Of the lines of a year.'),
    el('h4', {}, 'Learned payers'),
    el(
      'p',
      { class: 'hint' },
      payers.length === 0
        ? 'None yet: the payer of each line that you accept is known again.'
        : 'Known again up to 10,000.00 a line; above that you are asked.',
    ),
    el('ul', { class: 'payers' }, ...payers.slice(0, SHOWN).map((payer) => payerRow(payer, shell, again))),
    ...(payers.length > SHOWN ? [el('p', { class: 'muted' }, `And ${grouped(payers.length - SHOWN)} more.`)] : []),
  ];
}

function payerRow(
  [payer, customerKey, customer]: MoneyFiguresView['payers'][number],
  shell: Shell,
  again: () => Promise<void>,
): HTMLElement {
  const forget = async (): Promise<void> => {
    const done = await shell.ask('forgetPayer', payer, customerKey);
    if (!done) return;
    await again();
    shell.say(done.message);
  };
  const name = payer === customer ? payer : `${payer} pays for ${customer}`;
  return el('li', {}, el('span', { dir: 'auto' }, name), button('Forget', forget, { name: `Forget ${payer}` }));
}
