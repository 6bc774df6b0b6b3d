// The tab AR Policy: its rows as the stages of a policy.
import { CHANNEL_NAMES } from '../../dunning/policy/channels';
import { ANCHORS, ATTACH_CELLS, POLICY_ATTACHMENTS, type PolicyRow, type Recipient } from '../../dunning/policy/policy';
import type { PlacedRow } from '../../dunning/policy/policy-finding';
import { namesText, PURPOSES, purposeOfText } from '../../dunning/policy/purposes';
import { TONES } from '../../dunning/policy/tones';
import type { Problem } from '../../sheet/grid';
import { amountOfCell, yesNoOfCell } from '../../sheet/read/typed-cells';
import type { TabRow, TabTable } from './records';

/** A stage or a gap of more days is a slip of the pen. */
const MOST_DAYS = 3_650;

const RECIPIENTS: readonly Recipient[] = ['billing', 'senior', 'owner'];

/**
 * Reads AR Policy; a row that cannot be read is left out and reported, the others count.
 * @returns the stages, beside each its 1-based row in the tab, and the rows that are no stage but name a text
 */
export function readPolicy(table: TabTable): {
  policy: PolicyRow[];
  rows: number[];
  texts: PlacedRow[];
  problems: Problem[];
} {
  const policy: PolicyRow[] = [];
  const texts: PlacedRow[] = [];
  const rows: number[] = [];
  const problems: Problem[] = [...table.problems];
  for (const row of table.rows) {
    const read = policyRowOf(row);
    if (typeof read !== 'string' && namesText(read.purpose)) {
      texts.push({ stage: read, row: row.row });
      continue;
    }
    if (typeof read !== 'string') {
      policy.push(read);
      rows.push(row.row);
      continue;
    }
    const message = `AR Policy, row ${row.row}: ${read}. The row is not used until it is mended.`;
    problems.push({ row: row.row, column: '', code: 'policy-unreadable', message });
  }
  return { policy, rows, texts, problems };
}

function policyRowOf(row: TabRow): PolicyRow | string {
  const word = <T extends string>(header: string, known: readonly T[]): T | null =>
    known.find((one) => one === row.text(header).toLowerCase()) ?? null;
  const whole = (header: string): number | null => {
    const { amount } = amountOfCell(row.cell(header));
    return amount !== null && Number.isInteger(amount) ? amount : null;
  };
  const stage = whole('Stage');
  const days = whole('Days');
  // An empty gap is none; one that cannot be read must not let mails follow each other day by day.
  const gap = row.text('Minimum gap') === '' ? 0 : whole('Minimum gap');
  const anchor = word('Anchor', ANCHORS);
  const channel = word('Channel', CHANNEL_NAMES);
  const tone = word('Tone', TONES);
  const purpose = row.text('Purpose') === '' ? purposeOfText(row.text('Template')) : word('Purpose', PURPOSES);
  const to = wordsOf(row.text('To'), RECIPIENTS);
  const cc = wordsOf(row.text('CC'), RECIPIENTS);
  const attach = wordsOf(row.text('Attach'), POLICY_ATTACHMENTS);
  const active = yesNoOfCell(row.cell('Active'));
  if (!row.text('Segment')) return 'Segment is empty';
  if (stage === null) return `Stage "${row.text('Stage')}" is not a whole number`;
  if (days === null) return `Days "${row.text('Days')}" is not a whole number`;
  if (Math.abs(days) > MOST_DAYS) return `Days "${row.text('Days')}" is more than ten years`;
  if (gap === null || gap < 0 || gap > MOST_DAYS)
    return `Minimum gap "${row.text('Minimum gap')}" is not a number of days`;
  if (!anchor) return `Anchor must be one of ${ANCHORS.join(', ')}`;
  if (!channel) return `Channel must be one of ${CHANNEL_NAMES.join(', ')}`;
  if (!tone) return `Tone must be one of ${TONES.join(', ')}`;
  if (!purpose) return `Purpose must be one of ${PURPOSES.join(', ')}, or empty`;
  if (!attach) return `Attach must be ${ATTACH_CELLS.map((cell) => `"${cell}"`).join(' or ')}, or empty`;
  if (!to || !cc) return `To and CC take ${RECIPIENTS.join(', ')}, separated by commas`;
  if (active === 'unreadable') return 'Active must be yes or no';
  return {
    segment: row.text('Segment'),
    stage,
    anchor,
    days,
    channel,
    purpose,
    template: row.text('Template'),
    to,
    cc,
    // Only the clear word sends without a click.
    sending: row.text('Sending').toLowerCase() === 'auto' ? 'auto' : 'review',
    minimumGap: gap,
    tone,
    active: active === 'yes',
    repeatEvery: Math.max(0, whole('Repeat every') ?? 0),
    times: Math.max(1, whole('Times') ?? 1),
    ...(attach.length > 0 ? { attach: POLICY_ATTACHMENTS.filter((one) => attach.includes(one)) } : {}),
  };
}

/** The words of a cell, by commas or blanks; null where one of them is not known. */
function wordsOf<T extends string>(text: string, known: readonly T[]): T[] | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const found = words.map((word) => known.find((one) => one === word));
  return found.every((one): one is T => one !== undefined) ? found : null;
}
