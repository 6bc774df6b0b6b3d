// How a due stage is spoken: as firmly as before within a round, not firm as its first word, to the senior contact late.
import { shortDay } from '../../../receivables/day';
import { formatMoney, minorDigits, type Totals, toMinor } from '../../../receivables/money';
import { channelSpec, isContact } from '../../policy/channels';
import type { ContactRules } from '../../policy/contact-rules';
import type { PolicyRow, Recipient } from '../../policy/policy';
import { textFor } from '../../policy/stage-texts';
import { asks, isFinal, isFirm, TONES, toneRank } from '../../policy/tones';
import type { CustomerContext, DueInvoice } from '../customer-context';
import { spokenBefore } from '../debtor/finals';
import type { Reason } from '../reasons';
import { nextFirmDay } from './firm-days';
import { isFirstWord } from './first-word';

/** How a stage is spoken, and why otherwise than its row says. */
export interface SpokenStage {
  row: PolicyRow;
  /** Whether it stands in for the stage, which follows. */
  standsIn: boolean;
  /** Whether it completes a stage that is due: a word ahead of a firmer one leaves the firmer ones as they are. */
  completes(stage: PolicyRow): boolean;
  reasons: readonly Reason[];
  /** What a person should look at beside all else; absent when nothing. */
  look?: string;
}

const ALL = (): boolean => true;

/**
 * How the stage of the lead is spoken to its customer.
 * @param customer with the contact rules of the workbook; without them only the tone of the round counts
 * @param lead the invoice that leads, with its stage
 */
export function spokenStage(customer: CustomerContext, lead: DueInvoice): SpokenStage {
  const rules = customer.facts.settings.contactRules;
  const raised = raisedTo(customer, lead.stage);
  const before = rules ? (spokenBefore(customer, raised) ?? raised) : raised;
  const reasons = raised === lead.stage ? [] : [toneStays(raised)];
  if (!rules || !isContact(before.channel))
    return { row: raised, standsIn: false, completes: ALL, reasons: [...reasons, ...insteadOf(raised)] };
  if (isFirm(before.tone) && isFirstWord(customer)) return firstWord(customer, before);
  const later = seniorLater(customer, lead, before, rules);
  return {
    row: later?.row ?? before,
    ...(before === raised
      ? { standsIn: false, completes: ALL }
      : { standsIn: true, completes: ({ tone }) => !isFinal(tone), look: 'in place of a final reminder' }),
    reasons: [
      ...reasons,
      ...(before === raised ? [] : [BEFORE_FINAL]),
      ...(later ? [later.reason] : []),
      ...insteadOf(before),
    ],
  };
}

const BEFORE_FINAL: Reason = {
  code: 'too-few-contacts',
  message: 'A final one follows once two contacts of this round reached them; this is a word before it.',
};

/**
 * Within an episode tone never goes down: a milder stage speaks through the first text of its channel that is as strong
 * as what was said before, in its own ladder or, with its own recipients, in another segment's.
 */
function raisedTo({ facts, episode, steps }: CustomerContext, stage: PolicyRow): PolicyRow {
  const reached = episode?.toneRank ?? 0;
  if (!asks(stage.tone) || toneRank(stage.tone) >= reached) return stage;
  // As strong as before, and no firmer: a personal round is not made firm by the only text that its channel has.
  const mayBeFirm = isFirm(TONES[reached] ?? '');
  const isStrong = ({ channel, tone }: PolicyRow): boolean =>
    channel === stage.channel && toneRank(tone) >= reached && (mayBeFirm || !isFirm(tone));
  const own = steps.due.find(isStrong);
  if (own) return own;
  const other = facts.policy.find((row) => row.active && row.anchor === 'due' && isStrong(row));
  return { ...stage, template: other?.template ?? stage.template, tone: other?.tone ?? TONES[reached] ?? stage.tone };
}

