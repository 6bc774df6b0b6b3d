// The Review view: the groups of waiting reminders, approving one or all routine ones, and what has no reminder.
import type { ReminderLine, ReviewView } from '../../entry/sidebar-calls';
import { openReminder } from '../reminder/reminder';
import { lineList, moveAlongLines, usualTime } from '../reminder/review-line';
import type { Group, ReviewState } from '../reminder/review-state';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { sendingPanel } from './sending';
import { withoutReminder } from './without-reminder';

/** How many lines of a group are drawn at first, and how many more a press brings. */
const FIRST = 50;
const MORE = 100;

/** Where the keyboard goes after the list was drawn again: a line's part, or a group's heading. */
interface FocusTarget {
  id: string;
  part: 'open' | 'act';
}

/** Draws Review, read afresh. */
export async function reviewView(host: HTMLElement, shell: Shell, reviewState: ReviewState): Promise<void> {
  const again = (other: HTMLElement, frame: Shell): Promise<void> => reviewView(other, frame, reviewState);
  const [review] = await Promise.all([
    shell.load(host, 'Reading the queue…', again, 'getReview'),
    shell.today ? null : shell.refreshToday(),
  ]);
  if (!review) return;
  reviewState.review = review;
  new ReviewList(host, shell, reviewState).draw();
}

