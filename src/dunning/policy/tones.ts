// The tones of a contact, from the mildest to the strongest, and what follows from how strong one is.

/** The tones from the mildest to the strongest; the place in the list is the rank. `neutral` asks for nothing. */
export const TONES = ['neutral', 'friendly', 'personal', 'firm', 'final'] as const;

/** How a contact sounds. `neutral` is what asks for nothing: tasks and statements. */
export type Tone = (typeof TONES)[number];

/** From this tone on a contact is firm: a person reads it first, and it needs fresher payments and a fresher approval. */
const FIRM: Tone = 'firm';

/**
 * The rank of a tone, for "never goes down": neutral 0, friendly 1, personal 2, firm 3, final 4.
 * @param tone as read from a cell or the log; a word that is no tone ranks as neutral
 * @example toneRank('firm') // 3
 */
export function toneRank(tone: string): number {
  const names: readonly string[] = TONES;
  return Math.max(0, names.indexOf(tone));
}

/** Whether a contact of this tone asks for something. @example asks('neutral') // false */
export function asks(tone: string): boolean {
  return toneRank(tone) > 0;
}

/** A tone as people read it: '' where the contact asks for nothing. @example toneInWords('neutral') // '' */
export function toneInWords(tone: string): string {
  return asks(tone) ? tone : '';
}

/** A tone and the channel it is spoken through. @example toneAndChannel('neutral', 'task') // 'task' */
export function toneAndChannel(tone: string, channel: string): string {
  return asks(tone) ? `${tone}, ${channel}` : channel;
}

/** Whether a contact is a final one: what it announces must be meant. @example isFinal('firm') // false */
export function isFinal(tone: string): boolean {
  return tone === ('final' satisfies Tone);
}

/** Whether a contact is firm or stronger. @example isFirm('final') // true */
export function isFirm(tone: string): boolean {
  return toneRank(tone) >= toneRank(FIRM);
}
