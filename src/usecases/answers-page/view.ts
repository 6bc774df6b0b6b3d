// What the page Answers is told, and what it asks for.
import * as v from 'valibot';
import type { AnswerKind } from '../../dunning/history/answer-facts';
import type { StoredText } from '../policy-page/view';

/** What became of an answer: taken as a promise, waiting for a person, decided, or left: it came too late, or what it is about is settled. */
export type AnswerState = 'taken' | 'asked' | 'accepted' | 'rejected' | 'left';

/** An answer of a customer. Days ISO, '' for none. */
export interface AnswerView {
  row: string;
  reference: string;
  customerKey: string;
  customer: string;
  what: AnswerKind;
  on: string;
  day: string;
  state: AnswerState;
  /** Numbers of the invoices that it is about and that are still open. */
  invoices: string[];
  /** The last day on which nothing is sent or asked for; '' where that is over. */
  pausedTo: string;
  words: string;
  address: string;
  why: string;
  /** Who decided and when; '' while nobody did. */
  by: string;
  /** Whether it has waited longer than two business days. */
  isLate: boolean;
}

/** An answer that changes nothing: forged, old, repeated, or of a mail that never left. */
export interface LeftView {
  on: string;
  sheet: string;
  /** 1-based. */
  at: number;
  why: string;
}

/** The page Answers. */
export interface AnswersView {
  asOf: string;
  /** The link of the form as set; '' where none is. */
  form: string;
  /** Names of the tabs that a form writes into. */
  tabs: string[];
  /** How many rows of them are not taken yet. */
  fresh: number;
  /** What waits for a person first, then the latest. */
  answers: AnswerView[];
  left: LeftView[];
  /** Reasons that a dispute may have. */
  reasons: string[];
  /** Texts of reminders that do not offer the form that is set. */
  withoutLink: NamedText[];
}

/** A text of AR Templates and where it stands. */
export interface NamedText extends StoredText {
  name: string;
}

/** What a person makes of an answer where it is not just as it was given. */
export const answerEdit = v.partial(
  v.object({
    /** ISO day of a promise. */
    day: v.string(),
    /** Numbers of the invoices. */
    invoices: v.array(v.string()),
    /** Of a dispute. */
    reason: v.string(),
    /** Address in place of the customer's. */
    email: v.string(),
    contact: v.string(),
  }),
);
export type AnswerEdit = v.InferOutput<typeof answerEdit>;