/** The list on the page; it draws from the reviewState and asks the server only to change something. */
class ReviewList {
  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly reviewState: ReviewState,
  ) {}

  /** Draws all groups; `focus` gets the keyboard when it was on something that is gone. */
  draw(focus: FocusTarget | null = null): void {
    const review = this.reviewState.review;
    if (!review) return;
    this.countTabs();
    const groups = this.reviewState.groups();
    const approved = groups.find(({ name }) => name === 'approved');
    const list = el('div', { class: 'groups' }, ...groups.map((group) => this.section(group, approved !== undefined)));
    list.addEventListener('keydown', (event) => moveAlongLines(event, list));
    this.host.replaceChildren(
      this.heading(review, groups),
      ...(approved ? [this.sending(approved)] : []),
      list,
      ...this.inProblems(),
      ...withoutReminder(review, this.shell),
      this.gridCard(),
      keyboardHelp(),
    );
    if (focus) this.bringFocus(focus);
  }

  private heading(review: ReviewView, groups: Group[]): HTMLElement {
    const asOf = dayInWords(review.asOf, '');
    const waiting = groups.filter(({ name }) => name === 'look' || name === 'routine' || name === 'calls');
    const number = waiting.reduce((sum, { lines }) => sum + lines.length, 0);
    const head = el(
      'div',
      { class: 'view-head' },
      el('h1', {}, 'Review'),
      el('span', { class: 'muted' }, `as of ${asOf}`),
    );
    if (number > 0) return el('div', {}, head);
    const text =
      groups.length > 0
        ? 'Nothing waits for a decision.'
        : 'Nothing waits. When an invoice reaches its next stage, its customer appears here on the morning of that day.';
    const plan = async (): Promise<void> => {
      const result = await this.shell.ask('planNow');
      if (!result) return;
      this.shell.say(result.message);
      await this.reload();
    };
    return el('div', {}, head, el('p', { class: 'empty' }, text), button('Plan again', plan, { busy: 'Planning…' }));
  }

  private section(group: Group, someApproved: boolean): HTMLElement {
    const { name, title, lines } = group;
    const folded = this.reviewState.folded.has(name);
    const body = el('div', { id: `lines-${name}`, hidden: folded });
    if (!folded) body.append(...this.sectionBody(group));
    const sign = el('span', { class: 'fold-sign', 'aria-hidden': 'true' }, folded ? '▸' : '▾');
    const fold = el(
      'button',
      { type: 'button', class: 'fold-toggle', 'aria-expanded': String(!folded), 'aria-controls': body.id },
      sign,
      title,
      ' ',
      el('span', { class: 'badge' }, grouped(lines.length)),
    );
    fold.addEventListener('click', () => {
      if (folded) this.reviewState.folded.delete(name);
      else this.reviewState.folded.add(name);
      this.draw();
      this.host.querySelector<HTMLElement>(`#group-${name} .fold-toggle`)?.focus();
    });
    return el(
      'section',
      { 'aria-labelledby': `group-${name}` },
      el(
        'div',
        { class: 'group-head' },
        el('h2', { id: `group-${name}` }, fold),
        this.groupAction(group, someApproved),
      ),
      body,
    );
  }

  private sectionBody({ name, hint, lines }: Group): HTMLElement[] {
    const shown = Math.max(FIRST, this.reviewState.shown.get(name) ?? 0);
    const more = (): void => {
      const next = lines[shown];
      this.reviewState.shown.set(name, shown + MORE);
      this.draw(next ? { id: next.id, part: 'open' } : null);
    };
    const leaves = name === 'later' ? '' : usualTime(lines);
    const when = leaves === '' ? '' : ` ${timeInWords(leaves, name)}`;
    const list = lineList(lines.slice(0, shown), {
      act: (line) => this.lineAction(line, name),
      open: (line) => this.open(line.id),
      asOf: this.reviewState.review?.asOf ?? '',
      reasons: name !== 'routine' && name !== 'approved',
      leaves,
    });
    return [
      el('p', { class: 'hint' }, `${hint}${when}`),
      list,
      ...(lines.length > shown ? [button(`Show ${Math.min(MORE, lines.length - shown)} more`, more)] : []),
    ];
  }

  private gridCard(): HTMLElement {
    const apply = async (): Promise<void> => {
      const result = await this.shell.ask('applyGrid');
      if (!result) return;
      this.shell.say(result.message);
      if (result.changed > 0) await this.reload();
    };
    return el(
      'section',
      { class: 'card' },
      el('h2', {}, 'Decided in the sheet?'),
      el('p', { class: 'hint' }, 'Words in the column Decide of AR Queue count with the next hourly run, or now.'),
      button('Apply now', apply, { busy: 'Applying…', name: 'Apply now the decisions in AR Queue' }),
    );
  }

  private groupAction({ name, lines }: Group, someApproved: boolean): HTMLElement | null {
    if (name === 'approved') return this.undoAll(lines.filter(({ state }) => state === 'approved'));
    const ids = lines.filter(({ state }) => state === 'planned').map(({ id }) => id);
    if (name !== 'routine' || ids.length === 0) return null;
    const label = ids.length === 1 ? 'Approve it' : `Approve all ${grouped(ids.length)}`;
    const approve = (): Promise<void> => this.approve(ids, 'approveRoutine');
    return button(label, approve, { kind: someApproved ? 'plain' : 'primary', busy: 'Approving…' });
  }

  private undoAll(lines: readonly ReminderLine[]): HTMLElement | null {
    if (lines.length < 2) return null;
    const ids = lines.map(({ id }) => id);
    const name = `Undo all ${grouped(ids.length)} approvals`;
    return button('Undo all', () => this.takeBack(ids), { kind: 'quiet', busy: 'Undoing…', name });
  }

  private lineAction(line: ReminderLine, group: Group['name']): HTMLButtonElement | null {
    if (group === 'look' || group === 'routine') {
      return button('Approve', () => this.approve([line.id]), { busy: '…', name: `Approve ${line.customer}` });
    }
    if (group !== 'approved' || line.state !== 'approved') return null;
    return button('Undo', () => this.takeBack([line.id]), {
      kind: 'quiet',
      busy: '…',
      name: `Undo the approval of ${line.customer}`,
    });
  }

  private sending(approved: Group): HTMLElement {
    const number = approved.lines.filter(({ state }) => state === 'approved').length;
    return sendingPanel(this.shell, number, () => this.reload());
  }

  private async approve(
    ids: string[],
    call: 'approveReminders' | 'approveRoutine' = 'approveReminders',
  ): Promise<void> {
    const next = this.reviewState.neighbour(ids[ids.length - 1] ?? '');
    const result = await this.shell.ask(call, ids);
    if (!result) return;
    await this.settle(ids, 'approved', result.changed, next && { id: next.id, part: 'act' });
    const undo = { label: 'Undo', press: () => this.takeBack(ids) };
    this.shell.say(result.message, result.changed > 0 ? undo : undefined);
  }

  private async takeBack(ids: string[]): Promise<void> {
    const result = await this.shell.ask('undoApproval', ids);
    if (!result) return;
    this.shell.say(result.message);
    await this.settle(ids, 'planned', result.changed, { id: ids[0] ?? '', part: 'act' });
  }

  // All done as asked: the list in hand is right. Else the server knows better, and the list is read again.
  private async settle(
    ids: string[],
    state: 'approved' | 'planned',
    changed: number,
    focus: FocusTarget | undefined,
  ): Promise<void> {
    if (changed !== ids.length || !this.host.isConnected) return this.reload();
    this.reviewState.mark(ids, state);
    this.draw(focus ?? { id: '', part: 'act' });
  }

  private async reload(): Promise<void> {
    if (this.host.isConnected) await reviewView(this.host, this.shell, this.reviewState);
    this.shell.rescueFocus();
  }

  private open(id: string): void {
    this.reviewState.lastOpened = id;
    openReminder(id, {
      shell: this.shell,
      reviewState: this.reviewState,
      back: () => backToList(this.shell, this.reviewState),
      listName: 'review',
    });
  }

  private bringFocus({ id, part }: FocusTarget): void {
    const row = this.host.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const target = row?.querySelector(`[data-part="${part}"]`) ?? row?.querySelector('[data-part="open"]');
    const fallback = this.host.querySelector('h1');
    if (target instanceof HTMLElement) target.focus();
    else if (fallback && this.shell.focusIsLost()) focusOn(fallback);
  }

  private countTabs(): void {
    const today = this.shell.today;
    if (!today) return;
    const size = (name: Group['name']): number =>
      this.reviewState.groups().find((group) => group.name === name)?.lines.length ?? 0;
    const waiting = {
      ...today.waiting,
      toReview: size('look') + size('routine'),
      approved: size('approved'),
      callsAndTasks: size('calls'),
    };
    this.shell.remember({ ...today, waiting });
  }

  private inProblems(): HTMLElement[] {
    const number = this.reviewState.inProblems();
    if (number === 0) return [];
    const label = `${count(number, 'reminder needs', 'reminders need')} mending`;
    return [button(label, () => this.shell.open('problems'), { kind: 'quiet' })];
  }
}

