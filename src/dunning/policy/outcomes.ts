// The closed lists of how a contact and a dispute may end, as they are written down.

/** What may come of a call, a message or a task. */
export const CONTACT_OUTCOMES = [
  'answered',
  'no answer',
  'wrong contact',
  'done',
  'promised',
  'disputes',
  'will call back',
  'paid',
  'left a message',
  'wants copies',
  'asks for a plan',
  'refuses',
  'no longer trading',
] as const;

/** What came of a contact. */
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

/** What came of a call that nobody answered, or that reached somebody else. */
export const UNREACHED: readonly string[] = ['no answer', 'wrong contact', 'left a message'] satisfies ContactOutcome[];

/** How a dispute may end. */
export const DISPUTE_OUTCOMES = ['accepted', 'partly accepted', 'rejected'] as const;

/** How a dispute ended. */
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];
