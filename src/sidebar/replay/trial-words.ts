// What a change of the policy would have done over the last year, in a sentence.
import { COMING_ANYWAY } from '../../dunning/outlook/replay-figures';
import { count, grouped } from '../shell/format';
import type { Compared } from './past-year';

/** Stands beside every figure of a replay: nobody knows what a mail brought. */
const ASSUMES = 'It assumes that nobody would have paid later without the mail.';

const NEEDLESS = `Needless is a mail whose invoices were all paid within ${COMING_ANYWAY} days of it.`;

/**
 * A change in words.
 * @example trialInWords(compared) // 'Tried on your last year: 353 mails instead of 798, 30 % of them needless instead of 24 %. …'
 */
export function trialInWords({ before, after }: Compared): string {
  const parts = [
    difference(before.mails, after.mails, 'mail'),
    before.mails + after.mails === 0 ? '' : needlessInWords(before.needlessMails, after.needlessMails),
    before.calls === after.calls ? '' : difference(before.calls, after.calls, 'call'),
    before.tasks === after.tasks ? '' : difference(before.tasks, after.tasks, 'task'),
    after.daysLater >= 0.05 ? `an invoice first spoken of ${after.daysLater.toFixed(1)} days later` : '',
    after.daysLater <= -0.05 ? `an invoice first spoken of ${(-after.daysLater).toFixed(1)} days sooner` : '',
  ].filter((part) => part !== '');
  return `Tried on your last year: ${parts.join(', ')}. ${NEEDLESS} Judged as written, without pauses, minimums and holidays. ${ASSUMES}`;
}

/** @example difference(798, 353, 'mail') // '353 mails instead of 798' */
function difference(before: number, after: number, noun: string): string {
  const now = count(after, noun);
  return before === after ? `${now} as before` : `${now} instead of ${grouped(before)}`;
}

function needlessInWords(before: number | null, after: number | null): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  if (after === null) return 'none of them left';
  const now = `${percent(after)} of them needless`;
  if (before === null) return now;
  return percent(before) === percent(after) ? `${now} as before` : `${now} instead of ${percent(before)}`;
}