/** Shows the list again as it was left, with the keyboard on the line that was open; reads it when the reviewState is empty. */
function backToList(shell: Shell, reviewState: ReviewState): void {
  shell.show(async (host, frame) => {
    const list = new ReviewList(host, frame, reviewState);
    const focus: FocusTarget = { id: reviewState.lastOpened, part: 'open' };
    if (reviewState.review) list.draw(focus);
    else {
      await reviewView(host, frame, reviewState);
      if (host.isConnected && frame.focusIsLost()) list.draw(focus);
    }
  });
}

/** When the lines of a group leave, as a sentence. */
function timeInWords(leaves: string, group: Group['name']): string {
  if (group !== 'approved' && leaves.startsWith('leaves')) return `Once approved: ${leaves}.`;
  return `${leaves.charAt(0).toUpperCase()}${leaves.slice(1)}.`;
}

const KEYS: [string, string][] = [
  ['Tab', 'to a list, and from a line’s name to its button'],
  ['↑ ↓', 'to the line above or below'],
  ['Home, End', 'to the first or last line'],
  ['Enter', 'opens the line, or presses its button'],
  ['Esc', 'goes back from a reminder to its line'],
];

function keyboardHelp(): HTMLElement {
  return el(
    'details',
    { class: 'card keys' },
    el('summary', {}, 'Keyboard'),
    el('ul', {}, ...KEYS.map(([key, does]) => el('li', {}, el('kbd', {}, key), ` ${does}`))),
  );
}
