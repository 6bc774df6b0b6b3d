// How a due stage is spoken: as firmly as before within a round, not firm as its first word, to the senior contact late.
import { shortDay } from '../../../receivables/day';
import { formatMoney, minorDigits, type Totals, toMinor } from '../../../receivables/money';
import { channelSpec, isContact } from '../../policy/channels';
import type { ContactRules } from '../../policy/contact-rules';
import type { PolicyRow, Recipient } from '../../policy/policy';
import { textFor } from '../../policy/stage-texts';
import { asks, isFirm, TONES, toneRank } from '../../policy/tones';
import type { CustomerContext, DueInvoice } from '../customer-context';
import type { Reason } from '../reasons';
import { nextFirmDay } from './firm-days';
import { isFirstWord } from './first-word';

/** How a stage is spoken, and why otherwise than its row says. */
export interface SpokenStage {
  row: PolicyRow;
  /** Whether it completes the stages that are due: a milder word ahead of a firm stage leaves them as they are. */
  completes: boolean;
  reasons: readonly Reason[];
}

/**
 * How the stage of the lead is spoken to its customer.
 * @param customer with the contact rules of the workbook; without them only the tone of the round counts
 * @param lead the invoice that leads, with its stage
 */
export function spokenStage(customer: CustomerContext, lead: DueInvoice): SpokenStage {
  const raised = raisedTo(customer, lead.stage);
  const rules = customer.facts.settings.contactRules;
  const reasons = raised === lead.stage ? [] : [toneStays(raised)];
  if (!rules || !isContact(raised.channel))
    return { row: raised, completes: true, reasons: [...reasons, ...insteadOf(raised)] };
  if (isFirm(raised.tone) && isFirstWord(customer)) return firstWord(customer, raised);
  const later = seniorLater(customer, lead, raised, rules);
  if (later) return { ...later, reasons: [...reasons, ...later.reasons] };
  return { row: raised, completes: true, reasons: [...reasons, ...insteadOf(raised)] };
}

/**
 * Within an episode tone never goes down: a milder stage speaks through the first text of its channel that is as strong
 * as what was said before, in its own ladder or, with its own recipients, in another segment's.
 */
function raisedTo({ facts, episode, steps }: CustomerContext, stage: PolicyRow): PolicyRow {
  const reached = episode?.toneRank ?? 0;
  if (!asks(stage.tone) || toneRank(stage.tone) >= reached) return stage;
  const isStrong = (row: PolicyRow): boolean => row.channel === stage.channel && toneRank(row.tone) >= reached;
  const own = steps.due.find(isStrong);
  if (own) return own;
  const other = facts.policy.find((row) => row.active && row.anchor === 'due' && isStrong(row));
  return { ...stage, template: other?.template ?? stage.template, tone: other?.tone ?? TONES[reached] ?? stage.tone };
}

function toneStays({ tone }: PolicyRow): Reason {
  return { code: 'stage-due', message: `The tone stays ${tone}: it never falls within one round of reminders.` };
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
  const completes = channelSpec(channel).reaches !== 'surely';
  const next = nextFirmDay(facts.asOf + Math.max(1, minimumGap), closed);
  const follows = completes ? '' : ` The ${stage.tone} one follows, on ${shortDay(next, facts.asOf)} at the earliest.`;
  const message = `Nothing reached them in this round yet, and a first word is never firm: this one asks personally.${follows}`;
  return { row, completes, reasons: [{ code: 'first-contact', message }, ...insteadOf(stage)] };
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
): SpokenStage | null {
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
  return { row, completes: true, reasons: [{ code: 'senior-later', message }, ...insteadOf(stage)] };
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
