// One reminder, opened: why it is here, its invoices, the mail as it will look, and what a person may decide.
import { isSentByUs } from '../../dunning/policy/channels';
import type { ChangeResult, ReminderView } from '../../entry/sidebar-calls';
import { openCustomer } from '../customer/customer';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { factList } from '../shell/fact-list';
import type { Shell } from '../shell/shell';
import { skeleton } from '../shell/skeleton';
import { decisionForms, type Finish, outcomeForm } from './reminder-forms';
import { invoiceTable } from './reminder-invoices';
import { CLOSED, type Draft } from './reminder-mail';
import { letter, reminderFacts, whyCard } from './reminder-parts';
import type { ReviewState } from './review-state';

/** Where a reminder was opened from and how to go back there. */
export interface ReminderContext {
  shell: Shell;
  reviewState: ReviewState;
  /** Shows the list again. */
  back: () => void;
  listName: keyof typeof LISTS;
}

const READING = 'Reading the reminder…';

/** Where a reminder may be opened from, as its way back is called. */
const LISTS = {
  review: 'Review',
  problems: 'Problems',
  why: 'Why',
  customer: 'Customer',
  search: 'Search',
  worklist: 'Worklist',
};

/** Opens a reminder in place of the list; Escape goes back. */
export function openReminder(id: string, context: ReminderContext): void {
  const draft: Draft = { ...CLOSED, typed: () => {} };
  const view = async (host: HTMLElement): Promise<void> => {
    const reminder = await opened(id, host, context);
    if (!reminder) return;
    draw(host, reminder, context, draft);
    context.reviewState.readOn(id);
  };
  context.shell.show(view, context.back, () => {
    context.reviewState.forget();
    openReminder(id, context);
  });
}

/** The reminder as it was opened ahead, else as the server tells it. */
async function opened(id: string, host: HTMLElement, context: ReminderContext): Promise<ReminderView | undefined> {
  const { reviewState, shell } = context;
  if (!reviewState.openedAhead(id) && reviewState.isOnItsWay(id)) {
    host.append(skeleton(READING));
    await reviewState.ahead;
    if (!host.isConnected) return undefined;
  }
  const known = reviewState.openedAhead(id);
  if (known) return known;
  const asked = await shell.load(host, READING, () => openReminder(id, context), 'getReminder', id);
  if (asked) reviewState.keep(asked);
  return asked;
}

function draw(host: HTMLElement, reminder: ReminderView, context: ReminderContext, draft: Draft): void {
  const { reviewState, shell } = context;
  const asOf = shell.today?.today ?? reviewState.page?.asOf ?? reminder.plannedOn;
  const redraw = (changed: ReminderView): void => {
    reviewState.forget();
    reviewState.keep(changed);
    draw(host, changed, context, draft);
  };
  const finish: Finish = (result, undo) => {
    reviewState.lastOpened = reviewState.neighbour(reminder.id)?.id ?? '';
    reviewState.follow(result, [reminder.id]);
    context.back();
    const takeBack = async (): Promise<void> => {
      const back = undo && (await undo());
      if (!back) return;
      reviewState.forget();
      context.back();
      shell.say(back.message);
    };
    shell.say(result.message, undo && { label: 'Undo', press: takeBack });
    void shell.refreshToday();
  };
  Object.assign(draft, CLOSED);
  const heading = el('h1', { class: 'customer-name', dir: 'auto' }, reminder.customer);
  const open = reminder.state === 'planned' || reminder.state === 'approved' || reminder.state === 'snoozed';
  host.replaceChildren(
    navigation(reminder, context),
    el('div', { class: 'reminder-head' }, heading, reminderFacts(reminder, asOf)),
    ...letter(reminder, { shell, draft, redraw }),
    ...(!isSentByUs(reminder.channel) && open && reminder.second.needs === ''
      ? [outcomeForm(reminder, shell, asOf, finish)]
      : []),
    ...addressCard(reminder, shell, finish),
    whyCard(reminder),
    invoiceTable(reminder, shell, asOf),
    customerCard(reminder, context),
    ...(open || reminder.state === 'needs-fix' ? [decisionForms(reminder, shell, asOf, finish)] : []),
    ...approval(reminder, context, draft, redraw),
  );
  focusOn(heading);
}

function navigation(reminder: ReminderView, { reviewState, listName, shell, back }: ReminderContext): HTMLElement {
  const group = reviewState.groupWith(reminder.id);
  const [place, of] = group ? reviewState.placeIn(group, reminder.id) : [0, 0];
  return el(
    'nav',
    { class: 'reminder-nav', 'aria-label': 'Reminder' },
    button(`‹ ${LISTS[listName]}`, () => shell.leave(back), {
      kind: 'quiet',
      name: `${listName}, back to the list`,
    }),
    group && el('span', { class: 'muted' }, `${group.title}: ${place} of ${of}`),
  );
}

