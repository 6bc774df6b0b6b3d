// What an answer of a form is about, by the words of the choice: those of our own set-up steps, and what teams call them.
import type { AnswerKind } from '../history/answer-facts';

/** The first that is found counts: "already paid" is no promise, and "the day we paid" neither. */
const KINDS: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'dispute',
    /not right|not correct|wrong(?! person| address)|incorrect|disput|disagree|complain|stimmt (?:etwas )?nicht|nicht (?:in ordnung|richtig|korrekt)|reklam|einw[aä]nd|bestreit|pas (?:correct|juste)|litige|contest|erreur|problème|no (?:es|está) correct|error|disconform|impugn/iu,
  ],
  [
    'paid',
    /(?<!not )(?<!\p{L})paid|bezahlt|überwiesen|beglichen|(?<!\p{L})(?:déjà|payée?s?|réglée?s?|pagad[oa]s?|ya (?:hemos|he))(?!\p{L})/iu,
  ],
  [
    'contact',
    /(?:some(?:body|one)|person) else|(?:other|another|wrong) (?:person|contact|department)|ansprechpartner|jemand ander|zuständig|andere[nr]? (?:person|stelle)|autre (?:personne|interlocuteur|contact|service)|otr[oa] (?:persona|contacto|departamento)/iu,
  ],
  [
    'promise',
    /(?<!\p{L})(?:pay(?:s|ing|ment)?(?!\p{L})|promise|zahl|überweis|pai(?:e|er)|payons|réglerons|paiement|pag[aou]|transfer)/iu,
  ],
];

/**
 * What a choice of the form says; null for words that say none of it.
 * @example answerKind('We have already paid') // 'paid'
 */
export function answerKind(choice: string): AnswerKind | null {
  return KINDS.find(([, words]) => words.test(choice))?.[0] ?? null;
}
