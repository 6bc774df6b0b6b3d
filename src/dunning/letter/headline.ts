// The headline of a reminder: what its mail asks for, what stands beside that, and the age of what it is mainly about.
import { type Day, dayFromIso } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { ReminderFacts, ReminderLineFacts } from '../history/events';
import type { Reminder } from '../history/reminder';
import { asksForNothing, asksToConfirm } from '../policy/purposes';
import { asks } from '../policy/tones';
import type { LetterLine } from './letter-input';
import { askedLines, balanceOf, type SumLine, sumsOf, toPayOf } from './letter-sums';

/**
 * From this share of what is overdue on, an invoice matters: smaller residues neither set the tone nor the age.
 */
export const LEAD_FLOOR = 0.05;

interface Asking extends Pick<ReminderFacts, 'leadKey'>, Partial<Pick<ReminderFacts, 'purpose' | 'template'>> {
  lines: readonly ReminderLineFacts[];
}

function isLate({ due }: ReminderLineFacts, asOf: Day): boolean {
  const day = dayFromIso(due);
  return day === null || day < asOf;
}

/** What a line is in a mail of that day. @param due its day, where that is known already */
export function lineRole(line: ReminderLineFacts, asOf: Day, due = dayFromIso(line.due)): LetterLine['role'] {
  if (line.open < 0) return 'credit';
  if (line.disputed >= line.open) return 'disputed';
  return due === null || due < asOf ? 'overdue' : 'not-due';
}

/**
 * The key of the invoice a mail is mainly about: the lead while it is not yet due; else the oldest overdue one that
 * matters, as the mail asks for all of them and "1 day" would not explain a firm word about another that is weeks late.
 */
export function mainKey({ leadKey, lines }: Asking, asOf: Day): string {
  const lead = lines.find(({ key }) => key === leadKey);
  if (!lead || !isLate(lead, asOf)) return leadKey;
  const asked = (line: ReminderLineFacts): number => line.open - line.disputed;
  const late = lines.filter((line) => line.open > 0 && asked(line) > 0 && isLate(line, asOf));
  const total = (currency: string): number =>
    late.reduce((sum, line) => (line.currency === currency ? sum + asked(line) : sum), 0);
  // Lines stand in the order of their due dates.
  return late.find((line) => asked(line) >= LEAD_FLOOR * total(line.currency))?.key ?? leadKey;
}

function linesOn(facts: Asking, asOf: Day, main = mainKey(facts, asOf)): SumLine[] {
  return facts.lines.map((line) => {
    const { key, currency, open: balance, disputed } = line;
    const due = dayFromIso(line.due);
    return { due, currency, balance, disputed, role: lineRole(line, asOf, due), lead: key === main };
  });
}

function sumsOn(facts: Asking, asOf: Day): ReturnType<typeof sumsOf> {
  return sumsOf(linesOn(facts, asOf));
}

/**
 * What a mail of that day asks for, minor units by currency: not what is disputed, nor what is not yet due beside overdue
 * lines, and net of credits that it sets off; the whole balance where that is to be confirmed.
 */
export function askedOn(facts: Asking, asOf: Day): Totals {
  return headOn(facts, asOf).asked;
}

/** How it is said that a mail asks for no money. */
export const ASKS_NOTHING = 'nothing';

/** What a mail is mainly about and asks for, on a day. */
interface Head {
  leadKey: string;
  asOf: Day;
  main: string;
  asked: Totals;
}

/** A plan asks for the same lines several times: what a person looks at, whether two approve, what the queue shows. */
const lately = new WeakMap<Asking['lines'], Head>();

function headOn(facts: Asking, asOf: Day): Head {
  const { leadKey, lines } = facts;
  const known = lately.get(lines);
  return known?.asOf === asOf && known.leadKey === leadKey ? known : headAnew(facts, asOf);
}

function headAnew(facts: Asking, asOf: Day): Head {
  const { leadKey, lines } = facts;
  const whole = wholeOf(lines, asOf);
  const main = whole ? mainOf(whole, facts) : mainKey(facts, asOf);
  const ofLines = asksToConfirm(facts) ? balanceOf : toPayOf;
  const head = { leadKey, asOf, main, asked: whole ?? ofLines(linesOn(facts, asOf, main)) };
  lately.set(lines, head);
  return head;
}

