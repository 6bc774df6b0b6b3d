// What the Review view has in hand: the groups as far as they were read, reminders opened ahead, and what comes next.
import type {
  ChangedLine,
  ChangeResult,
  ReminderView,
  ReviewAsked,
  ReviewGroup,
  ReviewGroupPage,
  ReviewLine,
  ReviewPageView,
  WithoutReminder,
} from '../../entry/sidebar-calls';
import { callServer } from '../shell/server';
import { whose } from '../shell/whose';

/** A group with its words. */
export interface Group extends ReviewGroupPage {
  title: string;
  /** One sentence on what the group is. */
  hint: string;
}

/** The groups in the order of a morning. */
export const GROUP_WORDS: Record<ReviewGroup, { title: string; hint: string }> = {
  routine: { title: 'Routine', hint: 'Nothing unusual: these may be approved together.' },
  look: { title: 'Look at these', hint: 'Read each before it goes; the reason is below it.' },
  calls: { title: 'Calls and tasks', hint: 'Open one, do it, note what came of it.' },
  approved: { title: 'Approved', hint: 'Each is checked once more before it leaves.' },
  later: { title: 'Not now', hint: 'They come back on their day.' },
};
export const GROUP_ORDER = Object.keys(GROUP_WORDS) as ReviewGroup[];

/** The groups that reminders are opened ahead from, as on the server. */
export const READ: readonly ReviewGroup[] = ['look', 'calls', 'routine', 'approved'];

/** How many are opened ahead at once, and how few of them are left when more are asked for. */
const AHEAD = 20;
const FEW = 5;

/** After this long an opened reminder is read again: a payment may have come in. */
const FRESH_MS = 600_000;

/** How the list is sought and sorted. */
export type Sought = Required<Pick<ReviewAsked, 'sort' | 'search' | 'segment'>>;

const AS_IT_IS: Sought = { sort: 'gravest', search: '', segment: '' };

/** The list in hand between the view and an opened reminder, so that going back is instant. */
export class ReviewState {
  /** What was read last, without its groups; null before. */
  page: Omit<ReviewPageView, 'groups' | 'opened'> | null = null;
  /** The line to bring the keyboard back to. */
  lastOpened = '';
  sought: Sought = AS_IT_IS;
  /** The words in the search field, which may run ahead of what is sought. */
  typed = '';
  /** The groups that a person folded away. */
  readonly folded = new Set<ReviewGroup>();
  /** Overdue invoices without a reminder, null before they were read. */
  without: WithoutReminder[] | null = null;
  /** The reading ahead that is under way. */
  ahead: Promise<void> | null = null;
  private inHand = new Map<ReviewGroup, ReviewGroupPage>();
  private readonly opened = new Map<string, { view: ReminderView; at: number }>();
  /** Where lines stood before they moved, so that taking back puts them there again. */
  private readonly places = new Map<string, { group: ReviewGroup; at: number }>();
  /** How many left each group since the list was read, so that who goes through it counts on. */
  private readonly left = new Map<ReviewGroup, number>();
  private seq = 0;
  /** Up to which entry of the log the list showed when it was read: what came since is our own. */
  private readAt = 0;

  /** Whether only a part of what waits is shown. */
  isSought(): boolean {
    return this.sought.search !== '' || this.sought.segment !== '' || whose() !== undefined;
  }

  /** What the server is asked for: what is sought, of whose customers. */
  asked(): Sought & { owner?: string } {
    const owner = whose();
    return owner === undefined ? this.sought : { ...this.sought, owner };
  }

  /** The groups that have lines. */
  groups(): Group[] {
    return GROUP_ORDER.flatMap((name) => {
      const group = this.inHand.get(name);
      return group && group.total > 0 ? [{ ...group, ...GROUP_WORDS[name] }] : [];
    });
  }

