// The words of French letters, in formal address.
import { civilOf } from '../../../../receivables/day';
import type { AmountMarks } from '../amounts';
import type { LanguageWords } from '../language-pack';

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

// The wide no-break space: the narrow one (U+202F) would shift the columns of the text table in most mail programs.
const NBSP = '\u00a0';
const MARKS: AmountMarks = { group: NBSP, decimal: ',', gap: NBSP, and: 'et' };

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** French: `2 novembre 2026`, `1er novembre 2026`, `4 800,00 EUR`; "Bonjour" with the name needs no gender. */
export const FRENCH_WORDS: LanguageWords = {
  marks: MARKS,
  longDate: (day) => {
    const date = civilOf(day);
    return `${date.day === 1 ? '1er' : date.day} ${MONTHS[date.month - 1]} ${date.year}`;
  },
  shortDate: (day) => {
    const date = civilOf(day);
    return `${twoDigits(date.day)}/${twoDigits(date.month)}/${date.year}`;
  },
  month: (day) => `${MONTHS[civilOf(day).month - 1]} ${civilOf(day).year}`,
  greeting: (contact) => (contact === '' ? 'Bonjour,' : `Bonjour ${contact},`),
  reference: (reference) => `Réf. ${reference}`,
  objection: ({ heard, answer }) => `- «\u00a0${heard}\u00a0» ${answer}`,
  listed: (invoice, due, amount) =>
    due === '' ? `${invoice}${NBSP}: ${amount}` : `${invoice}, échéance du ${due}${NBSP}: ${amount}`,
  age: (days) => (days === 1 ? '1 jour' : `${days} jours`),
  received: (amount) => `${amount} déjà reçus, merci`,
  heading: (currency) => `Factures en ${currency}`,
  bankDetails: (currency) =>
    currency === ''
      ? `Nos coordonnées bancaires${NBSP}:`
      : `Nos coordonnées bancaires pour les paiements en ${currency}${NBSP}:`,
  answer: {
    ask: 'Répondez-nous en deux clics',
    choices: {
      promise: `Nous paierons à cette date${NBSP}:`,
      paid: 'Nous avons déjà payé',
      dispute: 'Quelque chose n’est pas correct',
      contact: 'Merci d’écrire à une autre personne',
    },
  },
  columns: {
    invoice: 'Facture',
    order: 'Votre n° de commande',
    due: 'Échéance',
    days: 'Jours de retard',
    balance: 'Reste dû',
  },
  documents: { invoice: 'Ouvrir la facture', delivery: 'Preuve de livraison', order: 'Votre commande' },
  attached: 'en pièce jointe',
  noNumber: 'sans numéro',
  noDueDate: 'à réception',
  notYetDue: 'à échoir',
  inDispute: 'en litige',
  partInDispute: 'dont en litige, non réclamé ici',
  newDate: (day) => `nouvelle date convenue${NBSP}: ${day}`,
  overdue: 'Total échu',
  notDue: 'À échoir',
  disputed: 'En litige, non réclamé ici',
  credit: 'à votre crédit',
  credits: 'Avoirs et règlements non encore imputés',
  bands: ['à échoir', '1 à 30 jours', '31 à 60 jours', '61 à 90 jours', 'plus de 90 jours'],
  nextStep: 'la transmission du dossier à une société de recouvrement',
  lateRights: 'Nous réservons tous nos droits, dont les intérêts de retard et l’indemnité forfaitaire de recouvrement.',
  lateClaims: (sum) =>
    `En plus du montant ci-dessus, nous demandons ${sum} au titre du retard de paiement, comme la loi le prévoit${NBSP}:`,
  lateClaim: (invoice, age, interest, compensation) =>
    `${invoice}${NBSP}: ${[interest && `${interest} d’intérêts (${age})`, compensation && `${compensation} d’indemnité`].filter((part) => part !== '').join(' et ')}`,
  channels: { email: 'e-mail', call: 'appel', whatsapp: 'message WhatsApp', letter: 'courrier', task: 'tâche interne' },
  outcomes: {
    answered: 'joint',
    'no answer': 'sans réponse',
    'wrong contact': 'mauvais interlocuteur',
    done: 'fait',
    promised: 'paiement promis',
    disputes: 'contesté',
    'will call back': 'rappellera',
    paid: 'payé selon le client',
    'left a message': 'message laissé',
    'wants copies': 'demande des duplicatas',
    'asks for a plan': 'demande un échéancier',
    refuses: 'refuse de payer',
    'no longer trading': 'aurait cessé son activité',
  },
  payment: 'paiement',
  promises: {
    open: 'en cours',
    kept: 'tenu',
    'partly kept': 'tenu en partie',
    broken: 'non tenu',
    cancelled: 'annulé',
  },
  disputes: {
    accepted: 'Nous vous donnons raison',
    'partly accepted': 'Nous vous donnons raison en partie',
    rejected: 'La facture est maintenue en l’état',
  },
  statement: {
    title: 'Relevé de compte',
    file: 'Releve-de-compte',
    attached: 'Vous trouverez en pièce jointe le relevé de votre compte.',
    customerNumber: 'Numéro de client',
    balance: 'Solde',
    openItems: 'Postes ouverts',
    nothingOpen: 'Aucun poste n’est ouvert.',
    activity: (from) => `Mouvements du compte depuis le ${from}`,
    broughtForward: 'Report',
    columns: { date: 'Date', what: 'Opération', amount: 'Montant', balance: 'Solde' },
    movements: {
      invoice: 'Facture',
      credit: 'Avoir',
      payment: 'Paiement, merci',
      returned: 'Paiement rejeté',
      undated: 'Paiements et avoirs sans date',
    },
  },
  calendar: (company) => `Paiement à ${company}`,
};
