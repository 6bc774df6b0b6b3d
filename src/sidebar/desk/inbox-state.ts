// What the inbox has in hand: all that waits, reminders opened ahead of the one that is read, and decisions on their way.
import type { ChangeResult, ReminderView } from '../../entry/sidebar-calls';
import { ReviewState } from '../reminder/review-state';
import { callServer } from '../shell/server';
import { whose } from '../shell/whose';
import { arranged, type InboxLine, type InboxSection, type InboxSought, isUndecided, linesOf } from './inbox-order';

/** How many are opened ahead in one call, and how few of them are left when more are asked for. */
const AHEAD = 20;
const FEW = 12;

/** The most lines of a list that one call brings. */
const MOST_LINES = 500;

/** What is done with an answer that comes later. */
export interface Told {
  /** Approvals were settled. @param fits whether the list in hand follows; else it has to be read again */
  settled: (result: ChangeResult, ids: readonly string[], fits: boolean) => void;
  /** The server has all of them. */
  done: () => void;
  /** They could not be made. */
  refused: (message: string, ids: readonly string[]) => void;
}

/** The inbox in hand; it outlives the view, so that coming back shows it at once. */
export class InboxState {
  readonly review = new ReviewState();
  sought: InboxSought = { search: '', filter: '', sort: 'gravest', grouping: 'list' };
  /** Groups that a person folded away, or opened where they are folded at first. */
  readonly folded = new Set<string>(['list:approved', 'list:later']);
  /** The reminder that is read; '' for none. */
  chosen = '';
  /** Approvals that the server has not confirmed yet. */
  private readonly underWay = new Set<string>();
  private queue = new Map<string, number>();
  private sending: Promise<void> | null = null;
  /** Those asked for ahead whose answer is under way. */
  private readonly asked = new Set<string>();

  /** All lines; what is on its way to be approved counts as approved. */
  lines(): InboxLine[] {
    const lines = linesOf(this.review.groups());
    if (this.underWay.size === 0) return lines;
    return lines.map((one) => (this.underWay.has(one.line.id) ? { ...one, group: 'approved' } : one));
  }

  /** The list as it is shown. */
  sections(): InboxSection[] {
    const owner = whose();
    const lines = this.lines();
    const own = owner === undefined ? lines : lines.filter(({ line }) => (line.by?.owner ?? '') === owner);
    return arranged(own, this.sought);
  }

  /** The lines as they are gone through by key: those of groups that are not folded. */
  order(): InboxLine[] {
    return this.sections()
      .filter(({ key }) => !this.folded.has(key))
      .flatMap(({ lines }) => lines);
  }

  /** Reads all that waits. @returns a sentence where it could not be read, '' else */
  async read(): Promise<string> {
    await this.sending;
    const answer = await callServer('getReviewPage', { lines: MOST_LINES, keys: true });
    if (!answer.ok) return answer.message;
    if (!this.review.take(answer.value)) return '';
    return this.readRest();
  }

  /** Lists of more lines than one answer holds are read on. */
  private async readRest(): Promise<string> {
    for (const { name } of this.review.groups()) {
      for (;;) {
        const group = this.review.groups().find((one) => one.name === name);
        if (!group || group.lines.length >= group.total) break;
        const from = group.lines.length;
        const more = await callServer('getReviewPage', { group: name, from, lines: MOST_LINES, keys: true });
        if (!more.ok) return more.message;
        // Somebody changed something meanwhile: what was read holds, and the next look brings the rest.
        if (!this.review.takeMore(more.value, from)) return '';
      }
    }
    return '';
  }

  /** Whether a reminder is opened by a call that is under way. */
  isOnItsWay(id: string): boolean {
    return this.asked.has(id);
  }

  /** Opens ahead what is read next, where little of it is left. @param came told when more has come */
  openAhead(came: () => void): void {
    const order = this.order();
    const at = Math.max(
      0,
      order.findIndex(({ line }) => line.id === this.chosen),
    );
    const next = [...order.slice(at), ...order.slice(0, at)]
      .filter((one) => isUndecided(one) || one.line.id === this.chosen)
      .map(({ line }) => line.id);
    const first = next.findIndex((id) => !this.review.openedAhead(id) && !this.asked.has(id));
    if (first < 0 || first > FEW) return;
    const wanted = next
      .slice(first)
      .filter((id) => !this.review.openedAhead(id) && !this.asked.has(id))
      .slice(0, AHEAD);
    for (const id of wanted) this.asked.add(id);
    const without = this.review.without === null;
    void callServer('getReviewPage', { lines: 0, which: wanted, without }).then((answer) => {
      for (const id of wanted) this.asked.delete(id);
      if (answer.ok) this.review.takeAhead(answer.value);
      came();
    });
  }

  /** The line to read after one: the next that waits for a decision, else the one before. */
  after(id: string): string {
    const order = this.order();
    const at = order.findIndex(({ line }) => line.id === id);
    const waits = (one: InboxLine): boolean => isUndecided(one) && one.line.id !== id;
    const next = order.slice(at + 1).find(waits) ?? order.slice(0, Math.max(0, at)).reverse().find(waits);
    return next?.line.id ?? '';
  }

  /**
   * Approves one reminder that a person has before them: at once in the list, with the server as soon as it is free. What is
   * approved while a call is under way goes together with the next.
   */
  approve(id: string, told: Told): void {
    this.underWay.add(id);
    this.queue.set(id, this.review.seen(id));
    this.sending ??= this.sendAll(told);
  }

  private async sendAll(told: Told): Promise<void> {
    while (this.queue.size > 0) {
      const seen = this.queue;
      const ids = [...seen.keys()];
      this.queue = new Map();
      const answer = await callServer(
        'approveReminders',
        ids,
        '',
        ids.map((id) => seen.get(id) ?? 0),
      );
      for (const id of ids) this.underWay.delete(id);
      if (answer.ok) told.settled(answer.value, ids, this.review.follow(answer.value, ids));
      else told.refused(answer.message, ids);
    }
    this.sending = null;
    told.done();
  }

  /** Waits until the server has all approvals. */
  async settle(): Promise<void> {
    await this.sending;
  }

  /** Whether approvals are on their way. */
  isBusy(): boolean {
    return this.sending !== null;
  }

  /** The reminder that is read, where it is in hand. */
  opened(): ReminderView | undefined {
    return this.chosen === '' ? undefined : this.review.openedAhead(this.chosen);
  }
}
