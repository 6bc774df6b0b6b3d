// The token in the link of a mail: it says which mail was answered, and nobody can make one who does not know the secret.
import { keyedDigest, REFERENCE_LETTERS } from '../history/digest';

/** Letters of the proof, each of five bits: 80 bits. */
const PROOF = 16;
const SHAPE = new RegExp(`^([${REFERENCE_LETTERS}]{5})-?([${REFERENCE_LETTERS}]{${PROOF}})$`);

/**
 * The token of a reminder: the letters of its reference and 80 bits of their HMAC. It names no customer and no amount.
 * @param reference `DS-7F3K2`
 * @param secret what only the workbook knows
 * @example answerToken('DS-7F3K2', 'secret') // '7F3K2-' and sixteen letters or digits
 */
export function answerToken(reference: string, secret: string): string {
  return `${reference.replace(/^DS-/, '')}-${proofOf(reference, secret)}`;
}

function proofOf(reference: string, secret: string): string {
  const bytes = keyedDigest(secret, `answer ${reference}`);
  let letters = '';
  for (let place = 0; place < PROOF; place += 1) {
    const bit = place * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    letters += REFERENCE_LETTERS.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return letters;
}

/** Whether a text looks like a token, whoever made it. @example isAnswerToken('7F3K2-0123456789ABCDEF') // true */
export function isAnswerToken(text: string): boolean {
  return SHAPE.test(text.trim().toUpperCase());
}

/**
 * The reference of the reminder that a token was made for; '' where it was not made with this secret.
 * @example referenceIn(answerToken('DS-7F3K2', 'secret'), 'secret') // 'DS-7F3K2'
 */
export function referenceIn(token: string, secret: string): string {
  const [, letters = '', proof = ''] = SHAPE.exec(token.trim().toUpperCase()) ?? [];
  if (letters === '' || secret === '') return '';
  const reference = `DS-${letters}`;
  const right = proofOf(reference, secret);
  // Every letter is compared, so that the time it takes tells nothing.
  let differs = 0;
  for (let place = 0; place < PROOF; place += 1) differs |= proof.charCodeAt(place) ^ right.charCodeAt(place);
  return differs === 0 ? reference : '';
}
