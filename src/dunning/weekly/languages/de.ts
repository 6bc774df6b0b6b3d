// The words of the weekly note in German.
import type { NoteWords } from '../note-language';

export const GERMAN_NOTE: NoteWords = {
  subject: (from) => `Offene Posten, Woche ab ${from}`,
  week: (from, to) => `Die Woche vom ${from} bis zum ${to}.`,
  overdue: (overdue, open, weekAgo) =>
    `Offen sind ${open}, davon ${overdue || 'nichts'} überfällig${weekAgo && `; vor einer Woche waren es ${weekAgo}`}.`,
  nothingOpen: 'Es ist nichts offen.',
  byAge: (currency) => `Offen nach Tagen seit Fälligkeit${currency && `, ${currency}`}`,
  furtherCurrencies: (count) => (count === 1 ? 'Und eine weitere Währung.' : `Und ${count} weitere Währungen.`),
  sent: 'Was wir versandt und getan haben',
  nothingSent: 'Es wurde nichts versandt.',
  cameIn: 'Was eingegangen ist',
  nothingCame: 'Es ging keine Zahlung ein.',
  noDates: 'Die Rechnungsliste hat keine Zahlungsdaten.',
  promised: 'Für diese Woche zugesagt',
  nothingPromised: 'Für diese Woche ist nichts zugesagt.',
  further: (count) => `und ${count} weitere`,
  departments: 'Überfällig, nach Zuständigkeit',
  nothingKept: 'Es ist nichts überfällig.',
  noReasons: 'Zu nichts Überfälligem ist ein Grund notiert.',
  noReason: 'kein Grund bekannt',
  customer: 'der Kunde',
  person: 'Was zu tun ist',
  nobodyNeeded: 'Es ist nichts zu tun.',
  needs: {
    stops: 'Was den ganzen Versand aufhält, siehe „Today“',
    review: 'Mails zum Durchsehen',
    byHand: 'Anrufe und Aufgaben',
    needsFix: 'Erinnerungen, denen etwas fehlt',
    failed: 'Mails, die nicht versandt werden konnten',
    unconfirmed: 'Mails, von denen niemand weiß, ob sie hinausgingen',
    deadlines: 'Reklamationen und Rückfragen über ihrer Frist',
  },
  unchased: (customers, totals) =>
    `${customers === 1 ? '1 Kunde' : `${customers} Kunden`} mit ${totals} überfällig, um die sich niemand kümmert`,
  link: 'Zur Arbeitsmappe:',
  foot: 'Diese Nachricht kommt montags an alle, die in AR Settings unter „Weekly note to“ stehen.',
};