  /** Takes the list as it was read. @returns false where it is older than what is in hand */
  take({ groups, opened, ...page }: ReviewPageView): boolean {
    if (page.seq < this.seq) return false;
    // Somebody else changed something meanwhile: what was opened ahead may be another by now.
    if (page.seq !== this.seq) this.opened.clear();
    this.seq = page.seq;
    this.readAt = page.seq;
    this.page = page;
    this.places.clear();
    this.left.clear();
    this.inHand = new Map(groups.map((group) => [group.name, group]));
    this.takeOpened(opened, page.seq);
    return true;
  }

  /** Takes more lines of a group. @returns false where the list has to be read again, as it changed meanwhile */
  takeMore({ groups, seq }: ReviewPageView, from: number): boolean {
    const [more] = groups;
    const group = more && this.inHand.get(more.name);
    if (!group || seq !== this.seq || from !== group.lines.length) return false;
    const { leaves } = group;
    const lines = more.lines.map((line) => toldWith(line, more.leaves, leaves));
    this.inHand.set(more.name, { ...more, leaves, lines: [...group.lines, ...lines] });
    return true;
  }

  private takeOpened(views: readonly ReminderView[], seq: number): void {
    if (seq < this.readAt) return;
    for (const view of views) {
      // What was decided while it was on its way is another by now.
      const line = this.lineOf(view.id);
      if (!line || line.state === view.state) this.opened.set(view.id, { view, at: Date.now() });
    }
  }

  /** Keeps a reminder that was opened. */
  keep(view: ReminderView): void {
    this.opened.set(view.id, { view, at: Date.now() });
  }

  /** A reminder opened ahead; undefined where it has to be asked for. */
  openedAhead(id: string): ReminderView | undefined {
    const known = this.opened.get(id);
    return known && Date.now() - known.at < FRESH_MS ? known.view : undefined;
  }

  /** Whether a line is among those that the reading under way brings opened. */
  isOnItsWay(id: string): boolean {
    if (!this.ahead) return false;
    const lines = READ.flatMap((name) => this.inHand.get(name)?.lines ?? []);
    const at = lines.findIndex((line) => line.id === id);
    return at >= 0 && at < AHEAD;
  }

  /**
   * Opens the first reminders ahead, and reads what is overdue without one.
   * @param list the reading of the list, which goes on beside it
   */
  readAhead(list: Promise<unknown>): Promise<void> {
    const call = callServer('getReviewPage', { ...this.asked(), lines: 0, opened: AHEAD, without: true });
    return this.under(
      list.then(() => call),
      (page) => {
        this.takeOpened(page.opened, page.seq);
        this.without = page.withoutReminder;
      },
    );
  }

  /** Opens more ahead where few are left behind a line. */
  readOn(id: string): void {
    const group = this.groupWith(id);
    if (!group || this.ahead) return;
    const at = group.lines.findIndex((line) => line.id === id);
    const from = group.lines.findIndex((line, index) => index > at && this.openedAhead(line.id) === undefined);
    const behind = from < 0 ? group.lines.length : from;
    if (behind - at > FEW || behind >= group.total) return;
    const start = group.lines.length;
    const asked = {
      ...this.asked(),
      group: group.name,
      from: behind,
      opened: AHEAD,
      lines: behind === start ? AHEAD : 0,
    };
    void this.under(callServer('getReviewPage', asked), (page) => {
      this.takeOpened(page.opened, page.seq);
      if (asked.lines > 0) this.takeMore(page, start);
    });
  }

  private under(
    call: Promise<{ ok: true; value: ReviewPageView } | { ok: false }>,
    take: (page: ReviewPageView) => void,
  ): Promise<void> {
    const reading = call.then((answer) => {
      if (this.ahead === reading) this.ahead = null;
      if (answer.ok) take(answer.value);
    });
    this.ahead = reading;
    return reading;
  }

  /** The group that holds a line. */
  groupWith(id: string): Group | undefined {
    return this.groups().find((group) => group.lines.some((line) => line.id === id));
  }

  /** Which of its group a reminder is, counted from the first that the list showed. @example [2, 17] */
  placeIn(group: Group, id: string): [place: number, of: number] {
    const left = this.left.get(group.name) ?? 0;
    return [left + 1 + group.lines.findIndex((line) => line.id === id), left + group.total];
  }

