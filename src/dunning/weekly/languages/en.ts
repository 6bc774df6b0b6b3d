// The words of the weekly note in English.
import type { NoteWords } from '../note-language';

export const ENGLISH_NOTE: NoteWords = {
  subject: (from) => `Receivables, week from ${from}`,
  week: (from, to) => `The week from ${from} to ${to}.`,
  overdue: (overdue, open, weekAgo) =>
    `${overdue || 'Nothing'} of ${open} open is overdue${weekAgo && `; a week ago it was ${weekAgo}`}.`,
  nothingOpen: 'Nothing is open.',
  byAge: (currency) => `Open by days past due${currency && `, ${currency}`}`,
  furtherCurrencies: (count) => (count === 1 ? 'And 1 more currency.' : `And ${count} more currencies.`),
  sent: 'What we sent and did',
  nothingSent: 'Nothing was sent.',
  cameIn: 'What came in',
  nothingCame: 'No payment came in.',
  noDates: 'The invoice sheet has no dates of payment.',
  promised: 'Promised for this week',
  nothingPromised: 'Nothing is promised for this week.',
  further: (count) => `and ${count} more`,
  departments: 'Overdue, by who has to settle it',
  nothingKept: 'Nothing is overdue.',
  noReasons: 'Nothing overdue has a reason noted.',
  noReason: 'no reason known',
  customer: 'the customer',
  person: 'What needs a person',
  nobodyNeeded: 'Nothing waits for a person.',
  needs: {
    stops: 'What stops all sending, see Today',
    review: 'Mails to review',
    byHand: 'Calls and tasks to do',
    needsFix: 'Reminders that lack something',
    failed: 'Mails that could not be sent',
    unconfirmed: 'Mails of which nobody knows whether they left',
    deadlines: 'Disputes and queries past their deadline',
  },
  unchased: (customers, totals) =>
    `${customers === 1 ? '1 customer' : `${customers} customers`} with ${totals} overdue whom nobody chases`,
  link: 'Open the workbook:',
  foot: 'This note comes on Mondays to those named in AR Settings under “Weekly note to”.',
};
