// The tab AR Segments: its lines as rules, in their order, and what is wrong with them.

import { closestName } from '../../dunning/policy/closest-name';
import { type ComputedField, compared, OPERATORS, RULE_FIELDS } from '../../dunning/segments/rule-words';
import type { RuleLine, SegmentRule } from '../../dunning/segments/segment-rule';
import { isBlank } from '../../sheet/grid';
import { amountOfCell, yesNoOfCell } from '../../sheet/read/typed-cells';
import { CUSTOMERS_TAB, SEGMENTS_TAB } from '../tab-specs';
import type { TabRow, TabTable } from './records';
import { readValue } from './rule-value';

/** A line as it was read: what of it can be, and the fault of what cannot. */
interface ReadLine {
  row: number;
  order: number | null;
  segment: string;
  active: 'yes' | 'no' | 'unreadable';
  line: RuleLine | null;
  fault: { code: string; message: string } | null;
}

/**
 * Reads the rules. A rule with a line that cannot be read never counts.
 * @param columns headers a line may name, of AR Customers and of the invoice sheet
 * @example readSegmentRules(table, ['Region'])[0]?.segment // 'Key accounts'
 */
export function readSegmentRules(table: TabTable, columns: readonly string[]): SegmentRule[] {
  const named = new Map<number, ReadLine[]>();
  const lost: SegmentRule[] = [];
  for (const row of table.rows) {
    const read = lineOf(row, columns);
    if (read.order === null) lost.push(ruleOfLines([read], Number.POSITIVE_INFINITY));
    else named.set(read.order, [...(named.get(read.order) ?? []), read]);
  }
  const rules = [...named].sort(([a], [b]) => a - b).map(([order, lines]) => ruleOfLines(lines, order));
  return [...rules, ...lost];
}

function ruleOfLines(lines: readonly ReadLine[], order: number): SegmentRule {
  const [first] = lines;
  const row = first?.row ?? 0;
  const segments = [...new Set(lines.map(({ segment }) => segment).filter((segment) => segment !== ''))];
  const faults = lines.flatMap(({ row: at, fault }) => (fault ? [{ row: at, ...fault }] : []));
  const say = (code: string, what: string): void => {
    faults.push({ row, code, message: `${SEGMENTS_TAB.name}, row ${row}: ${what}` });
  };
  if (new Set(segments.map(compared)).size > 1)
    say(
      'rule-contradicts',
      `the lines of Order ${order} name ${segments.join(' and ')}. Name one segment, or give each its own Order.`,
    );
  if (segments.length === 0) say('rule-without-segment', 'Segment is empty. Write the segment that the rule gives.');
  const words = new Set(lines.map(({ active }) => active));
  if (words.size > 1)
    say(
      'rule-half-active',
      `the lines of Order ${order} are not all active, so the rule is off. Write yes in all of them, or delete a line.`,
    );
  return {
    order,
    segment: segments[0] ?? '',
    active: words.size === 1 && words.has('yes'),
    lines: lines.flatMap(({ line }) => line ?? []),
    row,
    rows: lines.map((line) => line.row),
    faults,
  };
}

function lineOf(row: TabRow, columns: readonly string[]): ReadLine {
  const { amount } = amountOfCell(row.cell('Order'));
  const order = amount !== null && Number.isFinite(amount) ? amount : null;
  const read = readLine(row, columns);
  const active = yesNoOfCell(row.cell('Active'));
  const fault =
    order === null
      ? { code: 'rule-order', what: `Order "${row.text('Order')}" is not a number` }
      : active === 'unreadable'
        ? { code: 'rule-active', what: 'Active must be yes or no' }
        : 'what' in read
          ? read
          : null;
  return {
    ...{ row: row.row, order, segment: row.text('Segment'), active },
    line: 'what' in read ? null : read,
    fault: fault && {
      code: fault.code,
      message: `${SEGMENTS_TAB.name}, row ${row.row}: ${fault.what}. The rule does not count until it is mended.`,
    },
  };
}

function readLine(row: TabRow, columns: readonly string[]): RuleLine | { code: string; what: string } {
  const written = row.text('Field');
  if (written === '') return { code: 'rule-field', what: 'Field is empty' };
  const computed = RULE_FIELDS.find((field) => field === compared(written)) ?? null;
  const column = columns.find((header) => compared(header) === compared(written));
  if (computed === null && column === undefined) {
    const meant = closestName(written, [...RULE_FIELDS, ...columns]);
    const hint =
      meant === ''
        ? `Known are ${RULE_FIELDS.join(', ')} and the columns of your sheet and of ${CUSTOMERS_TAB.name}`
        : `Did you mean "${meant}"?`;
    return { code: 'rule-field', what: `there is no field "${written}". ${hint}` };
  }
  const is = OPERATORS.find((one) => one === compared(row.text('Is')));
  if (!is) return { code: 'rule-is', what: `Is "${row.text('Is')}" must be one of ${OPERATORS.join(', ')}` };
  const cell = row.cell('Value');
  const value = readValue(cell, is, computed);
  if ('fault' in value) return { code: 'rule-value', what: value.fault };
  const field: RuleLine['field'] =
    computed === null ? { column: column ?? written } : { computed: computed as ComputedField };
  return { row: row.row, field, is, value, written: isBlank(cell) ? '' : row.text('Value') };
}
