// Whether AR Policy or AR Templates is another than at the last plan: people edit both by hand, and the log tells it.
import { digest } from '../../dunning/history/digest';
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SEGMENTS_TAB, type TabSpec, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import type { TabTable } from '../../workbook/tabs/records';
import { readTemplates } from '../../workbook/tabs/templates';

/** The tabs whose marks stand first in what is remembered. */
const MARKED_TABS: readonly TabSpec[] = [POLICY_TAB, TEMPLATES_TAB];

/** The tabs whose change is told. */
export const RULE_TABS: readonly TabSpec[] = [...MARKED_TABS, SEGMENTS_TAB];

/** What the mark of AR Segments begins with: it stands behind those of the texts. */
const OF_SEGMENTS = 's:';

/**
 * An event for each of these tabs that says another thing than at the last plan; the order of rows says nothing. What
 * they say now is remembered, and the first time nothing is told.
 */
export function rulesChanged({ tabs, state }: WorkbookSession, actor: string): NewEvent[] {
  const texts = readTemplates(tabs.needTable(TEMPLATES_TAB));
  const marks = texts.length > MOST_MARKED ? [] : texts.map((text) => digest(JSON.stringify(text)).slice(0, 8));
  const segments = `${OF_SEGMENTS}${markOf(segmentLines(tabs.table(SEGMENTS_TAB)))}`;
  const now = [markOf(readPolicy(tabs.needTable(POLICY_TAB)).policy), markOf(texts), ...marks, segments];
  const before = state.rules;
  state.rules = now;
  const known = new Set(before.slice(MARKED_TABS.length));
  const changed = texts.flatMap(({ name, language }, at) =>
    known.size === 0 || known.has(marks[at] ?? '') ? [] : [`${name} (${language})`],
  );
  const ruled = before.find((mark) => mark.startsWith(OF_SEGMENTS)) ?? segments;
  const isOther = MARKED_TABS.filter((_, at) => before.length > 0 && before[at] !== now[at]);
  return [...isOther, ...(ruled === segments ? [] : [SEGMENTS_TAB])].map(({ name }) => {
    const which = name === TEMPLATES_TAB.name ? changed : [];
    const told = which.length > 0 ? `: ${which.join(', ')}` : '';
    const note = `${name} is another than at the last plan${told}.`;
    return workbookEvent('setting-changed', actor, note, { keys: [name, ...which] });
  });
}

/** So many texts are told apart; of more only that one of them was changed, as what is remembered has to stay short. */
const MOST_MARKED = 200;

/** What the lines of AR Segments say; their notes are for people alone. */
function segmentLines(table: TabTable | null): string[][] {
  const headers = ['Order', 'Segment', 'Field', 'Is', 'Value', 'Active'];
  return table?.rows.map((row) => headers.map((header) => row.text(header))) ?? [];
}

function markOf(rows: readonly unknown[]): string {
  const said = rows.map((row) => JSON.stringify(row)).sort();
  return digest(said.join('\n')).slice(0, 8);
}
