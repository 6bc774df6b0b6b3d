// What a language must bring so that the weekly note can be written in it.

/** What may need a person, by the weekly note. */
export const NEEDS = ['stops', 'review', 'byHand', 'needsFix', 'failed', 'unconfirmed', 'deadlines'] as const;

/** The words of the weekly note to our own people. */
export interface NoteWords {
  subject: (from: string) => string;
  /** Which seven days it is about; both are meant. */
  week: (from: string, to: string) => string;
  /** What is overdue of what is open, and what was a week ago; '' for nothing, and where that is not known. */
  overdue: (overdue: string, open: string, weekAgo: string) => string;
  nothingOpen: string;
  /** Above the bars; the currency is '' where none is known. */
  byAge: (currency: string) => string;
  furtherCurrencies: (count: number) => string;
  sent: string;
  nothingSent: string;
  cameIn: string;
  nothingCame: string;
  /** In place of what came in where the sheet does not tell. */
  noDates: string;
  /** What customers promised for the seven days to come. */
  promised: string;
  nothingPromised: string;
  further: (count: number) => string;
  /** Overdue money by who has to settle what keeps it. */
  departments: string;
  nothingKept: string;
  /** In place of the list where no reason is known of anything. */
  noReasons: string;
  /** In place of a department where no reason is known. */
  noReason: string;
  customer: string;
  person: string;
  nobodyNeeded: string;
  needs: Record<(typeof NEEDS)[number], string>;
  /** Customers whose overdue money is chased by nobody, and the money. */
  unchased: (customers: number, totals: string) => string;
  link: string;
  /** Why they get it, and how that ends. */
  foot: string;
}
