// The words of AR Segments: what a line may look at, how it compares, and what its value says.
import { smallLetters } from '../../receivables/customer';

/** What is worked out of each customer, with the kind of value it has. */
export const COMPUTED_FIELDS = {
  balance: 'money',
  overdue: 'money',
  'days beyond terms': 'number',
  'share of portfolio': 'share',
  oldest: 'number',
  'broken promises': 'number',
  'limit used': 'share',
  kind: 'words',
  country: 'words',
  'computed segment': 'words',
  size: 'words',
} as const satisfies Record<string, 'money' | 'number' | 'share' | 'words'>;

/** One of them. */
export type ComputedField = keyof typeof COMPUTED_FIELDS;

/** Their names as the drop-down offers them. */
export const RULE_FIELDS = Object.keys(COMPUTED_FIELDS) as readonly ComputedField[];

/** How a line compares. */
export const OPERATORS = ['is', 'is not', 'contains', 'at least', 'at most', 'between'] as const;

/** One of them. */
export type Operator = (typeof OPERATORS)[number];

/** What the cell Value says: words, or an interval whose ends belong to it, in one currency or in any. */
export type RuleValue =
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'interval'; from: number; to: number; currency: string };

/** A word as it is compared: capitals, accents and outer blanks are of no concern. */
export function compared(text: string): string {
  return smallLetters(text).trim().replace(/\s+/g, ' ');
}