  /** The line of a reminder as it is in hand. */
  lineOf(id: string): ReviewLine | undefined {
    for (const { lines } of this.inHand.values()) {
      const line = lines.find((one) => one.id === id);
      if (line) return line;
    }
    return undefined;
  }

  /** Up to which entry of the log a person saw a reminder: with the list, or opened after it. */
  seen(id: string): number {
    return Math.max(this.seq, this.opened.get(id)?.view.seq ?? 0);
  }

  /** The last entry of the log that is in hand. */
  get end(): number {
    return this.seq;
  }

  /** Takes reminders that were opened beside the list. */
  takeAhead({ opened, seq, withoutReminder }: ReviewPageView): void {
    this.takeOpened(opened, seq);
    this.without = withoutReminder ?? this.without;
  }

  /** The line after one in its group, or before it when it is the last. */
  neighbour(id: string): ReviewLine | undefined {
    const lines = this.groupWith(id)?.lines ?? [];
    const at = lines.findIndex((line) => line.id === id);
    return lines[at + 1] ?? lines[at - 1];
  }

  /** Lets go of everything that was read. */
  forget(): void {
    this.page = null;
    this.opened.clear();
  }

  /**
   * Follows a change; a reminder that came opened with it is kept.
   * @param ids those that were to be changed
   * @returns false where the list has to be read again: somebody else changed something, or what changed is not in hand
   */
  follow({ since, seq, lines, next }: ChangeResult, ids: readonly string[]): boolean {
    const told = new Set(lines?.map(({ id }) => id));
    const isNext = seq !== undefined && lines !== undefined && since === this.seq && ids.every((id) => told.has(id));
    if (!this.page || !isNext || !lines.every((line) => this.move(line))) this.forget();
    else this.seq = seq;
    if (next) this.keep(next);
    return this.page !== null;
  }

  private leaves(name: ReviewGroup, lines: 1 | -1): void {
    this.left.set(name, Math.max(0, (this.left.get(name) ?? 0) + lines));
  }

  private move({ id, state, group: name, snoozedUntil }: ChangedLine): boolean {
    this.opened.delete(id);
    const from = this.groupWith(id);
    const at = from?.lines.findIndex((line) => line.id === id) ?? -1;
    const line = from?.lines[at];
    if (!from || !line) return name === null;
    if (name !== from.name) {
      this.places.set(`${id} ${from.name}`, { group: from.name, at });
      this.leaves(from.name, 1);
    }
    this.inHand.set(from.name, {
      ...from,
      total: from.total - 1,
      lines: from.lines.filter((one) => one.id !== id),
      together: from.together.filter((one) => one !== id),
    });
    if (name === null) return true;
    if (this.places.has(`${id} ${name}`)) this.leaves(name, -1);
    const to = this.inHand.get(name);
    const { snoozedUntil: _, ...rest } = line;
    const moved = { ...rest, state, ...(state === 'snoozed' ? { snoozedUntil } : {}) };
    const leaves = to && to.total > 0 ? to.leaves : name === 'later' ? '' : (line.leaves ?? from.leaves);
    const lines = [...(to?.lines ?? [])];
    lines.splice(this.places.get(`${id} ${name}`)?.at ?? 0, 0, toldWith(moved, from.leaves, leaves));
    const isTogether = (name === 'routine' && state === 'planned') || (name === 'approved' && state === 'approved');
    const together = isTogether ? [id, ...(to?.together ?? [])] : (to?.together ?? []);
    // What they ask for together is known to the server alone; who sends asks for it anew.
    this.inHand.set(name, { name, leaves, amounts: '', total: (to?.total ?? 0) + 1, lines, together });
    return true;
  }
}

/** A line of a group whose usual time is another: it says its own where that differs. */
function toldWith(line: ReviewLine, before: string, now: string): ReviewLine {
  const { leaves: own, ...rest } = line;
  const leaves = own ?? before;
  return leaves === now || line.state === 'snoozed' ? rest : { ...rest, leaves };
}
