// The three ladders a workbook may begin with, step by step: how gently or firmly customers are asked, per customer segment.
import type { Channel } from './channels';
import type { PolicyAnchor } from './policy';
import type { Tone } from './tones';

/** The ladders from the gentlest to the firmest; a new workbook begins with the usual one. */
export const LADDER_NAMES = ['gentle', 'usual', 'strict'] as const;

/** One of them. */
export type LadderName = (typeof LADDER_NAMES)[number];

/** Letters that stand for channels in the steps below. */
export const CHANNEL_LETTERS = { E: 'email', C: 'call', W: 'whatsapp', T: 'task' } as const satisfies Record<
  string,
  Channel
>;

/**
 * One step as a line of figures: days, channel, tone, template, recipients ('X / B, O': to the senior contact, copies to
 * billing and owner), and whether a person may switch it to automatic sending.
 */
export type LadderStep = readonly [
  days: number,
  channel: keyof typeof CHANNEL_LETTERS,
  tone: Tone,
  template: string,
  recipients: string,
  auto?: 'auto',
];

/** The steps of some segments around one kind of day. */
export interface SegmentLadder {
  segments: readonly string[];
  anchor: PolicyAnchor;
  /** Least calendar days between two contacts. */
  gap: number;
  steps: readonly LadderStep[];
}

