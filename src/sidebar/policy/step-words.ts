// Steps of AR Policy as a collector reads them.
import { CHANNELS, isContact } from '../../dunning/policy/channels';
import { dayInWords } from '../../dunning/policy/hints/ladder-hints';
import type { PolicyRow } from '../../dunning/policy/policy';

/** When a step comes. @example 'on the due date', '4 days after the due date, then every 7 days, 3 times in all' */
export function whenOf({ anchor, days, repeatEvery, times }: PolicyRow): string {
  const again = repeatEvery > 0 && times > 1 ? `, then every ${repeatEvery} days, ${times} times in all` : '';
  return `${dayOf(anchor, days)}${again}`;
}

function dayOf(anchor: PolicyRow['anchor'], days: number): string {
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  if (anchor === 'month') return days === 0 ? 'the first of each month' : `${count} after the first of each month`;
  if (anchor === 'promise')
    return days < 0
      ? `${count} before a promised day`
      : `once a promise is missed, ${count} after the promised day at the earliest`;
  if (anchor === 'discount')
    return days === 0 ? 'the day a discount ends' : `${count} ${days < 0 ? 'before' : 'after'} a discount ends`;
  return days === 0 ? 'on the due date' : dayInWords(days);
}

/** What a step is. @example 'Mail, firm' */
export function whatOf({ channel, tone, template }: PolicyRow): string {
  const { title } = CHANNELS[channel];
  return isContact(channel) ? `${title}, ${tone}` : `${title}: ${template.replace(/^Task /, '') || 'no text'}`;
}

/** Whom it goes to. @example 'to senior, copy to billing, owner' */
export function whomOf({ to, cc }: PolicyRow): string {
  return [to.length > 0 && `to ${to.join(', ')}`, cc.length > 0 && `copy to ${cc.join(', ')}`]
    .filter(Boolean)
    .join(', ');
}

const FOR_MANY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    default: 'For all customers that no other list is for.',
    any: 'Steps around a promise or a discount, for every customer.',
    'any large': 'The same for large customers.',
  }),
);

/** Whether its steps are for customers of other segments too, so that none of it is counted. @example isForEvery('Any') // true */
export function isForEvery(segment: string): boolean {
  return /^any( large)?$/i.test(segment);
}

/** What to know of the steps of a segment as a whole; '' for nothing. @example 'At least 5 days between contacts.' */
export function noteOf(segment: string, steps: readonly PolicyRow[], hasDefault: boolean): string {
  if (steps.length === 0)
    return hasDefault ? 'Nothing of its own in AR Policy: the rows of Default apply.' : 'No rows: nobody is reminded.';
  return FOR_MANY.get(segment.toLowerCase()) ?? gapOf(steps);
}

function gapOf(steps: readonly PolicyRow[]): string {
  const gaps = steps.filter(({ anchor }) => anchor === 'due').map(({ minimumGap }) => minimumGap);
  if (gaps.length === 0) return '';
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  return `At least ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'day' : 'days'} between contacts.`;
}

const ANCHORS: readonly string[] = ['issue', 'month', 'discount', 'due', 'promise'] satisfies PolicyRow['anchor'][];

/** Steps in the order in which they come. */
export function inOrder<T extends PolicyRow>(steps: readonly T[]): T[] {
  return [...steps].sort((a, b) => ANCHORS.indexOf(a.anchor) - ANCHORS.indexOf(b.anchor) || a.stage - b.stage);
}
