// Choosing how firm customers are asked: AR Policy takes the steps of the ladder wherever nobody changed what stood there.
import { workbookEvent } from '../../dunning/history/events';
import { isUntouched, ladderRows } from '../../dunning/policy/default-policy';
import { LADDER_NAMES, type LadderName } from '../../dunning/policy/ladders';
import type { PolicyRow } from '../../dunning/policy/policy';
import { isBlank } from '../../sheet/grid';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SETTINGS_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { HOW_FIRM_SETTING } from '../../workbook/tabs/settings/ladder-setting';
import { policyRecords } from '../layout/own-tabs';
import { planAgain } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Chooses a ladder. Rows that people changed, added or noted something beside are kept, with all rows of their segment.
 * @throws Refusal `setting-unreadable`
 */
export function chooseLadder(ports: Ports, written: string): ChangeResult {
  const chosen = LADDER_NAMES.find((name) => name === written.toLowerCase());
  if (!chosen)
    throw new Refusal('setting-unreadable', `${HOW_FIRM_SETTING} was not saved: write gentle, usual or strict.`);
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const row = ws.tabs.needTable(SETTINGS_TAB).rows.find((one) => one.text('Setting') === HOW_FIRM_SETTING);
    if (row) writeCells(ws.tabs, SETTINGS_TAB, row.row, { Value: chosen });
    else ws.tabs.addRows(SETTINGS_TAB, [{ Setting: HOW_FIRM_SETTING, Value: chosen }]);
    ws.reloadSettings();
    const { changed, kept } = takeSteps(ws, chosen);
    const note = `${HOW_FIRM_SETTING} is "${chosen}" now. ${inWords(changed, kept)}${WARNING[chosen]}`;
    ws.log.append([workbookEvent('setting-changed', ports.session.user(), note)]);
    const planned = planAgain(ws);
    ws.save();
    return { changed: 1, message: `${note} ${planned}` };
  });
}

const WARNING: Readonly<Record<LadderName, string>> = {
  gentle: '',
  usual: '',
  strict: ' Strict asks doubtful small customers up to 13 times within 37 days: some will block your mails.',
};

/** Writes the steps of a ladder for each segment that nobody changed. A segment without rows stays so: somebody deleted them. */
function takeSteps(ws: WorkbookSession, chosen: LadderName): { changed: string[]; kept: string[] } {
  const table = ws.tabs.needTable(POLICY_TAB);
  const { policy, rows } = readPolicy(table);
  const readable = new Map(rows.map((row, index) => [row, policy[index]]));
  const ours = new Set(table.columns.values());
  const changed: string[] = [];
  const kept: string[] = [];
  const fresh: PolicyRow[] = [];
  const old: number[] = [];
  for (const segment of new Set(ladderRows(chosen).map((row) => row.segment))) {
    const own = table.rows.filter((row) => row.text('Segment') === segment);
    const stages = own.flatMap(({ row }) => readable.get(row) ?? []);
    const wanted = ladderRows(chosen).filter((row) => row.segment === segment);
    if (own.length === 0 || JSON.stringify(stages) === JSON.stringify(wanted)) continue;
    const hasNotes = own.some(({ values }) => values.some((cell, column) => !ours.has(column) && !isBlank(cell)));
    if (hasNotes || stages.length < own.length || !isUntouched(stages)) {
      kept.push(segment);
      continue;
    }
    changed.push(segment);
    fresh.push(...wanted);
    old.push(...own.map(({ row }) => row));
  }
  if (fresh.length === 0) return { changed, kept };
  // First the new ones: a run that ends between the two leaves a number twice, which the policy page tells, and no gap.
  ws.tabs.addRows(POLICY_TAB, policyRecords(fresh));
  for (const row of old.sort((a, b) => b - a)) ws.ports.workbook.deleteRow(ws.tabs.needSheet(POLICY_TAB), row);
  ws.tabs.reread(POLICY_TAB);
  return { changed, kept };
}

function inWords(changed: readonly string[], kept: readonly string[]): string {
  const steps =
    changed.length === 0
      ? 'No step of AR Policy was changed.'
      : `AR Policy has its steps for ${changed.join(', ')}; rounds of reminders that run go on behind their last text.`;
  const own = kept.length === 0 ? '' : ` Rows of ${kept.join(', ')} were changed by hand, so they stay as they are.`;
  return `${steps}${own}`;
}