/** The sum of most mails: every line is overdue, and nothing of it disputed or set off. Null for all others. */
function wholeOf(lines: Asking['lines'], asOf: Day): Totals | null {
  const whole: Totals = {};
  for (const { open, disputed, currency, due } of lines) {
    if (open <= 0 || disputed !== 0 || (dayFromIso(due) ?? asOf) >= asOf) return null;
    addTo(whole, currency, open);
  }
  return whole;
}

/** The main line of such a mail. */
function mainOf(whole: Totals, { leadKey, lines }: Asking): string {
  if (!lines.some(({ key }) => key === leadKey)) return leadKey;
  return lines.find(({ open, currency }) => open >= LEAD_FLOOR * (whole[currency] ?? 0))?.key ?? leadKey;
}

/** What is asked for, in words. @example '16,488.25 EUR' */
export function askedInWords({ facts }: Reminder, asOf: Day): string {
  return inWords(headOn(facts, asOf), facts.template);
}

function inWords({ asked }: Head, template: string): string {
  return asksForNothing(template) ? ASKS_NOTHING : formatTotals(asked);
}

/** What is asked for, in words, with the days past due: both for one look at the lines. */
export function headInWords({ facts }: Reminder, asOf: Day): { asked: string; daysLate: number } {
  const head = headOn(facts, asOf);
  return { asked: inWords(head, facts.template), daysLate: daysLate(head, facts.lines) };
}

/** How many invoices make the sum asked for; of a mail that asks for nothing or for a word on the balance, how many it lists that are open. */
export function invoicesAskedFor({ facts }: Reminder, asOf: Day): number {
  if (asksForNothing(facts.template) || asksToConfirm(facts)) return facts.lines.filter(({ open }) => open > 0).length;
  return askedLines(linesOn(facts, asOf)).length;
}

/** What the mail shows beside what it asks for. @example '7,085.25 EUR not yet due · 7,079.00 EUR disputed'; '' for nothing */
export function besideInWords({ facts }: Reminder, asOf: Day): string {
  // The balance has all of it.
  if (asksToConfirm(facts)) return '';
  const { asked, notDue, disputed, credits } = sumsOn(facts, asOf);
  const early = Object.entries(notDue).filter(([currency, minor]) => asked[currency] !== minor);
  const parts: [Totals, string][] = [
    [Object.fromEntries(early), 'not yet due'],
    [disputed, 'disputed'],
    [credits, 'credit'],
  ];
  return parts
    .filter(([totals]) => Object.keys(totals).length > 0)
    .map(([totals, word]) => `${formatTotals(totals)} ${word}`)
    .join(' · ');
}

/** Days past due of what a reminder is mainly about; negative while that is not due. */
export function daysLateOf({ facts }: Reminder, asOf: Day): number {
  return daysLate(headOn(facts, asOf), facts.lines);
}

function daysLate({ main, asOf }: Head, lines: Asking['lines']): number {
  const due = dayFromIso(lines.find(({ key }) => key === main)?.due ?? '');
  return due === null ? 0 : asOf - due;
}

/** The step of the ladder a reminder is, or what else it is about, as people read it. @example 'step 4 of 13, firm' */
export function stepInWords({
  anchor,
  stage,
  stages,
  tone,
  template,
}: Pick<ReminderFacts, 'anchor' | 'stage' | 'stages' | 'tone' | 'template'>): string {
  if (anchor === 'promise' && asksForNothing(template)) return `mail “${template}”`;
  return anchor === 'due' ? `step ${stage} of ${stages}${asks(tone) ? `, ${tone}` : ''}` : ABOUT[anchor];
}

const ABOUT = {
  issue: 'invoice going out',
  promise: 'about a promise',
  month: 'monthly statement',
  discount: 'about a discount',
  claim: 'claim to file',
  limit: 'credit hold?',
  review: 'limit to review',
  insurer: 'report to the insurer',
  security: 'security that ends',
  assigned: 'assigned invoices',
} as const;
