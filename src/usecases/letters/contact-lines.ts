// Earlier contacts and promises as lines of a letter or a call sheet, in the letter's language.

import type { PromiseStanding } from '../../dunning/decision/promises';
import type { Contact } from '../../dunning/history/history';
import type { LetterWords } from '../../dunning/letter/letter-words';
import { NO_CURRENCY, toMinor } from '../../receivables/money';

/** What the lines need in a language; an outcome that is not listed stands as it was written down. */
interface LineWords {
  channels: Record<Contact['channel'], string>;
  outcomes: Readonly<Record<string, string>>;
  promise: string;
  states: Record<PromiseStanding['state'], string>;
}

const ENGLISH: LineWords = {
  channels: { email: 'e-mail', call: 'call', whatsapp: 'WhatsApp message', task: 'internal task' },
  outcomes: {},
  promise: 'payment',
  states: { open: 'open', kept: 'kept', 'partly kept': 'partly kept', broken: 'not kept', cancelled: 'cancelled' },
};

const WORDS: Readonly<Record<string, LineWords>> = {
  en: ENGLISH,
  de: {
    channels: { email: 'E-Mail', call: 'Anruf', whatsapp: 'WhatsApp-Nachricht', task: 'interne Aufgabe' },
    outcomes: {
      answered: 'erreicht',
      'no answer': 'nicht erreicht',
      'wrong contact': 'falscher Ansprechpartner',
      promised: 'Zahlung zugesagt',
      disputes: 'beanstandet',
      'will call back': 'ruft zurück',
      paid: 'laut Kunde bezahlt',
      done: 'erledigt',
    },
    promise: 'Zahlung',
    states: {
      open: 'offen',
      kept: 'eingehalten',
      'partly kept': 'teilweise eingehalten',
      broken: 'nicht eingehalten',
      cancelled: 'hinfällig',
    },
  },
  fr: {
    channels: { email: 'e-mail', call: 'appel', whatsapp: 'message WhatsApp', task: 'tâche interne' },
    outcomes: {
      answered: 'joint',
      'no answer': 'sans réponse',
      'wrong contact': 'mauvais interlocuteur',
      promised: 'paiement promis',
      disputes: 'contesté',
      'will call back': 'rappellera',
      paid: 'payé selon le client',
      done: 'fait',
    },
    promise: 'paiement',
    states: {
      open: 'en cours',
      kept: 'tenu',
      'partly kept': 'tenu en partie',
      broken: 'non tenu',
      cancelled: 'annulé',
    },
  },
  es: {
    channels: { email: 'correo', call: 'llamada', whatsapp: 'mensaje de WhatsApp', task: 'tarea interna' },
    outcomes: {
      answered: 'atendida',
      'no answer': 'sin respuesta',
      'wrong contact': 'contacto equivocado',
      promised: 'pago prometido',
      disputes: 'en disputa',
      'will call back': 'devolverá la llamada',
      paid: 'pagado según el cliente',
      done: 'hecho',
    },
    promise: 'pago',
    states: {
      open: 'pendiente',
      kept: 'cumplido',
      'partly kept': 'cumplido en parte',
      broken: 'no cumplido',
      cancelled: 'anulado',
    },
  },
};

function wordsFor({ tag }: LetterWords): LineWords {
  return WORDS[tag] ?? ENGLISH;
}

/** A contact as a line. @example '10 Nov 2026: call, no answer' */
export function contactLine({ on, channel, outcome }: Contact, words: LetterWords): string {
  const { channels, outcomes } = wordsFor(words);
  // That an e-mail was sent goes without saying.
  const came = outcome === '' ? '' : `, ${outcomes[outcome] ?? outcome}`;
  return `${words.shortDate(on)}: ${channels[channel]}${came}`;
}

/** A promise as a line. @example '13 Nov 2026: 6,400.00 EUR, partly kept' */
export function promiseLine({ promise, state }: PromiseStanding, words: LetterWords): string {
  const own = wordsFor(words);
  const code = promise.currency || NO_CURRENCY;
  const what = promise.amount === null ? own.promise : words.money(toMinor(promise.amount, code), code);
  const day = promise.promisedOn === null ? '' : `${words.shortDate(promise.promisedOn)}: `;
  return `${day}${what}, ${own.states[state]}`;
}