function toneStays({ tone }: PolicyRow): Reason {
  return { code: 'stage-due', message: `It stays ${tone}: no reminder is milder than the one before.` };
}

/**
 * A first word is never firm: it asks personally, and the firm stage follows. What may go unheard (a call) completes its
 * stage all the same, or it would come again day after day.
 */
function firstWord({ facts, steps, closed }: CustomerContext, stage: PolicyRow): SpokenStage {
  const { channel, anchor, minimumGap } = stage;
  const template = textFor({ anchor, channel, tone: 'personal', isAhead: false }, steps.due, facts.policy);
  const row: PolicyRow = {
    ...stage,
    tone: 'personal',
    purpose: 'reminder',
    template,
    to: ['billing'],
    cc: stage.cc.filter((one) => one === 'owner'),
    sending: 'review',
  };
  const standsIn = channelSpec(channel).reaches === 'surely';
  const next = nextFirmDay(facts.asOf + Math.max(1, minimumGap), closed);
  const follows = standsIn ? ` The ${stage.tone} one follows, on ${shortDay(next, facts.asOf)} at the earliest.` : '';
  const message = `Nothing reached them in this round yet, and a first word is never firm: this one asks personally.${follows}`;
  return {
    row,
    standsIn,
    completes: ({ tone }) => !standsIn || !isFirm(tone),
    reasons: [{ code: 'first-contact', message }, ...insteadOf(stage)],
  };
}

/**
 * The senior contact is written to late, and only about a sum that is worth it. A row that names them earlier was meant so
 * by somebody; one that a milder stage only borrows its words from was not.
 */
function seniorLater(
  { facts, overdue, steps }: CustomerContext,
  { invoice, stage: own }: DueInvoice,
  stage: PolicyRow,
  { senior }: ContactRules,
): { row: PolicyRow; reason: Reason } | null {
  if (senior === null || !namesSenior(stage)) return null;
  const from = namesSenior(own) ? Math.min(senior.days, own.days) : senior.days;
  const isEnough = reaches(overdue, senior.amount);
  if (isEnough && (invoice.daysPastDue ?? 0) >= from) return null;
  const { anchor, channel, tone, days } = stage;
  const isToSenior = stage.to.includes('senior');
  const to = [...new Set(stage.to.map((one): Recipient => (one === 'senior' ? 'billing' : one)))];
  const row: PolicyRow = {
    ...stage,
    to,
    cc: stage.cc.filter((one) => one !== 'senior' && !to.includes(one)),
    template: isToSenior
      ? textFor({ anchor, channel, tone, isAhead: days < 0 }, steps.due, facts.policy)
      : stage.template,
    sending: 'review',
  };
  const least = formatMoney(toMinor(senior.amount, invoice.currency), invoice.currency);
  const day = (invoice.due ?? facts.asOf) + senior.days;
  const until = isEnough ? ` That is ${shortDay(day, facts.asOf)}.` : '';
  const message = `The senior contact is written to from day ${senior.days} and ${least} overdue on; this goes to the billing contact.${until}`;
  return { row, reason: { code: 'senior-later', message } };
}

function namesSenior({ to, cc }: PolicyRow): boolean {
  return [...to, ...cc].includes('senior');
}

function reaches(totals: Totals, amount: number): boolean {
  return Object.entries(totals).some(([currency, minor]) => minor >= amount * 10 ** minorDigits(currency));
}

/** Why a step takes another channel than AR Policy says. */
export function insteadOf({ channel, instead }: PolicyRow): Reason[] {
  if (instead === undefined) return [];
  if (channelSpec(instead).unagreed === channel) {
    const message = 'They did not agree to WhatsApp (AR Customers, “WhatsApp agreed on”), so it is a call.';
    return [{ code: 'no-consent', message }];
  }
  const message = `They prefer it by ${channelSpec(channel).noun} (AR Customers, “Preferred channel”).`;
  return [{ code: 'preferred-channel', message }];
}
