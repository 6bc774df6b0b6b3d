// How firm a firm may be with its customers whatever a row of AR Policy says: one home for the limits that go with each ladder.
import type { LadderName } from './ladders';

/** The limits; where a decision is given none, a ladder is judged as it is written. */
export interface ContactRules {
  /** So many contacts reach a customer within any 30 days at most. */
  most: number;
  /**
   * From which day past due (earlier where a row of AR Policy names them earlier), and from which overdue sum in whole
   * units of its currency, the senior contact is written to; null: as AR Policy says.
   */
  senior: { days: number; amount: number } | null;
}

/** Contacts are counted within so many days. */
export const CONTACT_WINDOW = 30;

const MODERATE: ContactRules = { most: 4, senior: { days: 30, amount: 1_000 } };

/** The limits by ladder. */
export const CONTACT_RULES: Readonly<Record<LadderName, ContactRules>> = {
  gentle: MODERATE,
  usual: MODERATE,
  strict: { most: 6, senior: null },
};
