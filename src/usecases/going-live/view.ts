// What the page for going live shows and takes: ages with choices, what people bring along, and what would happen.
import * as v from 'valibot';
import type { LadderName } from '../../dunning/policy/ladders';
import type { ForecastView } from '../outlook/view';

/** How the customers of an age begin. */
export const BAND_CHOICES = ['begin', 'friendly', 'personal', 'firm', 'ask-first', 'handed-over'] as const;
export type BandChoiceName = (typeof BAND_CHOICES)[number];

/** The overdue customers of an age. */
export interface BandView {
  /** `31-60 days`. */
  label: string;
  customers: number;
  invoices: number;
  /** Sums per currency in words. */
  amounts: string;
  /** How many of the customers were settled before: chosen here already, or reminded. */
  settled: number;
  /** What is chosen now. */
  choice: BandChoiceName;
  /** What is proposed. */
  proposed: BandChoiceName;
}

/** What a person chose for the beginning. */
export const goingLiveChoices = v.object({
  /** By label of the age; what is not named begins as proposed. */
  bands: v.nullish(v.record(v.string(), v.picklist(BAND_CHOICES)), {}),
  /** Customer names, ids or invoice numbers, one a line. */
  withLawyer: v.nullish(v.string(), ''),
  /** Headers of the sheet's own columns; '' for none. */
  chasedOn: v.nullish(v.string(), ''),
  lastStage: v.nullish(v.string(), ''),
});
export type GoingLiveChoices = v.InferOutput<typeof goingLiveChoices>;

/** What would happen if the workbook went live now. */
export interface DryRunView {
  /** `If you went live now: 143 mails, 12 calls and 3 tasks to 61 customers on 4 business days.` */
  sentence: string;
  /** What else to know, a sentence each. */
  notes: string[];
  days: ForecastView['days'];
  /** The ten who are asked for the most. */
  largest: { customer: string; day: string; channel: string; amounts: string }[];
  fixes: ForecastView['fixes'];
  fixesCount: number;
}

/** The page for going live. */
export interface GoingLiveView {
  asOf: string;
  live: boolean;
  /** What stands in the way of going live, a sentence each. */
  obstacles: string[];
  /** How firm customers are asked. */
  ladder: LadderName;
  bands: BandView[];
  /** Columns of the invoice sheet that are not in use yet. */
  headers: string[];
  newCustomersPerDay: string;
  lawyer: { matched: string[]; unmatched: string[] };
  imported: { invoices: number; unread: { row: number; text: string }[]; unreadCount: number; sheet: string };
  /** How many customers the choices still have to be written down for; 0 when all is written. */
  toWrite: number;
  dryRun: DryRunView;
}
