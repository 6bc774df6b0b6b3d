// The Review view: the groups of waiting reminders, approving one or all routine ones, and what has no reminder.
import type { ChangeResult, ReviewLine } from '../../entry/sidebar-calls';
import { openReminder } from '../reminder/reminder';
import { commonReason, lineList, moveAlongLines, orderInWords } from '../reminder/review-line';
import type { Group, ReviewState } from '../reminder/review-state';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords, grouped } from '../shell/format';
import { openDeskButton } from '../shell/open-desk';
import type { Shell } from '../shell/shell';
import { sendPanel } from '../today/send-panel';
import { gridCard, keyboardHelp, seeker, whyNothing } from './review-parts';
import { withoutReminder } from './without-reminder';

/** How many lines of a group are read at first, and how many more a press brings. */
const FIRST = 40;
const MORE = 100;

/** Where the keyboard goes after the list was drawn again: a line's part, or a group's heading. */
interface FocusTarget {
  id: string;
  part: 'open' | 'act';
}

/** Draws Review, read afresh; what a person opens first is opened ahead meanwhile. */
export async function reviewView(host: HTMLElement, shell: Shell, reviewState: ReviewState): Promise<void> {
  const again = (other: HTMLElement, frame: Shell): Promise<void> => reviewView(other, frame, reviewState);
  const { sought } = reviewState;
  const list = shell.load(host, 'Reading the queue…', again, 'getReviewPage', { ...reviewState.asked(), lines: FIRST });
  const ahead = reviewState.readAhead(list);
  const [page] = await Promise.all([list, shell.today ? null : shell.refreshToday()]);
  // What is sought by now is another: that reading is under way.
  if (!page || sought !== reviewState.sought) return;
  if (!reviewState.take(page)) return again(host, shell);
  const view = new ReviewList(host, shell, reviewState);
  view.draw();
  void ahead.then(() => view.drawWithout());
}

