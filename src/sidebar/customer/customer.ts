// The card of a customer: what is open and running, what may be noted, all invoices and all that happened.
import type { CustomerView } from '../../entry/sidebar-calls';
import { riskCard } from '../expected/risk-line';
import { pill } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import type { Shell, View, WayBack } from '../shell/shell';
import { historyCard, invoicesCard } from './customer-lists';
import { balancesCard, changesCard, factsCard, runningCard, waitingCard } from './customer-parts';
import { marksCard } from './manual-status';

/** What a card needs of where it was opened from. */
export interface CardContext {
  /** Where its way back leads. */
  back: WayBack;
  /** Opens the reminder that waits for this customer. */
  open: (id: string) => void;
  /** Told when something was changed here: what lies below is to be read again. */
  onChange?: () => void;
}

/** Opens the card of a customer as a page. @param key of the customer */
export function openCustomer(key: string, shell: Shell, context: CardContext): void {
  const view: View = async (host) => {
    const customer = await shell.load(host, 'Reading the customer…', view, 'getCustomer', key);
    if (customer) draw(host, customer, shell, context);
  };
  shell.openPage(view, context.back);
}

function draw(host: HTMLElement, customer: CustomerView, shell: Shell, context: CardContext): void {
  const { key, name, id, doNotContact } = customer;
  const changed = async (message: string): Promise<void> => {
    context.onChange?.();
    const fresh = await shell.ask('getCustomer', key);
    if (fresh && host.isConnected) draw(host, fresh, shell, context);
    shell.say(message);
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
    void shell.refreshToday();
  };
  const gone = (message: string): void => {
    context.onChange?.();
    context.back.press();
    shell.say(message);
  };
  host.replaceChildren(
    el(
      'div',
      { class: 'view-head' },
      el('h2', { class: 'wrap' }, name),
      id === '' ? null : el('p', { class: 'hint' }, id),
    ),
    ...(doNotContact ? [el('p', {}, pill('Do not contact', 'bad'))] : []),
    balancesCard(customer),
    ...runningCard(customer, shell, changed),
    ...waitingCard(customer, context.open),
    marksCard(customer, shell, changed, gone),
    ...changesCard(customer),
    factsCard(customer),
    riskCard(key),
    invoicesCard(customer, shell, changed),
    historyCard(customer, shell, changed),
  );
}
