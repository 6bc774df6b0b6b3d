// The page for who was chased when: pasted, compared with the open invoices, shown customer by customer, and taken over once confirmed.
import type { ImportView } from '../../entry/sidebar-calls';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dateInWords, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { type ChasedCustomer, type ChasedList, chasedList, LAST } from './chased-list';
import { folded, type ListDraft, pasteForm, problemPart, sendList, unknownPart } from './list-form';

/** What was pasted last: coming back, it is still there. */
let draft: ListDraft = { text: '', meant: new Map() };

const HINT =
  'With its row of headers: Invoice or Customer, Day, Step (1, 2, 3, or first, second, final reminder). A line with a customer alone is about all that was due by then.';

/** Draws the page. */
export async function chasedView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the open invoices…', chasedView, 'getImport');
  if (view) new Chased(host, shell, view).draw();
}

class Chased {
  private readonly result = el('div', { 'aria-live': 'polite' });

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly view: ImportView,
  ) {}

  draw(): void {
    this.host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', {}, 'Who was chased when')),
      el(
        'p',
        { class: 'hint' },
        'So that nobody is written to from the start again: each invoice goes on from there, and the least days between two contacts count from that day.',
      ),
      pasteForm(draft, this.shell, HINT, () => this.compare()),
      this.result,
    );
    if (draft.text.trim() !== '') this.compare();
  }

  private compare(): void {
    const list = chasedList(draft.text, this.view, draft.meant);
    if ('message' in list) {
      this.result.replaceChildren();
      this.shell.alert(list.message);
      return;
    }
    this.result.replaceChildren(this.resultOf(list));
  }

  private resultOf({ chased, customers, unknown, problems, settled }: ChasedList): HTMLElement {
    const take = async (): Promise<void> => {
      const said = await sendList(this.shell, { contacts: [], chased });
      if (said === undefined || !this.host.isConnected) return;
      draft = { text: '', meant: new Map() };
      this.draw();
      this.shell.say(said);
      void this.shell.refreshToday();
      const heading = this.host.querySelector('h2');
      if (heading && this.shell.focusIsLost()) focusOn(heading);
    };
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
              customers.map((one) => item(one, this.view.asOf)),
              'contact-changes',
            ),
            el('div', { class: 'actions' }, button('Take these over', take, { kind: 'primary', busy: 'Writing…' })),
          ]
        : []),
      ...unknownPart(unknown, draft, () => this.compare()),
      ...problemPart(problems),
    );
  }
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
