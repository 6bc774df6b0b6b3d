// What a row of AR Policy is for, beside its day: said in a column of its own, never read out of a name that people edit.

/**
 * Every purpose. A stage is a `reminder` unless it says otherwise; after a `hand-over` is done the invoice is not chased on;
 * a `hold notice` tells that orders are held. The others are no stages: such a row names the text of a first question
 * about an `old balance` or an `order number`, and of the `heads-up` to the account owner.
 */
export const PURPOSES = ['reminder', 'hand-over', 'hold notice', 'old balance', 'order number', 'heads-up'] as const;

/** What a row is for. */
export type Purpose = (typeof PURPOSES)[number];

/** Our own text for each purpose that names one and is no stage. */
export const OWN_TEXTS = {
  'old balance': 'Old balance',
  'order number': 'Order number',
  'heads-up': 'Heads-up',
} as const;

/** What is asked of a row of the policy here. */
interface PurposeRow {
  /** Name of a text in `AR Templates`. */
  template: string;
  purpose: Purpose;
  active: boolean;
}

/** A purpose that is no stage: its row names a text. */
export type TextPurpose = keyof typeof OWN_TEXTS;

/** Which text serves each of them. */
export type PurposeTexts = Readonly<Record<TextPurpose, string>>;

/** Our default texts of stages that are more than a reminder: what a row without a purpose is for. */
const BY_DEFAULT_TEXT: ReadonlyMap<string, Purpose> = new Map([
  ['task hand-over', 'hand-over'],
  ['hold notice', 'hold notice'],
]);

/** Our texts that a person chooses and that ask for no money: a sum on top of an apology would be a second fault. */
export const ASKED_WORDS = ['Apology', 'Promise noted', 'Plan agreed', 'Invoice copy'] as const;

/** One of them. */
export type AskedWord = (typeof ASKED_WORDS)[number];

/** Which of them a reminder is, where a person had it planned by a click; null for every other. */
export function wordOf({ subject }: { subject: string }): AskedWord | null {
  return ASKED_WORDS.find((word) => subject === `word:${word}`) ?? null;
}

/** Whether a mail in a text of ours asks for no money. @example asksForNothing('Apology') // true */
export function asksForNothing(template: string): boolean {
  return ASKED_WORDS.some((word) => nameKey(word) === nameKey(template));
}

/**
 * Whether a mail asks whether a balance is right, and for no payment: its sum is that of the whole account, credits off.
 * @example asksToConfirm({ purpose: 'old balance', template: 'Our own words' }) // true
 */
export function asksToConfirm({
  purpose,
  template = '',
}: {
  purpose?: Purpose | undefined;
  template?: string;
}): boolean {
  return purpose === 'old balance' || nameKey(template) === nameKey(OWN_TEXTS['old balance']);
}

/** Whether a purpose is no stage but names a text. @example namesText('heads-up') // true */
export function namesText(purpose: Purpose): purpose is TextPurpose {
  return purpose in OWN_TEXTS;
}

/**
 * What a stage is for where it does not say: only texts of ours tell, by their exact name.
 * @example purposeOfText('Task hand-over') // 'hand-over'
 * @example purposeOfText('Handover to the agency') // 'reminder'
 */
export function purposeOfText(template: string): Purpose {
  return BY_DEFAULT_TEXT.get(nameKey(template)) ?? 'reminder';
}

/**
 * Whether a text is that of a hand-over: by the rows that name it today, else by its name.
 * @param policy the stages of today
 * @param template name of a text
 */
export function isHandOverText(policy: readonly PurposeRow[], template: string): boolean {
  return handsOverByText(policy).get(nameKey(template)) ?? purposeOfText(template) === 'hand-over';
}

const known = new WeakMap<readonly PurposeRow[], ReadonlyMap<string, boolean>>();

// Asked of every stage of every invoice: read out of the rows once.
function handsOverByText(policy: readonly PurposeRow[]): ReadonlyMap<string, boolean> {
  const found = known.get(policy);
  if (found) return found;
  const texts = new Map<string, boolean>();
  for (const { template, purpose } of policy) {
    const key = nameKey(template);
    texts.set(key, texts.get(key) === true || purpose === 'hand-over');
  }
  known.set(policy, texts);
  return texts;
}

/**
 * Which text serves each purpose that is no stage: the first active row that says so, else our own.
 * @param rows rows that name a text
 * @example purposeTexts([])['heads-up'] // 'Heads-up'
 */
export function purposeTexts(rows: readonly PurposeRow[]): PurposeTexts {
  const textOf = (purpose: TextPurpose): string =>
    rows.find((row) => row.active && row.purpose === purpose && row.template !== '')?.template ?? OWN_TEXTS[purpose];
  return {
    'old balance': textOf('old balance'),
    'order number': textOf('order number'),
    'heads-up': textOf('heads-up'),
  };
}

function nameKey(template: string): string {
  return template.trim().toLowerCase();
}
