// The three ladders a workbook may begin with, step by step: how gently or firmly customers are asked, per customer segment.
import type { Channel } from './channels';
import type { PolicyAnchor, PolicyRow, Recipient } from './policy';
import { TONES, type Tone } from './tones';

/** The ladders from the gentlest to the firmest; a new workbook begins with the usual one. */
export const LADDER_NAMES = ['gentle', 'usual', 'strict'] as const;

/** One of them. */
export type LadderName = (typeof LADDER_NAMES)[number];

/** Letters that stand for channels and recipients in the steps below. */
const CHANNELS: Record<string, Channel> = { E: 'email', C: 'call', W: 'whatsapp', T: 'task' };
const RECIPIENTS: Record<string, Recipient> = { B: 'billing', X: 'senior', O: 'owner' };

/**
 * One step as a line: days, channel, tone, recipients ('X/B,O': to the senior contact, copies to billing and owner), whether a
 * person may switch it to automatic sending, and the template.
 */
type StepLine = `${number} ${'E' | 'C' | 'W' | 'T'} ${Tone} ${string}: ${string}`;

/** What a line says. */
export interface LadderStep extends Pick<PolicyRow, 'days' | 'channel' | 'tone' | 'to' | 'cc' | 'template'> {
  mayBeAuto: boolean;
}

/**
 * The step of a line.
 * @example stepOf('40 E final B/X,O: Final')
 * // { days: 40, channel: 'email', tone: 'final', to: ['billing'], cc: ['senior', 'owner'], mayBeAuto: false, template: 'Final' }
 */
export function stepOf(line: StepLine): LadderStep {
  const [figures = '', template = ''] = line.split(': ');
  const [days, channel = '', said, recipients = '', auto] = figures.split(' ');
  const [to = '', cc = ''] = recipients.split('/');
  return {
    days: Number(days),
    channel: CHANNELS[channel] ?? 'email',
    tone: TONES.find((tone) => tone === said) ?? 'neutral',
    to: recipientsOf(to),
    cc: recipientsOf(cc),
    mayBeAuto: auto === 'auto',
    template,
  };
}

function recipientsOf(letters: string): Recipient[] {
  return letters.split(',').flatMap((letter) => RECIPIENTS[letter] ?? []);
}

/** The steps of some segments around one kind of day. */
export interface SegmentLadder {
  segments: readonly string[];
  anchor: PolicyAnchor;
  /** Least calendar days between two contacts. */
  gap: number;
  steps: readonly StepLine[];
}

// Automatic mails do for people who pay; four days absorb the bank's lag; from day 22 a person writes.
const TIMELY: readonly StepLine[] = [
  '4 E friendly B auto: Friendly',
  '12 E personal B auto: Personal',
  '22 E firm B/O: Firm',
  '30 C personal B: Call personal',
  '40 E final B/X,O: Final',
  '55 T neutral O: Task hand-over',
];

// Account maintenance rather than dunning.
const TIMELY_LARGE: readonly StepLine[] = [
  '5 E friendly B: Friendly',
  '12 C friendly B: Call documents',
  '20 E personal B/O: Personal',
  '30 T neutral O: Task reconcile',
  '40 E firm X/B,O: Firm senior',
  '60 E final X/B,O: Final',
  '80 T neutral O: Task hand-over',
];

// A first invoice fails on a purchase order or an address more often than on unwillingness.
const NEW: readonly StepLine[] = [
  '-3 E friendly B auto: Before due',
  '2 E friendly B auto: Friendly',
  '9 E personal B: Personal',
  '14 C personal B: Call personal',
  '21 E firm B/O: Firm',
  '35 E final X/B,O: Final',
  '50 T neutral O: Task hand-over',
];

// Mail, call and WhatsApp mixed, and a quicker escalation.
const STRICT_DELINQUENT_SMB: readonly StepLine[] = [
  '-5 E friendly B auto: Promise ask',
  '1 E friendly B auto: Friendly',
  '5 E personal B auto: Personal',
  '8 W personal B: WhatsApp personal',
  '12 E firm B/X: Firm',
  '16 C firm B: Call firm',
  '21 E firm X/B,O: Firm senior',
  '28 T neutral O: Task hold',
  '32 E final X/B: Final',
  '45 T neutral O: Task hand-over',
];

// The same, written by people.
const STRICT_DELINQUENT_LARGE: readonly StepLine[] = [
  '-5 E friendly B auto: Promise ask',
  '2 E friendly B: Friendly',
  '6 C personal B: Call personal',
  '11 E personal B/O: Personal',
  '18 E firm X/B,O: Firm senior',
  '25 C firm X: Call firm',
  '32 E firm X/B,O: Firm deadline',
  '45 T neutral O: Task hold review',
  '52 E final X/B,O: Final',
  '70 T neutral O: Task hand-over',
];

// Early, often, the senior contact soon, a credit hold; ends at 30 days rather than nagging.
const STRICT_DOUBTFUL_SMB: readonly StepLine[] = [
  '-7 E friendly B auto: Promise ask',
  '-4 W friendly B: WhatsApp friendly',
  '-1 E personal B auto: Personal',
  '2 E firm B: Firm',
  '4 W firm B: WhatsApp firm',
  '7 E firm B/X: Firm',
  '9 C firm B: Call firm',
  '12 E firm X/B: Firm senior',
  '14 T neutral O: Task hold',
  '15 E firm X/B: Hold notice',
  '17 C firm X: Call firm',
  '20 E final X/B: Final',
  '30 T neutral O: Task hand-over',
];

