// Whether AR Policy or AR Templates is another than at the last plan: people edit both by hand, and the log tells it.
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
  const { policy } = readPolicy(tabs.needTable(POLICY_TAB));
  const marks = texts.map(({ name, language, subject, body }) => markOf([name, language, subject, body]));
  const now = [markOfAll(policy.map((stage) => markOf([JSON.stringify(stage)]))), markOfAll(marks)];
  // What an earlier version remembered is of another length and says nothing here.
  const before = state.rules[0]?.length === MARK_LENGTH ? state.rules : [];
  state.rules = texts.length > MOST_MARKED ? now : [...now, ...marks];
  const known = new Set(before.slice(RULE_TABS.length));
  const changed = texts.flatMap(({ name, language }, at) =>
    texts.length > MOST_MARKED || known.size === 0 || known.has(marks[at] ?? '') ? [] : [`${name} (${language})`],
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

/** How long a mark is: 32 bits in base 36. */
const MARK_LENGTH = 7;

/**
 * What tells texts from others: FNV-1a of 32 bits over their characters. Every plan goes through all texts of the workbook, so
 * that it has to be quick; it need not be hard to imitate, as it seals nothing. (FNV: RFC 9923.)
 */
function markOf(texts: readonly string[]): string {
  const { imul } = Math;
  let hash = 0x811c9dc5;
  for (const text of texts) {
    const { length } = text;
    for (let at = 0; at < length; at += 1) hash = imul(hash ^ text.charCodeAt(at), 0x01000193);
    // Where a text ends counts too.
    hash = imul(hash ^ 0x1ffff, 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(MARK_LENGTH, '0');
}

/** The order of rows says nothing. */
function markOfAll(marks: readonly string[]): string {
  return markOf([...marks].sort());
}
