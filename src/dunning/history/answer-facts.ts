// What an event tells of a customer's answer by the form.

/** What a customer can tell by the form. */
export const ANSWER_KINDS = ['promise', 'paid', 'dispute', 'contact', 'other'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What was made of an answer: the promise was taken, a person is asked, or nothing, as it came too late. */
export type AnswerMade = 'taken' | 'asked' | 'left';

/** An answer as the event that takes it tells it. Days ISO. */
export interface AnswerFacts {
  /** Digest of the row of the form. */
  row: string;
  what: AnswerKind;
  /** The day it was given. */
  on: string;
  made: AnswerMade;
  /** Last day on which the customer hears nothing of us; left out where it changes nothing. */
  quietTo?: string;
  /** Keys of the invoices that it is about; one that begins with its customer's goes without it, behind a `~`. */
  keys: string[];
  /** Of a promise or a wish: the day that was named. */
  day?: string;
  /** Of a payment: the last day on which its invoices are not asked for; left out where it pauses nothing. */
  until?: string;
  /** What they wrote beside it, cut to some length. */
  words?: string;
  /** To whom to write instead, as they wrote it. */
  address?: string;
  /** Why a person is asked, or why it changes nothing, a sentence. */
  why?: string;
}
