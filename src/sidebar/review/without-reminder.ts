// Overdue invoices without a reminder: by reason, and on request the invoices of one.
import type { WithoutReminder } from '../../entry/sidebar-calls';
import { openWhy } from '../explain/why';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, grouped } from '../shell/format';
import { linkList } from '../shell/invoice-links';
import type { Shell, View } from '../shell/shell';

/** The card at the end of Review; nothing where every overdue invoice has a reminder. */
export function withoutReminder(reasons: readonly WithoutReminder[], shell: Shell): HTMLElement[] {
  if (reasons.length === 0) return [];
  const invoices = reasons.reduce((sum, reason) => sum + reason.invoices, 0);
  return [
    el(
      'details',
      { class: 'card without' },
      el('summary', {}, `${count(invoices, 'overdue invoice')} without a reminder`),
      el('ul', {}, ...reasons.map((reason) => reasonItem(reason, shell))),
    ),
  ];
}

function reasonItem(reason: WithoutReminder, shell: Shell): HTMLElement {
  const open = (): void => shell.openPage(invoicesView(reason), shell.backTo('review'));
  return el(
    'li',
    {},
    el('span', {}, reason.reason),
    el('span', { class: 'muted' }, `${count(reason.invoices, 'invoice')}, ${count(reason.customers, 'customer')}`),
    reason.first.length > 0 && button('List them', open, { kind: 'quiet', name: `List them: ${reason.reason}` }),
  );
}

/** The invoices of one reason. */
function invoicesView(reason: WithoutReminder): View {
  const view: View = (host, shell) => {
    const more = reason.invoices - reason.first.length;
    const back = { tab: 'review' as const, label: 'the list', press: () => reopen(view, shell) };
    const heading = el('h2', {}, reason.reason);
    host.replaceChildren(
      el('div', { class: 'view-head' }, heading),
      el('p', { class: 'hint' }, `${count(reason.invoices, 'overdue invoice')} without a reminder, the largest first.`),
      linkList(reason.first, shell, (key) => openWhy(key, shell, back)),
      ...(more > 0 ? [el('p', { class: 'hint' }, `And ${grouped(more)} smaller ones.`)] : []),
    );
    if (shell.focusIsLost()) focusOn(heading);
  };
  return view;
}

function reopen(view: View, shell: Shell): void {
  shell.openPage(view, shell.backTo('review'));
}
