// What the Review view has in hand: the lines, in the groups a collector works through, and what comes next.
import type { ReminderState } from '../../dunning/history/reminder';
import type { ReminderLine, ReviewView } from '../../entry/sidebar-calls';

/** The groups in the order of a morning. */
export type GroupName = 'routine' | 'look' | 'calls' | 'approved' | 'later';

/** Lines that belong together. */
export interface Group {
  name: GroupName;
  title: string;
  /** One sentence on what the group is. */
  hint: string;
  lines: ReminderLine[];
}

const GROUPS: Omit<Group, 'lines'>[] = [
  { name: 'routine', title: 'Routine', hint: 'Nothing to look at; may be approved together.' },
  { name: 'look', title: 'Look at these', hint: 'Read each before it goes; its reason stands below it.' },
  { name: 'calls', title: 'Calls and tasks', hint: 'Open one, do it, note what came of it.' },
  { name: 'approved', title: 'Approved', hint: 'Each is checked once more just before it leaves.' },
  { name: 'later', title: 'Not now', hint: 'Come back on their date.' },
];

/**
 * The group a line belongs to, or null when Review has nothing to do with it (Problems has, or it is over).
 * @example groupOf({ ...line, state: 'planned', list: 'routine' }) // 'routine'
 */
export function groupOf(line: ReminderLine): GroupName | null {
  if (line.state === 'snoozed') return 'later';
  if (line.state !== 'planned' && line.state !== 'approved' && line.state !== 'sending') return null;
  if (line.list === 'by-hand') return 'calls';
  if (line.state !== 'planned') return 'approved';
  return line.look === '' ? 'routine' : 'look';
}

/** The lines in hand between the list and an opened reminder, so that going back is instant. */
export class ReviewState {
  /** What was read last, null before. */
  review: ReviewView | null = null;
  /** The line to bring the keyboard back to. */
  lastOpened = '';
  /** How many lines of each group are drawn. */
  readonly shown = new Map<GroupName, number>();
  /** The groups that a person folded away. */
  readonly folded = new Set<GroupName>();

  /** The groups that have lines. */
  groups(): Group[] {
    const lines = new Map<GroupName, ReminderLine[]>(GROUPS.map(({ name }) => [name, []]));
    for (const line of this.review?.lines ?? []) {
      const name = groupOf(line);
      if (name) lines.get(name)?.push(line);
    }
    return GROUPS.map((group) => ({ ...group, lines: lines.get(group.name) ?? [] })).filter(
      (group) => group.lines.length > 0,
    );
  }

  /** The group that holds a line. */
  groupWith(id: string): Group | undefined {
    return this.groups().find((group) => group.lines.some((line) => line.id === id));
  }

  /** The line after one in its group, or before it when it is the last. */
  neighbour(id: string): ReminderLine | undefined {
    const lines = this.groupWith(id)?.lines ?? [];
    const at = lines.findIndex((line) => line.id === id);
    return lines[at + 1] ?? lines[at - 1];
  }

  /** Notes a state that the server has confirmed, so that the list need not be read again. */
  mark(ids: readonly string[], state: ReminderState): void {
    const wanted = new Set(ids);
    for (const line of this.review?.lines ?? []) if (wanted.has(line.id)) line.state = state;
  }

  /** Lines that wait in Problems. */
  inProblems(): number {
    const lines = this.review?.lines ?? [];
    return lines.filter(({ state }) => state === 'needs-fix' || state === 'failed' || state === 'unconfirmed').length;
  }
}
