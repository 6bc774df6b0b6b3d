// Whether AR Policy, AR Templates or AR Segments is another than at the last plan: people edit them by hand, and the log tells it with old and new.
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import { fingerprintOf } from '../../workbook/fingerprint';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SEGMENTS_TAB, type TabSpec, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { MARK, markOf, type RuleChanged, type RuleRow, rowsGone, ruleRows } from './rule-rows';

/** The tabs whose change is told. */
export const RULE_TABS: readonly TabSpec[] = [POLICY_TAB, TEMPLATES_TAB, SEGMENTS_TAB];

/** Old and new of one entry of the log have to fit into its cell. */
export const MOST_NOTED = 40_000;
/** So much of a text is shown in a sentence. */
const MOST_SHOWN = 60;
/** So many rows are named in a sentence. */
const MOST_NAMED = 5;
/** So many rows of these tabs are told apart; of more only that one was changed, as what is remembered has to stay short. */
const MOST_MARKED = 500;
/**
 * Says how the marks were made, and that those of rows follow, of all tabs in one text, and that of all cells: what another
 * version kept says nothing here.
 */
const BY_ROW = 'rows 3';
const ALL_CELLS = RULE_TABS.length + 2;

/**
 * Events for each of these tabs that says another thing than at the last plan, with what stood there and what does now; the
 * order of rows says nothing. What they say now is remembered, and the first time nothing is told.
 */
export function rulesChanged(ws: WorkbookSession, actor: string): NewEvent[] {
  const { tabs, state } = ws;
  const cells = cellsMark(ws);
  // Most plans find the very cells of the last one, and need not go through their rows.
  if (cells !== '' && state.rules[ALL_CELLS] === cells) return [];
  const rows = RULE_TABS.map((spec) => ruleRows(ws, spec));
  const marks = rows.flat().map(({ mark }) => mark);
  const before = state.rules[RULE_TABS.length] === BY_ROW ? state.rules : [];
  state.rules = [
    markOfAll(readPolicy(tabs.needTable(POLICY_TAB)).policy),
    ...rows.slice(1).map((one) => markOfAll(one.map(({ mark }) => mark))),
    BY_ROW,
    marks.length > MOST_MARKED ? '' : marks.join(''),
    cells,
  ];
  const known = marksIn(before);
  const now = new Set(marks);
  const gone = new Set([...known].filter((mark) => !now.has(mark)));
  const changed = RULE_TABS.flatMap((spec, at) => {
    if (before.length === 0 || before[at] === state.rules[at]) return [];
    const fresh = known.size > 0 ? (rows[at] ?? []).filter(({ mark }) => !known.has(mark)) : [];
    return [{ spec, fresh, old: known.size > 0 ? rowsGone(ws, spec, gone) : [] }];
  });
  const isWhole = changed.reduce((sum, { old }) => sum + old.length, 0) === gone.size;
  return changed.flatMap(({ spec, fresh, old }) => told(spec, differences(spec, fresh, old, isWhole), actor));
}

/** A mark of all cells of these tabs as they were read; '' where a tab was written since. */
function cellsMark({ tabs }: WorkbookSession): string {
  const grids = RULE_TABS.map((spec) => (tabs.table(spec) ? tabs.held(spec)?.values : []));
  return grids.includes(undefined)
    ? ''
    : markOf([BY_ROW, ...grids.map((values) => (values ? fingerprintOf(values) : ''))]);
}

function marksIn(before: readonly string[]): Set<string> {
  const text = before[RULE_TABS.length + 1] ?? '';
  return new Set(text.match(new RegExp(`.{${MARK}}`, 'g')) ?? []);
}

/** A row that is another than it was. */
interface Difference {
  name: string;
  what: 'changed' | 'added' | 'taken out' | 'is another; what stood there before is not known';
  cells: RuleChanged[];
}

/**
 * What became of each row.
 * @param fresh rows that did not say this before
 * @param gone rows that said something else, or are no more
 * @param isWhole whether these are all of them
 */
function differences(
  spec: TabSpec,
  fresh: readonly RuleRow[],
  gone: readonly RuleRow[],
  isWhole: boolean,
): Difference[] {
  const left = [...gone];
  const found = fresh.map((row): Difference => {
    const at = left.findIndex(({ name }) => name === row.name);
    const [old] = at < 0 ? [] : left.splice(at, 1);
    const unknown = isWhole ? 'added' : 'is another; what stood there before is not known';
    return { name: row.name, what: old ? 'changed' : unknown, cells: changedCells(spec, row.name, old, row) };
  });
  return [
    ...found,
    ...left.map((old): Difference => {
      return { name: old.name, what: 'taken out', cells: changedCells(spec, old.name, old, undefined) };
    }),
  ];
}

function changedCells({ columns }: TabSpec, name: string, old?: RuleRow, now?: RuleRow): RuleChanged[] {
  return columns.flatMap(({ header }): RuleChanged[] => {
    const [before, after] = [old?.cells[header] ?? '', now?.cells[header] ?? ''];
    return before === after ? [] : [[name, header, before, after]];
  });
}

/** One event, or several where old and new are too long for the cell of one. */
function told({ name }: TabSpec, found: readonly Difference[], actor: string): NewEvent[] {
  const groups: Difference[][] = [[]];
  let size = 0;
  for (const one of found) {
    const length = JSON.stringify(one.cells).length;
    if (size + length > MOST_NOTED && size > 0) {
      groups.push([]);
      size = 0;
    }
    size += length;
    // What is longer than a cell by itself is told without its words.
    groups[groups.length - 1]?.push(length > MOST_NOTED ? { ...one, cells: [] } : one);
  }
  return groups.map((group) => {
    const words = group.slice(0, MOST_NAMED).map(inWords);
    const more = group.length > MOST_NAMED ? [`${group.length - MOST_NAMED} more`] : [];
    const what = group.length === 0 ? '' : `: ${[...words, ...more].join('; ')}`;
    const keys = [name, ...group.map((one) => one.name)];
    const changed = group.flatMap(({ cells }) => cells);
    const note = `${name} is another than at the last plan${what}.`;
    return workbookEvent('setting-changed', actor, note, { keys, ...(changed.length > 0 ? { changed } : {}) });
  });
}

function inWords({ name, what, cells }: Difference): string {
  return what === 'changed' && cells.length > 0 ? cellsInWords(name, cells) : `${name} ${what}`;
}

/** Changed cells of a row. @example cellsInWords('Timely, step 3', [['', 'Days', '22', '25']]) // 'Timely, step 3: Days "22" to "25"' */
export function cellsInWords(name: string, cells: readonly RuleChanged[]): string {
  const shown = (text: string): string =>
    text === '' ? 'empty' : `"${text.slice(0, MOST_SHOWN)}${text.length > MOST_SHOWN ? '…' : ''}"`;
  return `${name}: ${cells.map(([, header, old, now]) => `${header} ${shown(old)} to ${shown(now)}`).join(', ')}`;
}

function markOfAll(rows: readonly unknown[]): string {
  return markOf(rows.map((row) => JSON.stringify(row)).sort());
}
