// How the list of the inbox is sought, filtered, sorted and grouped, with what each group asks for per currency.
import { isSentByUs } from '../../dunning/policy/channels';
import type { ReviewGroup, ReviewLine } from '../../entry/sidebar-calls';
import { addTo, type Totals } from '../../receivables/money';
import { segmentWords } from '../../receivables/segment-words';
import { GROUP_ORDER, GROUP_WORDS, type Group, READ } from '../reminder/review-state';

export type InboxSort = 'gravest' | 'largest' | 'oldest' | 'customer';
export type InboxGrouping = 'list' | 'segment' | 'owner' | 'kind';

/** What is shown, and in which order. */
export interface InboxSought {
  search: string;
  /** `list:look`, `segment:New`, `owner:Ann`, `kind:Friendly`; '' for everything that waits. */
  filter: string;
  sort: InboxSort;
  grouping: InboxGrouping;
}

/** A line of the inbox with the list it stands in. */
export interface InboxLine {
  line: ReviewLine;
  group: ReviewGroup;
}

/** A group of the inbox. */
export interface InboxSection {
  /** Stays the same while lines come and go. */
  key: string;
  title: string;
  lines: InboxLine[];
  /** What its lines ask for, minor units by currency. */
  asked: Totals;
}

const LISTS = GROUP_ORDER;

/** What is to be looked at before what is routine, whatever the lines are grouped by. */
const IN_ORDER: readonly ReviewGroup[] = [...READ, 'later'];

/** Those that wait for a decision. */
const UNDECIDED: readonly ReviewGroup[] = ['routine', 'look', 'calls'];

/** Whether a line waits for a decision. */
export function isUndecided({ group }: InboxLine): boolean {
  return UNDECIDED.includes(group);
}

/** All lines as they are read one by one, each list in the order of the server: the most urgent first. */
export function linesOf(groups: readonly Group[]): InboxLine[] {
  return IN_ORDER.flatMap(
    (name) => groups.find((group) => group.name === name)?.lines.map((line) => ({ line, group: name })) ?? [],
  );
}

/** The value of a line by which it is grouped or filtered. */
function placeOf({ line, group }: InboxLine, by: InboxGrouping): string {
  if (by === 'list') return group;
  if (by === 'segment') return line.by?.segment ?? '';
  if (by === 'owner') return line.by?.owner ?? '';
  return kindOf(line);
}

/** The kind of a reminder: the text it is written in, with its way where that is no mail. */
function kindOf({ by, channel }: ReviewLine): string {
  const text = by?.kind ?? '';
  return isSentByUs(channel) || text === '' ? text || channel : `${text} (${channel})`;
}

/** A value in words. */
export function valueInWords(by: InboxGrouping, value: string): string {
  if (by === 'list') return GROUP_WORDS[LISTS.find((name) => name === value) ?? 'look'].title;
  if (by === 'segment') return segmentWords(value);
  return value === '' && by === 'owner' ? 'Nobody’s' : value;
}

/** What the list may be filtered by: every value that lines have, with how many do. */
export function filtersOf(lines: readonly InboxLine[], by: InboxGrouping): { value: string; number: number }[] {
  const numbers = new Map<string, number>();
  for (const line of lines) {
    const value = placeOf(line, by);
    numbers.set(value, (numbers.get(value) ?? 0) + 1);
  }
  const values = by === 'list' ? LISTS.filter((name) => numbers.has(name)) : [...numbers.keys()].sort();
  return values.map((value) => ({ value, number: numbers.get(value) ?? 0 }));
}

/**
 * The list as it is shown.
 * @param lines all that waits, the most urgent first
 * @returns sections that have lines; what was decided stands last, whatever the others are grouped by
 * @example arranged(lines, { search: 'acme', filter: '', sort: 'largest', grouping: 'owner' })
 */
export function arranged(lines: readonly InboxLine[], sought: InboxSought): InboxSection[] {
  const { sort, grouping } = sought;
  const found = inOrder(
    lines.filter((line) => isSought(line, sought)),
    sort,
  );
  const sections = new Map<string, InboxSection>();
  const keys = filtersOf(found.filter(isUndecided), grouping).map(({ value }) => `${grouping}:${value}`);
  for (const key of [...keys, 'list:approved', 'list:later']) {
    const by = key.startsWith('list:') ? 'list' : grouping;
    const title = valueInWords(by, key.slice(key.indexOf(':') + 1));
    if (!sections.has(key)) sections.set(key, { key, title, lines: [], asked: {} });
  }
  for (const line of found) {
    const key = isUndecided(line) ? `${grouping}:${placeOf(line, grouping)}` : `list:${line.group}`;
    const section = sections.get(key);
    if (!section) continue;
    section.lines.push(line);
    for (const [currency, amount] of Object.entries(line.line.by?.asked ?? {})) addTo(section.asked, currency, amount);
  }
  return [...sections.values()].filter((section) => section.lines.length > 0);
}

function isSought(line: InboxLine, { search, filter }: InboxSought): boolean {
  const at = filter.indexOf(':');
  const by = GROUPINGS.find((one) => one === filter.slice(0, at));
  if (by && placeOf(line, by) !== filter.slice(at + 1)) return false;
  const words = search.toLowerCase().split(/\s+/);
  const { customer, amounts, look = '', stage, channel, by: keys } = line.line;
  const text = [customer, amounts, look, stage, channel, keys?.numbers, keys?.owner, keys?.segment, keys?.kind]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

const GROUPINGS: readonly InboxGrouping[] = ['list', 'segment', 'owner', 'kind'];

function inOrder(lines: InboxLine[], sort: InboxSort): InboxLine[] {
  if (sort === 'gravest') return lines;
  if (sort === 'oldest') return [...lines].sort((a, b) => b.line.daysLate - a.line.daysLate);
  if (sort === 'customer') return [...lines].sort((a, b) => a.line.customer.localeCompare(b.line.customer, 'en'));
  return bySize(lines);
}

/** The largest first, each currency by itself: amounts in two of them are not compared. */
function bySize(lines: InboxLine[]): InboxLine[] {
  const main = ({ line }: InboxLine): [string, number] => Object.entries(line.by?.asked ?? {})[0] ?? ['', 0];
  const uses = new Map<string, number>();
  for (const line of lines) {
    const [currency] = main(line);
    uses.set(currency, (uses.get(currency) ?? 0) + 1);
  }
  return [...lines].sort((a, b) => {
    const [[one, much], [other, less]] = [main(a), main(b)];
    if (one === other) return less - much;
    return (uses.get(other) ?? 0) - (uses.get(one) ?? 0) || (one < other ? -1 : 1);
  });
}
