// What a change of the policy would have done over the last year, in a sentence.
import { grouped } from '../shell/format';
import type { Compared } from './past-year';

/** Stands beside every figure of a replay: nobody knows what a mail brought. */
const ASSUMES = 'Assumes nobody would have paid later without the mail.';

/**
 * A change in words.
 * @example trialInWords(compared) // 'Last year 445 mails fewer (798 to 353), 30 % of the rest needless (24 % before). …'
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
  return `Last year ${parts.join(', ')}. Judged as written, without pauses, minimums and holidays. ${ASSUMES}`;
}

/** @example difference(798, 353, 'mail') // '445 mails fewer (798 to 353)' */
function difference(before: number, after: number, noun: string): string {
  const number = Math.abs(after - before);
  if (number === 0) return `as many ${noun}s (${grouped(before)})`;
  const nouns = number === 1 ? noun : `${noun}s`;
  return `${grouped(number)} ${nouns} ${after < before ? 'fewer' : 'more'} (${grouped(before)} to ${grouped(after)})`;
}

function needlessInWords(before: number | null, after: number | null): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  if (after === null) return 'none left';
  const was = before === null ? '' : ` (${percent(before)} before)`;
  return `${percent(after)} of ${before === after ? 'them' : 'the rest'} needless${was}`;
}
