// Whether AR Policy or AR Templates is another than at the last plan: people edit both by hand, and the log tells it.
import { digest } from '../../dunning/history/digest';
import { type NewEvent, workbookEvent } from '../../dunning/history/events';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, type TabSpec, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { readTemplates } from '../../workbook/tabs/templates';

/** The tabs whose change is told. */
export const RULE_TABS: readonly TabSpec[] = [POLICY_TAB, TEMPLATES_TAB];

/**
 * An event for each of the two tabs that says another thing than at the last plan; the order of rows says nothing. What
 * they say now is remembered, and the first time nothing is told.
 */
export function rulesChanged({ tabs, state }: WorkbookSession, actor: string): NewEvent[] {
  const texts = readTemplates(tabs.needTable(TEMPLATES_TAB));
  const marks = texts.length > MOST_MARKED ? [] : texts.map((text) => digest(JSON.stringify(text)).slice(0, 8));
  const now = [markOf(readPolicy(tabs.needTable(POLICY_TAB)).policy), markOf(texts), ...marks];
  const before = state.rules;
  state.rules = now;
  const known = new Set(before.slice(RULE_TABS.length));
  const changed = texts.flatMap(({ name, language }, at) =>
    known.size === 0 || known.has(marks[at] ?? '') ? [] : [`${name} (${language})`],
  );
  return RULE_TABS.filter((_, at) => before.length > 0 && before[at] !== now[at]).map(({ name }) => {
    const which = name === TEMPLATES_TAB.name ? changed : [];
    const told = which.length > 0 ? `: ${which.join(', ')}` : '';
    const note = `${name} is another than at the last plan${told}.`;
    return workbookEvent('setting-changed', actor, note, { keys: [name, ...which] });
  });
}

/** So many texts are told apart; of more only that one of them was changed, as what is remembered has to stay short. */
const MOST_MARKED = 200;

function markOf(rows: readonly unknown[]): string {
  const said = rows.map((row) => JSON.stringify(row)).sort();
  return digest(said.join('\n')).slice(0, 8);
}
