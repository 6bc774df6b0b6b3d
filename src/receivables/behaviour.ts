// How a customer pays: New, Timely, Delinquent or Doubtful, and the figures that decided it.
import { type CustomerFigures, daysBeyondTerms, INVOICED_DAYS, oldShareOf, worstOf } from './customer-figures';
import type { SegmentSettings } from './segment-settings';

export type Behaviour = 'New' | 'Timely' | 'Delinquent' | 'Doubtful';

/** A behaviour and the clause that explains it. */
export interface Judgement {
  behaviour: Behaviour;
  reason: string;
}

const NO_HISTORY: Judgement = { behaviour: 'New', reason: 'they have not paid an invoice yet' };

/**
 * Behaviour by days beyond terms weighted by amount (early payment counts 0; an open invoice past due counts the days it is late by
 * now) and by what is old. First match of Doubtful, New, Timely, Delinquent; without any settled invoice always New.
 * @param brokenPromises how many promises the customer broke in the last 90 days
 * @example 31 days beyond terms on average with default settings // Doubtful
 */
export function behaviourOf(customer: CustomerFigures, settings: SegmentSettings, brokenPromises: number): Judgement {
  if (!customer.history) return NO_HISTORY;
  const dbt = daysBeyondTerms(customer) ?? 0;
  const doubt = doubtsAbout(customer, dbt, settings, brokenPromises);
  if (doubt) return { behaviour: 'Doubtful', reason: doubt };
  const average = `pays ${oneDecimal(dbt)} days late on average`;
  const invoices = `${customer.closed} ${customer.closed === 1 ? 'invoice' : 'invoices'} paid in ${settings.lookback} days`;
  if (customer.closed < settings.minHistory && customer.worst <= settings.grace) {
    return { behaviour: 'New', reason: `only ${invoices} (${settings.minHistory} needed)` };
  }
  if (dbt > settings.grace) {
    return { behaviour: 'Delinquent', reason: `${average} (over ${settings.grace}), ${invoices}` };
  }
  if (customer.worst > settings.grace) {
    const worst = `oldest open invoice ${customer.worst} days past due (more than ${settings.grace})`;
    return { behaviour: 'Delinquent', reason: worst };
  }
  return { behaviour: 'Timely', reason: `${average} (${settings.grace} or less), ${invoices}` };
}

function doubtsAbout(customer: CustomerFigures, dbt: number, settings: SegmentSettings, broken: number): string {
  const old = oldShareOf(customer);
  if (dbt > settings.doubtfulOver) {
    return `pays ${oneDecimal(dbt)} days late on average (over ${settings.doubtfulOver})`;
  }
  if (customer.worst > settings.worstDays) {
    return `oldest open invoice ${customer.worst} days past due (more than ${settings.worstDays})`;
  }
  if (old > 0 && old >= settings.oldShare) {
    const limit = `${percent(settings.oldShare)} or more`;
    return `${percent(old)} of the balance is more than ${settings.oldDays} days past due (${limit})`;
  }
  if (broken > 0 && broken >= settings.brokenPromises) {
    return `${broken} broken promises in 90 days (${settings.brokenPromises} or more)`;
  }
  return '';
}

/**
 * Behaviour by Peakflo's published rule: on time, or paying in less than half of the overall DSO, is timely; up to 75 % of it is
 * delinquent; above is doubtful. Its faults are the rule's own: an average payer (100 % of DSO) is doubtful, one faster than average is
 * delinquent, and a customer moves when others' sales move. Source: blog.peakflo.co, ar-best-practices.
 * @param dso overall days sales outstanding per currency; a currency without sales has none
 */
export function peakfloBehaviour(
  customer: CustomerFigures,
  settings: SegmentSettings,
  dso: ReadonlyMap<string, number>,
): Judgement {
  if (!customer.history) return NO_HISTORY;
  if (customer.closed === 0) {
    return { behaviour: 'New', reason: `they paid no invoice in ${settings.lookback} days` };
  }
  const onTime = customer.onTime / customer.closed;
  if (onTime >= settings.onTimeShare) {
    return { behaviour: 'Timely', reason: `${percent(onTime)} of ${customer.closed} invoices paid by the due date` };
  }
  const ratio = worstOf(customer, (figures, currency) => {
    if (figures.timed === 0) return null;
    const mean = figures.daysToPay / figures.timed;
    return mean <= 0 ? 0 : mean / (dso.get(currency) ?? 0);
  });
  if (ratio === null) return { behaviour: 'New', reason: 'no paid invoice has an invoice date' };
  const reason = `takes ${Number.isFinite(ratio) ? percent(ratio) : 'more than 100 %'} of the days your customers take on average`;
  if (ratio < 0.5) return { behaviour: 'Timely', reason };
  return { behaviour: ratio <= 0.75 ? 'Delinquent' : 'Doubtful', reason };
}

/** Overall DSO per currency: open receivables less credits, over the trailing 365 days' invoiced amount, times 365. */
export function overallDso(customers: ReadonlyMap<string, CustomerFigures>): Map<string, number> {
  const sums = new Map<string, { open: number; sales: number }>();
  for (const { currencies } of customers.values()) {
    for (const [currency, { net, invoiced }] of currencies) {
      const sum = sums.get(currency) ?? { open: 0, sales: 0 };
      sums.set(currency, { open: sum.open + net, sales: sum.sales + invoiced });
    }
  }
  const dso = new Map<string, number>();
  for (const [currency, { open, sales }] of sums) if (sales > 0) dso.set(currency, (open / sales) * INVOICED_DAYS);
  return dso;
}

function oneDecimal(value: number): string {
  return value.toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
