// What a policy is made of: a row of AR Policy with its tone, channel, anchor and recipients.
import type { Channel } from './channels';
import type { Purpose } from './purposes';
import type { Tone } from './tones';

/** Who a step goes to: the billing contact, the customer's senior contact, our account owner. */
export type Recipient = 'billing' | 'senior' | 'owner';

/** The days a step can count from: the due date, the invoice date, a promised day, the end of a discount, the first of a month. */
export const ANCHORS = ['due', 'issue', 'promise', 'discount', 'month'] as const;

/** What our own people do beside the ladder: file a claim, decide about a credit hold, look at a limit, tell the insurer, renew a security. */
export const OWN_WORK = ['claim', 'limit', 'review', 'insurer', 'security'] as const;

/** What a reminder may be about that no row of AR Policy speaks of: our own work, and assigned invoices. */
const UNWRITTEN = [...OWN_WORK, 'assigned'] as const;

/** All that a reminder may count from. */
export const ALL_ANCHORS = [...ANCHORS, ...UNWRITTEN] as const;

/** What waits beside the customer's other reminder and does not take its place: these, and an invoice that goes out. */
const BESIDE: readonly PolicyAnchor[] = [...UNWRITTEN, 'issue'];

/** One of them. */
export type PolicyAnchor = (typeof ALL_ANCHORS)[number];

/**
 * The place that a reminder waits in: one for each customer, and one more for each thing that stands beside it.
 * @example placeOf({ customerKey: 'acme', anchor: 'claim' }) // 'acme|claim'
 */
export function placeOf({ customerKey, anchor }: { customerKey: string; anchor: PolicyAnchor }): string {
  return BESIDE.includes(anchor) ? `${customerKey}|${anchor}` : customerKey;
}

/** Whether it is work of our own people, of which nobody at the customer hears. @example isOwnWork('claim') // true */
export function isOwnWork(anchor: string): anchor is (typeof OWN_WORK)[number] {
  return OWN_WORK.some((one) => one === anchor);
}

/** What may come along with a mail: the statement of the account as a PDF; documents that lie in Google Drive; for a promise, its day as a calendar entry. */
export const ATTACHMENTS = ['statement', 'documents', 'calendar'] as const;

/** One of them. */
export type Attachment = (typeof ATTACHMENTS)[number];

/** What a row of `AR Policy` may say of it. */
export const POLICY_ATTACHMENTS = ['statement', 'documents'] as const satisfies readonly Attachment[];

/** The cells that say so: one of them, or both. */
export const ATTACH_CELLS = [...POLICY_ATTACHMENTS, 'statement, documents'] as const;

/** One row of `AR Policy`: a step of a segment's ladder. */
export interface PolicyRow {
  /** Segment name; `Any` and `Any large` hold the steps around a promise or a discount, whatever the segment. */
  segment: string;
  /** 1, 2, 3, ... within the segment and anchor. */
  stage: number;
  anchor: PolicyAnchor;
  /**
   * Days from the anchor, negative before it. With anchor `month` 0 is the first day of the month; with anchor `promise`
   * a step after it never comes before the grace has ended.
   */
  days: number;
  channel: Channel;
  /** What it is for, beside asking. */
  purpose: Purpose;
  /** Name of a text in `AR Templates`. */
  template: string;
  to: Recipient[];
  cc: Recipient[];
  sending: 'review' | 'auto';
  /** Least calendar days between two contacts that reach the customer; the same in the whole segment. */
  minimumGap: number;
  tone: Tone;
  active: boolean;
  /** Days after which the step comes again, before the next one; 0 for a step that comes once. */
  repeatEvery: number;
  /** How often it comes in all; 0 or 1 for once. */
  times: number;
  /** What comes along with its mail; left out for nothing. */
  attach?: readonly Attachment[];
  /** The channel that AR Policy says, where a customer is reached by another one. */
  instead?: Channel;
}

/** What can be said with which texts: template and language to what is wrong with it ('' when nothing). */
export type TemplateCheck = (
  template: string,
  language: string,
) => { code: 'no-template' | 'unknown-placeholder'; message: string } | null;

/** What differs between the steps that no row of AR Policy speaks of. */
type OwnStep = Pick<
  PolicyRow,
  'segment' | 'anchor' | 'days' | 'channel' | 'template' | 'to' | 'tone' | 'minimumGap' | 'attach'
>;

/** A step that no row of AR Policy speaks of: a person reads it. @example ownStep({ anchor: 'claim', ... }).sending // 'review' */
export function ownStep(step: OwnStep): PolicyRow {
  const once = { stage: 1, cc: [], active: true, repeatEvery: 0, times: 0 };
  return { ...once, purpose: 'reminder', sending: 'review', ...step };
}
