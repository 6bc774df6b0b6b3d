// The tab AR Reasons: reasons of disputes and queries, with who settles each and in how many days.
import { DISPUTE_KINDS, type DisputeReason, USUAL_REASONS } from '../../dunning/policy/dispute-reasons';
import type { Cell, Problem } from '../../sheet/grid';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { REASONS_TAB } from '../tab-specs';
import type { TabTable } from './records';

/** A year and a bit: more is a slip of the pen. */
const MOST_DAYS = 400;

/**
 * The reasons of a workbook. A kind that cannot be read is a dispute, which stops for longer.
 * @param table null where a workbook has no such tab: then the usual ones
 * @example readReasons(null).reasons.length // 16
 */
export function readReasons(table: TabTable | null): { reasons: readonly DisputeReason[]; problems: Problem[] } {
  if (!table) return { reasons: USUAL_REASONS, problems: [] };
  const problems: Problem[] = [...table.problems];
  const reasons = table.rows.flatMap((row): DisputeReason[] => {
    const say = (code: string, column: string, what: string): void => {
      problems.push({ row: row.row, column, code, message: `${REASONS_TAB.name}, row ${row.row}: ${what}` });
    };
    const reason = row.text('Reason');
    if (reason === '') {
      say('reason-empty', 'Reason', 'Reason is empty. Write it, or delete the row.');
      return [];
    }
    const word = row.text('Kind').toLowerCase();
    const kind = DISPUTE_KINDS.find((one) => one === word);
    if (!kind)
      say('reason-kind', 'Kind', `Kind must be one of ${DISPUTE_KINDS.join(', ')}; it counts as a dispute until then.`);
    const { amount, fault } = amountOfCell(row.cell('Days to settle'));
    const isDays = amount !== null && Number.isInteger(amount) && amount >= 0 && amount <= MOST_DAYS;
    if (fault !== '' || (amount !== null && !isDays))
      say(
        'reason-days',
        'Days to settle',
        `"${row.text('Days to settle')}" is not a number of days from 0 to ${MOST_DAYS}.`,
      );
    const words = { department: row.text('Department'), owner: row.text('Owner') };
    return [{ reason, kind: kind ?? 'dispute', ...words, days: isDays ? amount : null }];
  });
  return { reasons, problems };
}

/** The usual reasons as rows of the tab. */
export function reasonRecords(): Record<string, Cell>[] {
  return USUAL_REASONS.map(({ reason, kind, department, owner, days }) => ({
    ...{ Reason: reason, Kind: kind, Department: department, Owner: owner, 'Days to settle': days ?? '' },
  }));
}
