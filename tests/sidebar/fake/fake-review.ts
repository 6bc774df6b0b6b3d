// The Review page of the sidebar's tests: the scenario's lines in groups, sought, sorted, cut and opened as the server does it.
import type {
  ChangedLine,
  ChangeResult,
  LineKeys,
  ReminderLine,
  ReviewAsked,
  ReviewGroup,
  ReviewGroupPage,
  ReviewPageView,
  WithoutReminder,
} from '../../../src/entry/sidebar-calls';
import { opened } from './fake-lines';

const GROUPS: ReviewGroup[] = ['routine', 'look', 'calls', 'approved', 'later'];
const READ: ReviewGroup[] = ['look', 'calls', 'routine', 'approved'];

/** The group a line stands in. */
function groupOfLine({ state, list, look }: ReminderLine): ReviewGroup | null {
  if (state === 'snoozed') return 'later';
  if (state !== 'planned' && state !== 'approved' && state !== 'sending') return null;
  if (list === 'by-hand') return 'calls';
  if (state !== 'planned') return 'approved';
  return look === '' ? 'routine' : 'look';
}

/** What the scenario may say of Review beside its lines. */
export interface ReviewScenario {
  lines: ReminderLine[];
  withoutReminder?: WithoutReminder[];
  /** The last entry of the log; a test raises it for what somebody else did. */
  seq?: number;
}

/** A change to lines of the scenario, told as the server tells it; `next` comes opened. */
export function told(scenario: ReviewScenario, ids: readonly string[], message: string, next?: string): ChangeResult {
  const since = scenario.seq ?? 1;
  scenario.seq = since + ids.length;
  const touched = scenario.lines.filter(({ id }) => ids.includes(id));
  const lines: ChangedLine[] = touched.map((line) => {
    const { id, state, snoozedUntil } = line;
    return { id, state, snoozedUntil, group: groupOfLine(line) };
  });
  const then = scenario.lines.find(({ id }) => id === next);
  const told: ChangeResult = { changed: ids.length, message, since, seq: scenario.seq, lines };
  return then ? { ...told, next: opened({ ...then }) } : told;
}

/** By what a wide list sorts and groups: the first amount counts, owners take turns. */
function keysOf({ id, amounts, segment, stage }: Omit<ReminderLine, 'leaves'>): LineKeys {
  const [amount = '0', currency = 'EUR'] = amounts.split(' ');
  const asked = { [currency]: Math.round(Number(amount.replace(/,/g, '')) * 100) };
  const owner = ['Ann', 'Bob', ''][id.length % 3] ?? '';
  return { segment, owner, kind: stage.replace(/^.*, /, ''), asked, numbers: `${id} INV-2026-${id.slice(2)}001` };
}

/** The page that was asked for. */
export function reviewPage(scenario: ReviewScenario, asked: ReviewAsked = {}): ReviewPageView {
  const { search = '', segment = '', sort = 'gravest', group, from = 0, lines: most = 40 } = asked;
  const { lines } = scenario;
  const waiting = lines.filter((line) => groupOfLine(line) !== null);
  const sought = waiting.filter(
    (line) =>
      (segment === '' || line.segment === segment) &&
      (asked.owner === undefined || keysOf(line).owner === asked.owner) &&
      line.customer.toLowerCase().includes(search.toLowerCase()),
  );
  if (sort === 'customer') sought.sort((a, b) => (a.customer < b.customer ? -1 : 1));
  if (sort === 'oldest') sought.sort((a, b) => b.daysLate - a.daysLate);
  const within = (name: ReviewGroup) => sought.filter((line) => groupOfLine(line) === name);
  const named = asked.which ?? [];
  const first =
    named.length > 0
      ? waiting.filter(({ id }) => named.includes(id))
      : (group ? [group] : READ).flatMap(within).slice(from, from + (asked.opened ?? 0));
  const problems = lines.filter(({ state }) => state === 'needs-fix' || state === 'failed' || state === 'unconfirmed');
  const pages = GROUPS.filter((name) => !group || name === group).flatMap((name): ReviewGroupPage[] => {
    const all = within(name);
    if (all.length === 0 || most === 0) return [];
    const leaves = name === 'later' ? '' : (all[0]?.leaves ?? '');
    const start = group ? from : 0;
    const together = all.filter(({ state }) => state === (name === 'approved' ? 'approved' : 'planned'));
    return [
      {
        ...{ name, total: all.length, leaves, amounts: all.map(({ amounts }) => amounts).join(' and ') },
        lines: all.slice(start, start + most).map(({ leaves: own, ...line }) => ({
          ...line,
          ...(own === leaves || line.state === 'snoozed' ? {} : { leaves: own }),
          ...(asked.keys ? { by: keysOf(line) } : {}),
        })),
        together: name === 'routine' || name === 'approved' ? together.map(({ id }) => id) : [],
      },
    ];
  });
  return {
    ...{ asOf: '2026-11-23', seq: scenario.seq ?? 1, waiting: waiting.length, inProblems: problems.length },
    owners: [...new Set(waiting.map((line) => keysOf(line).owner))].sort(),
    segments: [...new Set(waiting.map((line) => line.segment))].sort(),
    groups: pages,
    opened: first.map((line) => opened({ ...line })),
    withoutReminder: asked.without ? (scenario.withoutReminder ?? []) : null,
  };
}
