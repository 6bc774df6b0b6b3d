// What of AR Policy has to be written for a step that was changed, switched or added.
import type { PolicyRow } from '../../dunning/policy/policy';
import type { PolicyStepView, RuleChange } from '../../entry/sidebar-calls';

/** The cells of a step, by header. */
function cellsOf(step: PolicyRow): Record<string, string> {
  return {
    Segment: step.segment,
    Stage: String(step.stage),
    Anchor: step.anchor,
    Days: String(step.days),
    Channel: step.channel,
    Template: step.template,
    To: step.to.join(', '),
    CC: step.cc.join(', '),
    Sending: step.sending,
    'Minimum gap': String(step.minimumGap),
    Tone: step.tone,
    Active: step.active ? 'yes' : 'no',
    Attach: step.attach?.join(', ') ?? '',
  };
}

/**
 * The change of a row: the cells that say another thing now.
 * @param step as it was shown
 * @param now as it is to be
 * @example changeOf(step, { ...step, days: 25 })?.cells // { Days: '25' }
 */
export function changeOf(step: PolicyStepView, now: PolicyRow): RuleChange | null {
  const before = cellsOf(step);
  const cells = Object.fromEntries(Object.entries(cellsOf(now)).filter(([header, cell]) => before[header] !== cell));
  return Object.keys(cells).length === 0 ? null : { seen: { row: step.row, seen: step.seen }, cells };
}

/**
 * The changes that add a step: its row, with the number that its day gives it, and one more for each that comes behind it
 * and would have the same number.
 * @param steps all of its segment
 * @param added its number is not looked at
 */
export function addingOf(steps: readonly PolicyStepView[], added: PolicyRow): RuleChange[] {
  const beside = steps.filter(({ anchor }) => anchor === added.anchor).sort((a, b) => a.stage - b.stage);
  const behind = beside.findIndex(({ days }) => days > added.days);
  const [before, after] = behind < 0 ? [beside, []] : [beside.slice(0, behind), beside.slice(behind)];
  const stage = (before[before.length - 1]?.stage ?? 0) + 1;
  const changes: RuleChange[] = [{ seen: null, cells: cellsOf({ ...added, stage }) }];
  let taken = stage;
  for (const step of after) {
    if (step.stage > taken) break;
    taken += 1;
    const change = changeOf(step, { ...step, stage: taken });
    if (change) changes.push(change);
  }
  return changes;
}
