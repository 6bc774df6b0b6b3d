// The visible reference of a reminder, by which a person finds its mail: `DS-7F3K2`.
import { digest, REFERENCE_LETTERS } from '../history/digest';

/**
 * A reference that is not taken yet, always the same for the same seed.
 * @param seed what makes the reminder this one: workbook, place in the log, customer
 * @param taken references in use
 * @example newReference('w|1|acme', new Set()) // 'DS-' and five letters or digits
 */
export function newReference(seed: string, taken: { has(reference: string): boolean }): string {
  for (let attempt = 0; ; attempt += 1) {
    const number = Number.parseInt(digest(`${seed}|${attempt}`).slice(0, 7), 16);
    let rest = number;
    let letters = '';
    for (let place = 0; place < 5; place += 1) {
      letters = REFERENCE_LETTERS.charAt(rest % 32) + letters;
      rest = Math.floor(rest / 32);
    }
    if (!taken.has(`DS-${letters}`)) return `DS-${letters}`;
  }
}