// Calls protect the relationship; seniors come late.
const STRICT_DOUBTFUL_LARGE: readonly StepLine[] = [
  '-10 C friendly B: Call promise ask',
  '-3 E friendly B: Before due',
  '2 C personal B: Call personal',
  '6 E personal B/O: Personal',
  '10 C firm B: Call firm',
  '16 E firm B/O: Firm',
  '23 T neutral O: Task reconcile',
  '30 C firm X: Call firm',
  '36 E firm X/B,O: Firm senior',
  '45 T neutral O: Task guarantee',
  '55 E final X/B,O: Final',
  '75 T neutral O: Task hand-over',
];

// The usual ladder for those who pay late: every contact a week or so after the one before, firm words by the fourth at
// the earliest, the senior contact from day 30; four contacts in any 30 days fit it as it stands.
const DELINQUENT_SMB: readonly StepLine[] = [
  '-5 E friendly B auto: Promise ask',
  '2 E friendly B auto: Friendly',
  '9 E personal B auto: Personal',
  '16 E firm B/O: Firm',
  '25 C firm B: Call firm',
  '28 T neutral O: Task hold',
  '32 E firm X/B,O: Firm senior',
  '42 E final X/B,O: Final',
  '55 T neutral O: Task hand-over',
];

const DELINQUENT_LARGE: readonly StepLine[] = [
  '-5 E friendly B auto: Promise ask',
  '2 E friendly B: Friendly',
  '9 C personal B: Call personal',
  '16 E personal B/O: Personal',
  '25 E firm B/O: Firm',
  '34 E firm X/B,O: Firm senior',
  '40 T neutral O: Task hold review',
  '50 E final X/B,O: Final',
  '70 T neutral O: Task hand-over',
];

const DOUBTFUL_SMB: readonly StepLine[] = [
  '-7 E friendly B auto: Promise ask',
  '1 E personal B auto: Personal',
  '8 E firm B/O: Firm',
  '15 C firm B: Call firm',
  '20 T neutral O: Task hold',
  '23 E firm B/O: Firm',
  '31 E firm X/B,O: Firm senior',
  '40 E final X/B,O: Final',
  '50 T neutral O: Task hand-over',
];

const DOUBTFUL_LARGE: readonly StepLine[] = [
  '-7 C friendly B: Call promise ask',
  '2 C personal B: Call personal',
  '9 E personal B/O: Personal',
  '16 C firm B: Call firm',
  '23 E firm B/O: Firm',
  '28 T neutral O: Task reconcile',
  '36 E firm X/B,O: Firm senior',
  '50 E final X/B,O: Final',
  '70 T neutral O: Task hand-over',
];

// The gentle ladder, for key accounts and public bodies: fewer contacts, two weeks and more between most of them.
const GENTLE_TIMELY: readonly StepLine[] = [
  '7 E friendly B auto: Friendly',
  '21 E personal B auto: Personal',
  '32 C personal B: Call personal',
  '45 E firm B/O: Firm',
  '60 E final B/X,O: Final',
  '80 T neutral O: Task hand-over',
];

const GENTLE_LARGE: readonly StepLine[] = [
  '7 E friendly B: Friendly',
  '18 C friendly B: Call documents',
  '30 E personal B/O: Personal',
  '40 T neutral O: Task reconcile',
  '50 E firm X/B,O: Firm senior',
  '65 E final X/B,O: Final',
  '85 T neutral O: Task hand-over',
];

// A first invoice that got lost is asked about early here too.
const GENTLE_NEW: readonly StepLine[] = [
  '2 E friendly B auto: Friendly',
  '14 E personal B auto: Personal',
  '26 C personal B: Call personal',
  '40 E firm B/O: Firm',
  '55 E final X/B,O: Final',
  '75 T neutral O: Task hand-over',
];

const GENTLE_DELINQUENT: readonly StepLine[] = [
  '3 E friendly B auto: Friendly',
  '12 E personal B auto: Personal',
  '22 C personal B: Call personal',
  '33 E firm B/O: Firm',
  '45 E firm X/B,O: Firm senior',
  '57 E final X/B,O: Final',
  '72 T neutral O: Task hand-over',
];

const GENTLE_DOUBTFUL: readonly StepLine[] = [
  '-5 E friendly B auto: Promise ask',
  '5 E personal B auto: Personal',
  '15 C personal B: Call personal',
  '26 E firm B/O: Firm',
  '37 E firm X/B,O: Firm senior',
  '49 E final X/B,O: Final',
  '62 T neutral O: Task hand-over',
];

// What is said about a promise depends on the promise, not on the ladder: it neither raises nor lowers the tone.
const PROMISE: readonly StepLine[] = ['-2 E neutral B auto: Promise reminder', '2 E neutral B/O: Promise missed'];

const PROMISE_LARGE: readonly StepLine[] = [
  '-2 C neutral B: Call promise reminder',
  '2 C neutral B/O: Call promise missed',
];

const DISCOUNT: readonly StepLine[] = ['-3 E neutral B: Discount'];

const STATEMENT: readonly StepLine[] = ['0 E neutral B/O auto: Statement'];

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