/** Another address in the invoice sheet: taken over with one click, or not asked about again. */
export function addressCard(
  { customerKey: key, customer, otherAddress: email }: ReminderView,
  shell: ReminderContext['shell'],
  finish: (result: ChangeResult) => void,
): HTMLElement[] {
  if (email === '') return [];
  const settle = (label: string, ask: () => Promise<ChangeResult | undefined>): HTMLElement =>
    button(
      label,
      async () => {
        const result = await ask();
        if (result) finish(result);
      },
      { busy: 'Working…' },
    );
  return [
    el(
      'section',
      { class: 'card' },
      el('h2', {}, 'Another address'),
      el('p', {}, `The invoice sheet has ${email} for ${customer}; AR Customers has another one.`),
      el(
        'div',
        { class: 'actions' },
        settle('Take it over', () => shell.ask('changeContact', key, { email })),
        settle('Keep ours', () => shell.ask('keepAddress', key)),
      ),
    ),
  ];
}

function customerCard(reminder: ReminderView, context: ReminderContext): HTMLElement {
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Customer'),
    factList(reminder.customerFacts),
    button('Open the customer’s card', () => context.shell.leave(() => openCardOf(reminder, context)), {
      name: `Open the customer’s card: ${reminder.customer}`,
    }),
  );
}

/** The card over an opened reminder; after a change there the reminder may be gone, so the way back is the list. */
function openCardOf({ id, customerKey }: ReminderView, context: ReminderContext): void {
  const { shell, reviewState, listName } = context;
  let changed = false;
  const back = (): void => {
    if (changed) context.back();
    else openReminder(id, context);
  };
  const tab = listName === 'review' || listName === 'problems' ? listName : 'more';
  openCustomer(customerKey, shell, {
    back: { tab, label: LISTS[listName], press: back },
    open: (waiting) => openReminder(waiting, context),
    onChange: () => {
      changed = true;
      reviewState.forget();
    },
  });
}

/** The number on the tab follows at once; Today is read when somebody looks at it. */
function moveOn(shell: Shell, approved: number): void {
  const { today } = shell;
  if (!today) return;
  const { waiting } = today;
  const toReview = Math.max(0, waiting.toReview - approved);
  shell.remember({ ...today, waiting: { ...waiting, toReview, approved: waiting.approved + approved } });
}

function approval(
  reminder: ReminderView,
  context: ReminderContext,
  draft: Draft,
  redraw: (changed: ReminderView) => void,
): HTMLElement[] {
  const { shell, reviewState } = context;
  const { needs, mayApprove } = reminder.second;
  // What is done by hand is approved by its outcome, unless two people have to approve it.
  if (!isSentByUs(reminder.channel) && needs === '') return [];
  const undo = async (): Promise<void> => {
    const result = await shell.ask('undoApproval', [reminder.id]);
    if (!result) return;
    reviewState.follow(result, [reminder.id]);
    moveOn(shell, -result.changed);
    openReminder(reminder.id, context);
    shell.say(result.message);
  };
  if (reminder.state === 'approved') {
    const takeBack = button('Undo the approval', undo, { busy: 'Working…' });
    const second = async (): Promise<void> => {
      const result = await shell.ask('approveAsSecond', reminder.id);
      if (!result) return;
      reviewState.follow(result, [reminder.id]);
      openReminder(reminder.id, context);
      shell.say(result.message);
    };
    const give = mayApprove && button('Approve as second person', second, { kind: 'primary', busy: 'Approving…' });
    return [
      ...(needs === '' ? [] : [el('p', { class: 'muted' }, needs)]),
      el('div', { class: 'action-bar' }, give, takeBack),
    ];
  }
  if (reminder.state !== 'planned') return [];
  const next = reviewState.neighbour(reminder.id);
  const approve = async (): Promise<void> => {
    let { seq } = reminder;
    // What stands in the editor is what is approved: it is stored first.
    if (draft.unsaved()) {
      const stored = await draft.store();
      if (!stored) return;
      redraw(stored);
      seq = stored.seq;
    }
    const asked = next && !reviewState.openedAhead(next.id) ? next.id : '';
    const result = await shell.ask('approveReminders', [reminder.id], asked, [seq]);
    if (!result) return;
    if ((reviewState.follow(result, [reminder.id]) || result.next) && next) {
      reviewState.lastOpened = next.id;
      moveOn(shell, result.changed);
      openReminder(next.id, context);
    } else context.back();
    shell.say(result.message, result.changed === 1 ? { label: 'Undo', press: undo } : undefined);
  };
  const usual = next ? 'Approve, next one' : 'Approve';
  const press = button(usual, approve, { kind: 'primary' });
  draft.typed = () => {
    press.textContent = draft.unsaved() ? 'Save and approve' : usual;
  };
  return [...(needs === '' ? [] : [el('p', { class: 'muted' }, needs)]), el('div', { class: 'action-bar' }, press)];
}