/** The list on the page; it draws from the reviewState and asks the server only to change something. */
class ReviewList {
  private readonly without = el('div');

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly reviewState: ReviewState,
  ) {}

  /** Draws all groups; `focus` gets the keyboard when it was on something that is gone. */
  draw(focus: FocusTarget | null = null): void {
    if (!this.reviewState.page) return;
    this.countTabs();
    const groups = this.reviewState.groups();
    const approved = groups.find(({ name }) => name === 'approved');
    const list = el('div', { class: 'groups' }, ...groups.map((group) => this.section(group, approved !== undefined)));
    list.addEventListener('keydown', (event) => moveAlongLines(event, list));
    const parts = [
      this.heading(groups),
      ...(approved && !this.reviewState.isSought() ? [this.sending(approved)] : []),
      ...seeker(this.reviewState, this.shell, () => void this.reload()),
      list,
      ...this.inProblems(),
      this.without,
      gridCard(this.shell, () => this.reload()),
      keyboardHelp(),
    ];
    this.keepSeeking(() => this.host.replaceChildren(...parts));
    this.drawWithout();
    if (focus) this.bringFocus(focus);
  }

  /** What has no reminder comes after the list. */
  drawWithout(): void {
    this.without.replaceChildren(...withoutReminder(this.reviewState.without ?? [], this.shell));
  }

  /** The keyboard stays in the field in which it is while the list is drawn anew. */
  private keepSeeking(draw: () => void): void {
    const active = document.activeElement;
    const part = active instanceof HTMLElement && this.host.contains(active) ? active.dataset['seek'] : undefined;
    draw();
    if (part === undefined) return;
    const field = this.host.querySelector<HTMLElement>(`[data-seek="${part}"]`);
    field?.focus();
    if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
  }

  private heading(groups: Group[]): HTMLElement {
    const { page } = this.reviewState;
    const waiting = groups.filter(({ name }) => name === 'look' || name === 'routine' || name === 'calls');
    const number = waiting.reduce((sum, { total }) => sum + total, 0);
    const head = el(
      'div',
      { class: 'view-head' },
      el('h1', {}, 'Review'),
      el('span', { class: 'muted' }, `as of ${dayInWords(page?.asOf ?? '', '')}`),
      openDeskButton(this.shell),
    );
    if (number > 0 || this.reviewState.isSought()) return el('div', {}, head);
    const text = groups.length > 0 ? 'Nothing waits for a decision.' : `Nothing waits. ${whyNothing(this.shell)}`;
    const plan = async (): Promise<void> => {
      const result = await this.shell.ask('planNow');
      if (!result) return;
      this.shell.say(result.message);
      await this.reload();
    };
    return el('div', {}, head, el('p', { class: 'empty' }, text), button('Look again', plan, { busy: 'Looking…' }));
  }

  private section(group: Group, someApproved: boolean): HTMLElement {
    const { name, title, total } = group;
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
      el('span', { class: 'badge' }, grouped(total)),
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

  private sectionBody({ name, hint, lines, total, leaves }: Group): HTMLElement[] {
    const when = leaves === '' ? '' : ` ${timeInWords(leaves, name)}`;
    // A mark on every line is none: it is told once.
    const common = name === 'look' ? commonReason(lines) : '';
    const list = lineList(lines, {
      common,
      act: (line) => this.lineAction(line, name),
      open: (line) => this.open(line.id),
      asOf: this.reviewState.page?.asOf ?? '',
      reasons: name !== 'routine' && name !== 'approved',
    });
    const order = name === 'approved' || name === 'later' ? '' : orderInWords(lines, this.reviewState.sought.sort);
    const rest = total - lines.length;
    const more = (): Promise<void> => this.more(name, lines.length);
    return [
      el('p', { class: 'hint' }, `${hint}${when}${common === '' ? '' : ` All: ${common}.`}${order && ` ${order}`}`),
      list,
      ...(rest > 0 ? [button(`Show ${grouped(Math.min(MORE, rest))} more`, more, { busy: 'Reading…' })] : []),
    ];
  }

  private async more(group: Group['name'], from: number): Promise<void> {
    const page = await this.shell.ask('getReviewPage', { ...this.reviewState.asked(), group, from, lines: MORE });
    if (!page || !this.host.isConnected) return;
    // The list changed meanwhile: read again it is right, only shorter.
    if (!this.reviewState.takeMore(page, from)) return this.reload();
    const next = this.reviewState.groups().find(({ name }) => name === group)?.lines[from];
    this.draw(next ? { id: next.id, part: 'open' } : null);
  }

  private groupAction({ name, together }: Group, someApproved: boolean): HTMLElement | null {
    if (name === 'approved') return this.undoAll(together);
    if (name !== 'routine' || together.length === 0) return null;
    const label = together.length === 1 ? 'Approve it' : `Approve all ${grouped(together.length)}`;
    const approve = (): Promise<void> => this.approve(together, 'approveRoutine');
    return button(label, approve, { kind: someApproved ? 'plain' : 'primary', busy: 'Approving…' });
  }

  private undoAll(ids: string[]): HTMLElement | null {
    if (ids.length < 2) return null;
    const name = `Undo all ${grouped(ids.length)} approvals`;
    return button('Undo all', () => this.takeBack(ids), { kind: 'quiet', busy: 'Undoing…', name });
  }

  private lineAction(line: ReviewLine, group: Group['name']): HTMLButtonElement | null {
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

  private sending({ together }: Group): HTMLElement {
    return sendPanel(this.shell, together.length, () => this.reload());
  }

  private async approve(
    ids: string[],
    call: 'approveReminders' | 'approveRoutine' = 'approveReminders',
  ): Promise<void> {
    const next = this.reviewState.neighbour(ids[ids.length - 1] ?? '');
    const seen = ids.map((id) => this.reviewState.seen(id));
    const result = await (call === 'approveRoutine'
      ? this.shell.ask(call, ids, seen)
      : this.shell.ask(call, ids, '', seen));
    if (!result) return;
    await this.settle(result, ids, next && { id: next.id, part: 'act' });
    const undo = { label: 'Undo', press: () => this.takeBack(ids) };
    this.shell.say(result.message, result.changed > 0 ? undo : undefined);
  }

  private async takeBack(ids: string[]): Promise<void> {
    const result = await this.shell.ask('undoApproval', ids);
    if (!result) return;
    this.shell.say(result.message);
    await this.settle(result, ids, { id: ids[0] ?? '', part: 'act' });
  }

  // The answer says what became of each line; where that is not all, the list is read again.
  private async settle(result: ChangeResult, ids: string[], focus: FocusTarget | undefined): Promise<void> {
    if (!this.reviewState.follow(result, ids) || !this.host.isConnected) return this.reload();
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
    if (!today || this.reviewState.isSought()) return;
    const groups = this.reviewState.groups();
    const size = (name: Group['name']): number => groups.find((group) => group.name === name)?.total ?? 0;
    const waiting = {
      ...today.waiting,
      toReview: size('look') + size('routine'),
      approved: size('approved'),
      callsAndTasks: size('calls'),
    };
    this.shell.remember({ ...today, waiting });
  }

  private inProblems(): HTMLElement[] {
    const number = this.reviewState.page?.inProblems ?? 0;
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
    if (reviewState.page) list.draw(focus);
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
