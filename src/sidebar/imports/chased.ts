// The page for who was chased when: pasted, compared with the open invoices, shown customer by customer, and taken over once confirmed.
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { count, dateInWords, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { type ChasedCustomer, type ChasedList, chasedList, LAST } from './chased-list';
import { confirmList, drawList, folded, type ListDraft, problemPart, unknownPart } from './list-form';

/** What was pasted last: coming back, it is still there. */
const draft: ListDraft = { text: '', meant: new Map() };

/** Draws the page. */
export async function chasedView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the open invoices…', chasedView, 'getImport');
  if (!view) return;
  drawList(host, shell, {
    title: 'Who was chased when',
    purpose:
      'So that nobody is written to from the start again: each invoice goes on from there, and the least days between two contacts count from that day.',
    hint: 'With its row of headers: Invoice or Customer, Day, Step (1, 2, 3, or first, second, final reminder). A line with a customer alone is about all that was due by then.',
    draft,
    read: () => chasedList(draft.text, view, draft.meant),
    parts: (list, again) => {
      const take = (): Promise<void> =>
        confirmList(host, shell, draft, { contacts: [], chased: list.chased }, chasedView);
      return [chasedCard(list, view.asOf, take, again)];
    },
  });
}

function chasedCard(
  { chased, customers, unknown, problems, settled }: ChasedList,
  asOf: string,
  take: () => Promise<void>,
  again: () => void,
): HTMLElement {
  const others = settled > 0 ? ` ${grouped(settled)} lines are about what is not open any more.` : '';
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, `${count(chased.length, 'open invoice')} of ${count(customers.length, 'customer')}`),
    el(
      'p',
      { class: 'hint' },
      `An invoice that Duesheet reminded of already, or that was taken over before, stays as it is.${others}`,
    ),
    ...(chased.length > 0
      ? [
          folded(
            customers.map((one) => item(one, asOf)),
            'contact-changes',
          ),
          el('div', { class: 'actions' }, button('Take these over', take, { kind: 'primary', busy: 'Writing…' })),
        ]
      : []),
    ...unknownPart(unknown, draft, again),
    ...problemPart(problems),
  );
}

function item({ name, invoices }: ChasedCustomer, asOf: string): HTMLElement {
  return el(
    'li',
    {},
    el('p', { class: 'strong', dir: 'auto' }, name),
    ...invoices.map(({ number, on, count: times }) =>
      el(
        'p',
        { class: 'small' },
        [number, stepInWords(times), on === '' ? '' : dateInWords(on, asOf)].filter((part) => part !== '').join(' · '),
      ),
    ),
  );
}

function stepInWords(times: number): string {
  if (times === 0) return 'a reminder, no step said: counts as a personal word at most';
  return times === LAST ? 'the last reminder' : `${count(times, 'reminder')} so far`;
}
