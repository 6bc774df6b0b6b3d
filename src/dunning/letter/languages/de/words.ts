// The words of German letters, in formal address.
import { civilOf } from '../../../../receivables/day';
import type { AmountMarks } from '../amounts';
import type { LanguageWords } from '../language-pack';

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const MARKS: AmountMarks = { group: '.', decimal: ',', gap: ' ', and: 'und' };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** German: `2. November 2026`, `4.800,00 EUR`; "Guten Tag" with the name needs no gender. */
export const GERMAN_WORDS: LanguageWords = {
  marks: MARKS,
  longDate: (day) => {
    const date = civilOf(day);
    return `${date.day}. ${MONTHS[date.month - 1]} ${date.year}`;
  },
  shortDate: (day) => {
    const date = civilOf(day);
    return `${twoDigits(date.day)}.${twoDigits(date.month)}.${date.year}`;
  },
  month: (day) => `${MONTHS[civilOf(day).month - 1]} ${civilOf(day).year}`,
  greeting: (contact) => (contact === '' ? 'Guten Tag,' : `Guten Tag ${contact},`),
  reference: (reference) => `Ref. ${reference}`,
  objection: ({ heard, answer }) => `- „${heard}“ ${answer}`,
  listed: (invoice, due, amount) => (due === '' ? `${invoice}: ${amount}` : `${invoice}, fällig am ${due}: ${amount}`),
  age: (days) => (days === 1 ? '1 Tag' : `${days} Tage`),
  received: (amount) => `${amount} bereits erhalten, vielen Dank`,
  heading: (currency) => `Rechnungen in ${currency}`,
  bankDetails: (currency) =>
    currency === '' ? 'Unsere Bankverbindung:' : `Unsere Bankverbindung für Zahlungen in ${currency}:`,
  answer: {
    ask: 'Antworten Sie uns mit zwei Klicks',
    choices: {
      promise: 'Wir zahlen an diesem Tag:',
      paid: 'Wir haben bereits bezahlt',
      dispute: 'Etwas stimmt nicht',
      contact: 'Bitte schreiben Sie jemand anderem',
    },
  },
  columns: {
    invoice: 'Rechnung',
    order: 'Ihre Bestellnr.',
    due: 'Fällig am',
    days: 'Tage überfällig',
    balance: 'Offen',
  },
  documents: { invoice: 'Rechnung öffnen', delivery: 'Liefernachweis', order: 'Ihre Bestellung' },
  attached: 'im Anhang',
  noNumber: 'ohne Nummer',
  noDueDate: 'sofort',
  notYetDue: 'noch nicht fällig',
  inDispute: 'in Klärung',
  partInDispute: 'davon in Klärung, hier nicht gefordert',
  newDate: (day) => `neuer Termin vereinbart: ${day}`,
  overdue: 'Überfällig gesamt',
  notDue: 'Noch nicht fällig',
  disputed: 'In Klärung, hier nicht gefordert',
  credit: 'Guthaben',
  credits: 'Noch nicht verrechnete Guthaben',
  bands: ['noch nicht fällig', '1-30 Tage', '31-60 Tage', '61-90 Tage', 'über 90 Tage'],
  nextStep: 'die Übergabe der Forderung an ein Inkassounternehmen',
  lateRights:
    'Unsere gesetzlichen Rechte behalten wir uns vor, darunter Verzugszinsen und die Pauschale für den Verzug.',
  lateClaims: (sum) =>
    `Neben dem genannten Betrag machen wir wegen des Verzugs ${sum} geltend, wie es das Gesetz vorsieht:`,
  lateClaim: (invoice, age, interest, compensation) =>
    `${invoice}: ${[interest && `${interest} Zinsen (${age})`, compensation && `${compensation} Pauschale`].filter((part) => part !== '').join(' und ')}`,
  channels: {
    email: 'E-Mail',
    call: 'Anruf',
    whatsapp: 'WhatsApp-Nachricht',
    letter: 'Brief',
    task: 'interne Aufgabe',
  },
  outcomes: {
    answered: 'erreicht',
    'no answer': 'nicht erreicht',
    'wrong contact': 'falscher Ansprechpartner',
    done: 'erledigt',
    promised: 'Zahlung zugesagt',
    disputes: 'beanstandet',
    'will call back': 'ruft zurück',
    paid: 'laut Kunde bezahlt',
    'left a message': 'Nachricht hinterlassen',
    'wants copies': 'bittet um Kopien',
    'asks for a plan': 'bittet um Ratenzahlung',
    refuses: 'verweigert die Zahlung',
    'no longer trading': 'Geschäft laut Auskunft aufgegeben',
  },
  payment: 'Zahlung',
  promises: {
    open: 'offen',
    kept: 'eingehalten',
    'partly kept': 'teilweise eingehalten',
    broken: 'nicht eingehalten',
    cancelled: 'hinfällig',
  },
  disputes: {
    accepted: 'Wir geben Ihnen recht',
    'partly accepted': 'Wir geben Ihnen teilweise recht',
    rejected: 'Die Rechnung bleibt, wie sie ist',
  },
  statement: {
    title: 'Kontoauszug',
    file: 'Kontoauszug',
    attached: 'Den Auszug Ihres Kontos finden Sie im Anhang.',
    customerNumber: 'Kundennummer',
    balance: 'Saldo',
    openItems: 'Offene Posten',
    nothingOpen: 'Es ist nichts offen.',
    activity: (from) => `Kontobewegungen seit ${from}`,
    broughtForward: 'Übertrag',
    columns: { date: 'Datum', what: 'Vorgang', amount: 'Betrag', balance: 'Saldo' },
    movements: {
      invoice: 'Rechnung',
      credit: 'Gutschrift',
      payment: 'Zahlung, vielen Dank',
      returned: 'Zahlung zurückgebucht',
      undated: 'Zahlungen und Gutschriften ohne Datum',
    },
  },
  calendar: (company) => `Zahlung an ${company}`,
};
