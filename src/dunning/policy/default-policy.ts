// The policy a new workbook starts with: who is reminded how, after how many days, per customer segment.
import type { Channel } from './channels';
import type { PolicyAnchor, PolicyRow, Recipient } from './policy';
import { purposeOfText } from './purposes';
import type { Tone } from './tones';

// One step as a line of figures: days, channel, tone, template, recipients ('X / B, O': to the senior contact, copies
// to billing and owner), and whether a person may switch it to automatic sending.
type Step = readonly [
  days: number,
  channel: keyof typeof CHANNELS,
  tone: Tone,
  template: string,
  recipients: string,
  auto?: 'auto',
];

interface Ladder {
  segments: readonly string[];
  anchor: PolicyAnchor;
  gap: number;
  steps: readonly Step[];
}

const CHANNELS = { E: 'email', C: 'call', W: 'whatsapp', T: 'task' } as const satisfies Record<string, Channel>;
const RECIPIENTS: Record<string, Recipient> = { B: 'billing', X: 'senior', O: 'owner' };

// Automatic mails do for people who pay; four days absorb the bank's lag; from day 22 a person writes.
const TIMELY: readonly Step[] = [
  [4, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [12, 'E', 'personal', 'Personal', 'B', 'auto'],
  [22, 'E', 'firm', 'Firm', 'B / O'],
  [30, 'C', 'personal', 'Call personal', 'B'],
  [40, 'E', 'final', 'Final', 'B / X, O'],
  [55, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Account maintenance rather than dunning.
const TIMELY_LARGE: readonly Step[] = [
  [5, 'E', 'friendly', 'Friendly', 'B'],
  [12, 'C', 'friendly', 'Call documents', 'B'],
  [20, 'E', 'personal', 'Personal', 'B / O'],
  [30, 'T', 'neutral', 'Task reconcile', 'O'],
  [40, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [60, 'E', 'final', 'Final', 'X / B, O'],
  [80, 'T', 'neutral', 'Task hand-over', 'O'],
];

// A first invoice fails on a purchase order or an address more often than on unwillingness.
const NEW: readonly Step[] = [
  [-3, 'E', 'friendly', 'Before due', 'B', 'auto'],
  [2, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [9, 'E', 'personal', 'Personal', 'B'],
  [14, 'C', 'personal', 'Call personal', 'B'],
  [21, 'E', 'firm', 'Firm', 'B / O'],
  [35, 'E', 'final', 'Final', 'X / B, O'],
  [50, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Mail, call and WhatsApp mixed, and a quicker escalation.
const DELINQUENT_SMB: readonly Step[] = [
  [-5, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [1, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [5, 'E', 'personal', 'Personal', 'B', 'auto'],
  [8, 'W', 'personal', 'WhatsApp personal', 'B'],
  [12, 'E', 'firm', 'Firm', 'B / X'],
  [16, 'C', 'firm', 'Call firm', 'B'],
  [21, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [28, 'T', 'neutral', 'Task hold', 'O'],
  [32, 'E', 'final', 'Final', 'X / B'],
  [45, 'T', 'neutral', 'Task hand-over', 'O'],
];

// The same, written by people.
const DELINQUENT_LARGE: readonly Step[] = [
  [-5, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [2, 'E', 'friendly', 'Friendly', 'B'],
  [6, 'C', 'personal', 'Call personal', 'B'],
  [11, 'E', 'personal', 'Personal', 'B / O'],
  [18, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [25, 'C', 'firm', 'Call firm', 'X'],
  [32, 'E', 'firm', 'Firm deadline', 'X / B, O'],
  [45, 'T', 'neutral', 'Task hold review', 'O'],
  [52, 'E', 'final', 'Final', 'X / B, O'],
  [70, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Early, often, the senior contact soon, a credit hold; ends at 30 days rather than nagging.
const DOUBTFUL_SMB: readonly Step[] = [
  [-7, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [-4, 'W', 'friendly', 'WhatsApp friendly', 'B'],
  [-1, 'E', 'personal', 'Personal', 'B', 'auto'],
  [2, 'E', 'firm', 'Firm', 'B'],
  [4, 'W', 'firm', 'WhatsApp firm', 'B'],
  [7, 'E', 'firm', 'Firm', 'B / X'],
  [9, 'C', 'firm', 'Call firm', 'B'],
  [12, 'E', 'firm', 'Firm senior', 'X / B'],
  [14, 'T', 'neutral', 'Task hold', 'O'],
  [15, 'E', 'firm', 'Hold notice', 'X / B'],
  [17, 'C', 'firm', 'Call firm', 'X'],
  [20, 'E', 'final', 'Final', 'X / B'],
  [30, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Calls protect the relationship; seniors come late.
const DOUBTFUL_LARGE: readonly Step[] = [
  [-10, 'C', 'friendly', 'Call promise ask', 'B'],
  [-3, 'E', 'friendly', 'Before due', 'B'],
  [2, 'C', 'personal', 'Call personal', 'B'],
  [6, 'E', 'personal', 'Personal', 'B / O'],
  [10, 'C', 'firm', 'Call firm', 'B'],
  [16, 'E', 'firm', 'Firm', 'B / O'],
  [23, 'T', 'neutral', 'Task reconcile', 'O'],
  [30, 'C', 'firm', 'Call firm', 'X'],
  [36, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [45, 'T', 'neutral', 'Task guarantee', 'O'],
  [55, 'E', 'final', 'Final', 'X / B, O'],
  [75, 'T', 'neutral', 'Task hand-over', 'O'],
];

// What is said about a promise depends on the promise, not on the ladder: it neither raises nor lowers the tone.
const PROMISE: readonly Step[] = [
  [-2, 'E', 'neutral', 'Promise reminder', 'B', 'auto'],
  [2, 'E', 'neutral', 'Promise missed', 'B / O'],
];

const PROMISE_LARGE: readonly Step[] = [
  [-2, 'C', 'neutral', 'Call promise reminder', 'B'],
  [2, 'C', 'neutral', 'Call promise missed', 'B / O'],
];

const DISCOUNT: readonly Step[] = [[-3, 'E', 'neutral', 'Discount', 'B']];

const STATEMENT: readonly Step[] = [[0, 'E', 'neutral', 'Statement', 'B / O', 'auto']];

const LADDERS: readonly Ladder[] = [
  { segments: ['Timely'], anchor: 'due', gap: 7, steps: TIMELY },
  { segments: ['Timely large'], anchor: 'month', gap: 7, steps: STATEMENT },
  { segments: ['Timely large'], anchor: 'due', gap: 7, steps: TIMELY_LARGE },
  { segments: ['New', 'Default'], anchor: 'due', gap: 5, steps: NEW },
  { segments: ['Delinquent SMB'], anchor: 'due', gap: 3, steps: DELINQUENT_SMB },
  { segments: ['Delinquent large'], anchor: 'due', gap: 4, steps: DELINQUENT_LARGE },
  { segments: ['Doubtful SMB'], anchor: 'due', gap: 2, steps: DOUBTFUL_SMB },
  { segments: ['Doubtful large'], anchor: 'due', gap: 4, steps: DOUBTFUL_LARGE },
  { segments: ['Any'], anchor: 'promise', gap: 2, steps: PROMISE },
  { segments: ['Any large'], anchor: 'promise', gap: 2, steps: PROMISE_LARGE },
  { segments: ['Any'], anchor: 'discount', gap: 2, steps: DISCOUNT },
];

function recipientsOf(letters: string): Recipient[] {
  return letters
    .split(',')
    .map((letter) => RECIPIENTS[letter.trim()])
    .filter((recipient): recipient is Recipient => recipient !== undefined);
}

function rowOf(ladder: Ladder, segment: string, stage: number, step: Step): PolicyRow {
  const [days, channel, tone, template, recipients] = step;
  const [to = '', cc = ''] = recipients.split('/');
  return {
    segment,
    stage,
    anchor: ladder.anchor,
    days,
    channel: CHANNELS[channel],
    purpose: purposeOfText(template),
    template,
    to: recipientsOf(to),
    cc: recipientsOf(cc),
    sending: 'review',
    minimumGap: ladder.gap,
    tone,
    active: ladder.anchor !== 'discount',
    repeatEvery: 0,
    times: 1,
  };
}

interface PlacedStep {
  row: PolicyRow;
  mayBeAuto: boolean;
}

// The stages of a segment are numbered through its ladders: the statement of Timely large is its stage 1.
function placedSteps(): PlacedStep[] {
  const reached: Record<string, number> = {};
  const placed: PlacedStep[] = [];
  for (const ladder of LADDERS) {
    for (const segment of ladder.segments) {
      for (const step of ladder.steps) {
        const stage = (reached[segment] ?? 0) + 1;
        reached[segment] = stage;
        placed.push({ row: rowOf(ladder, segment, stage, step), mayBeAuto: step[5] === 'auto' });
      }
    }
  }
  return placed;
}

const PLACED: readonly PlacedStep[] = placedSteps();

/**
 * The default matrix, row by row. Every step ships as `review`: nothing leaves without a click until a person says so.
 * Cadences follow published collections practice (Peakflo, Kapittx).
 */
export const DEFAULT_POLICY: readonly PolicyRow[] = PLACED.map((placed) => placed.row);

/**
 * Whether the defaults mean a step to be switched to automatic sending by a person; of all others review is advised.
 * @param segment segment name as in the default policy
 * @param stage stage number within it
 * @example mayBeAutomatic('Timely', 1) // true
 * @example mayBeAutomatic('Timely', 3) // false: firm mails are read first
 */
export function mayBeAutomatic(segment: string, stage: number): boolean {
  return PLACED.some((placed) => placed.mayBeAuto && placed.row.segment === segment && placed.row.stage === stage);
}