// Automatic mails do for people who pay; four days absorb the bank's lag; from day 22 a person writes.
const TIMELY: readonly LadderStep[] = [
  [4, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [12, 'E', 'personal', 'Personal', 'B', 'auto'],
  [22, 'E', 'firm', 'Firm', 'B / O'],
  [30, 'C', 'personal', 'Call personal', 'B'],
  [40, 'E', 'final', 'Final', 'B / X, O'],
  [55, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Account maintenance rather than dunning.
const TIMELY_LARGE: readonly LadderStep[] = [
  [5, 'E', 'friendly', 'Friendly', 'B'],
  [12, 'C', 'friendly', 'Call documents', 'B'],
  [20, 'E', 'personal', 'Personal', 'B / O'],
  [30, 'T', 'neutral', 'Task reconcile', 'O'],
  [40, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [60, 'E', 'final', 'Final', 'X / B, O'],
  [80, 'T', 'neutral', 'Task hand-over', 'O'],
];

// A first invoice fails on a purchase order or an address more often than on unwillingness.
const NEW: readonly LadderStep[] = [
  [-3, 'E', 'friendly', 'Before due', 'B', 'auto'],
  [2, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [9, 'E', 'personal', 'Personal', 'B'],
  [14, 'C', 'personal', 'Call personal', 'B'],
  [21, 'E', 'firm', 'Firm', 'B / O'],
  [35, 'E', 'final', 'Final', 'X / B, O'],
  [50, 'T', 'neutral', 'Task hand-over', 'O'],
];

// Mail, call and WhatsApp mixed, and a quicker escalation.
const STRICT_DELINQUENT_SMB: readonly LadderStep[] = [
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
const STRICT_DELINQUENT_LARGE: readonly LadderStep[] = [
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
const STRICT_DOUBTFUL_SMB: readonly LadderStep[] = [
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
const STRICT_DOUBTFUL_LARGE: readonly LadderStep[] = [
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

// The usual ladder for those who pay late: every contact a week or so after the one before, firm words by the fourth at
// the earliest, the senior contact from day 30; four contacts in any 30 days fit it as it stands.
const DELINQUENT_SMB: readonly LadderStep[] = [
  [-5, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [2, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [9, 'E', 'personal', 'Personal', 'B', 'auto'],
  [16, 'E', 'firm', 'Firm', 'B / O'],
  [25, 'C', 'firm', 'Call firm', 'B'],
  [28, 'T', 'neutral', 'Task hold', 'O'],
  [32, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [42, 'E', 'final', 'Final', 'X / B, O'],
  [55, 'T', 'neutral', 'Task hand-over', 'O'],
];

const DELINQUENT_LARGE: readonly LadderStep[] = [
  [-5, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [2, 'E', 'friendly', 'Friendly', 'B'],
  [9, 'C', 'personal', 'Call personal', 'B'],
  [16, 'E', 'personal', 'Personal', 'B / O'],
  [25, 'E', 'firm', 'Firm', 'B / O'],
  [34, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [40, 'T', 'neutral', 'Task hold review', 'O'],
  [50, 'E', 'final', 'Final', 'X / B, O'],
  [70, 'T', 'neutral', 'Task hand-over', 'O'],
];

const DOUBTFUL_SMB: readonly LadderStep[] = [
  [-7, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [1, 'E', 'personal', 'Personal', 'B', 'auto'],
  [8, 'E', 'firm', 'Firm', 'B / O'],
  [15, 'C', 'firm', 'Call firm', 'B'],
  [20, 'T', 'neutral', 'Task hold', 'O'],
  [23, 'E', 'firm', 'Firm', 'B / O'],
  [31, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [40, 'E', 'final', 'Final', 'X / B, O'],
  [50, 'T', 'neutral', 'Task hand-over', 'O'],
];

const DOUBTFUL_LARGE: readonly LadderStep[] = [
  [-7, 'C', 'friendly', 'Call promise ask', 'B'],
  [2, 'C', 'personal', 'Call personal', 'B'],
  [9, 'E', 'personal', 'Personal', 'B / O'],
  [16, 'C', 'firm', 'Call firm', 'B'],
  [23, 'E', 'firm', 'Firm', 'B / O'],
  [28, 'T', 'neutral', 'Task reconcile', 'O'],
  [36, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [50, 'E', 'final', 'Final', 'X / B, O'],
  [70, 'T', 'neutral', 'Task hand-over', 'O'],
];

// The gentle ladder, for key accounts and public bodies: fewer contacts, two weeks and more between most of them.
const GENTLE_TIMELY: readonly LadderStep[] = [
  [7, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [21, 'E', 'personal', 'Personal', 'B', 'auto'],
  [32, 'C', 'personal', 'Call personal', 'B'],
  [45, 'E', 'firm', 'Firm', 'B / O'],
  [60, 'E', 'final', 'Final', 'B / X, O'],
  [80, 'T', 'neutral', 'Task hand-over', 'O'],
];

const GENTLE_LARGE: readonly LadderStep[] = [
  [7, 'E', 'friendly', 'Friendly', 'B'],
  [18, 'C', 'friendly', 'Call documents', 'B'],
  [30, 'E', 'personal', 'Personal', 'B / O'],
  [40, 'T', 'neutral', 'Task reconcile', 'O'],
  [50, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [65, 'E', 'final', 'Final', 'X / B, O'],
  [85, 'T', 'neutral', 'Task hand-over', 'O'],
];

// A first invoice that got lost is asked about early here too.
const GENTLE_NEW: readonly LadderStep[] = [
  [2, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [14, 'E', 'personal', 'Personal', 'B', 'auto'],
  [26, 'C', 'personal', 'Call personal', 'B'],
  [40, 'E', 'firm', 'Firm', 'B / O'],
  [55, 'E', 'final', 'Final', 'X / B, O'],
  [75, 'T', 'neutral', 'Task hand-over', 'O'],
];

const GENTLE_DELINQUENT: readonly LadderStep[] = [
  [3, 'E', 'friendly', 'Friendly', 'B', 'auto'],
  [12, 'E', 'personal', 'Personal', 'B', 'auto'],
  [22, 'C', 'personal', 'Call personal', 'B'],
  [33, 'E', 'firm', 'Firm', 'B / O'],
  [45, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [57, 'E', 'final', 'Final', 'X / B, O'],
  [72, 'T', 'neutral', 'Task hand-over', 'O'],
];

const GENTLE_DOUBTFUL: readonly LadderStep[] = [
  [-5, 'E', 'friendly', 'Promise ask', 'B', 'auto'],
  [5, 'E', 'personal', 'Personal', 'B', 'auto'],
  [15, 'C', 'personal', 'Call personal', 'B'],
  [26, 'E', 'firm', 'Firm', 'B / O'],
  [37, 'E', 'firm', 'Firm senior', 'X / B, O'],
  [49, 'E', 'final', 'Final', 'X / B, O'],
  [62, 'T', 'neutral', 'Task hand-over', 'O'],
];

// What is said about a promise depends on the promise, not on the ladder: it neither raises nor lowers the tone.
const PROMISE: readonly LadderStep[] = [
  [-2, 'E', 'neutral', 'Promise reminder', 'B', 'auto'],
  [2, 'E', 'neutral', 'Promise missed', 'B / O'],
];

const PROMISE_LARGE: readonly LadderStep[] = [
  [-2, 'C', 'neutral', 'Call promise reminder', 'B'],
  [2, 'C', 'neutral', 'Call promise missed', 'B / O'],
];

const DISCOUNT: readonly LadderStep[] = [[-3, 'E', 'neutral', 'Discount', 'B']];

const STATEMENT: readonly LadderStep[] = [[0, 'E', 'neutral', 'Statement', 'B / O', 'auto']];

/** What does not depend on how firm one is: promises and discounts. */
const AROUND: readonly SegmentLadder[] = [
  { segments: ['Any'], anchor: 'promise', gap: 2, steps: PROMISE },
  { segments: ['Any large'], anchor: 'promise', gap: 2, steps: PROMISE_LARGE },
  { segments: ['Any'], anchor: 'discount', gap: 2, steps: DISCOUNT },
];

/**
 * The ladders. Strict is the published cadence of the field (Peakflo, Kapittx); usual keeps its steps for customers who
 * pay and for new ones.
 */
export const LADDERS: Readonly<Record<LadderName, readonly SegmentLadder[]>> = {
  gentle: [
    { segments: ['Timely'], anchor: 'due', gap: 7, steps: GENTLE_TIMELY },
    { segments: ['Timely large'], anchor: 'month', gap: 7, steps: STATEMENT },
    { segments: ['Timely large'], anchor: 'due', gap: 7, steps: GENTLE_LARGE },
    { segments: ['New', 'Default'], anchor: 'due', gap: 7, steps: GENTLE_NEW },
    { segments: ['Delinquent SMB', 'Delinquent large'], anchor: 'due', gap: 7, steps: GENTLE_DELINQUENT },
    { segments: ['Doubtful SMB', 'Doubtful large'], anchor: 'due', gap: 7, steps: GENTLE_DOUBTFUL },
    ...AROUND,
  ],
  usual: [
    { segments: ['Timely'], anchor: 'due', gap: 5, steps: TIMELY },
    { segments: ['Timely large'], anchor: 'month', gap: 5, steps: STATEMENT },
    { segments: ['Timely large'], anchor: 'due', gap: 5, steps: TIMELY_LARGE },
    { segments: ['New', 'Default'], anchor: 'due', gap: 5, steps: NEW },
    { segments: ['Delinquent SMB'], anchor: 'due', gap: 5, steps: DELINQUENT_SMB },
    { segments: ['Delinquent large'], anchor: 'due', gap: 5, steps: DELINQUENT_LARGE },
    { segments: ['Doubtful SMB'], anchor: 'due', gap: 5, steps: DOUBTFUL_SMB },
    { segments: ['Doubtful large'], anchor: 'due', gap: 5, steps: DOUBTFUL_LARGE },
    ...AROUND,
  ],
  strict: [
    { segments: ['Timely'], anchor: 'due', gap: 7, steps: TIMELY },
    { segments: ['Timely large'], anchor: 'month', gap: 7, steps: STATEMENT },
    { segments: ['Timely large'], anchor: 'due', gap: 7, steps: TIMELY_LARGE },
    { segments: ['New', 'Default'], anchor: 'due', gap: 5, steps: NEW },
    { segments: ['Delinquent SMB'], anchor: 'due', gap: 3, steps: STRICT_DELINQUENT_SMB },
    { segments: ['Delinquent large'], anchor: 'due', gap: 4, steps: STRICT_DELINQUENT_LARGE },
    { segments: ['Doubtful SMB'], anchor: 'due', gap: 2, steps: STRICT_DOUBTFUL_SMB },
    { segments: ['Doubtful large'], anchor: 'due', gap: 4, steps: STRICT_DOUBTFUL_LARGE },
    ...AROUND,
  ],
};
