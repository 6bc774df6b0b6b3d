// What came of the calls of a day, in one sentence.
import type { CallsView } from '../../entry/sidebar-calls';
import { count } from '../shell/format';

/** The outcomes in the order in which they are told; what is not named here is told by its own word. */
const WORDS: readonly [outcome: string, one: string, many: string][] = [
  ['left a message', 'message left', 'messages left'],
  ['no answer', 'not reached', 'not reached'],
  ['answered', 'answered', 'answered'],
  ['paid', 'paid already', 'paid already'],
  ['disputes', 'dispute', 'disputes'],
  ['wants copies', 'wants copies', 'want copies'],
  ['asks for a plan', 'asks for a plan', 'ask for a plan'],
  ['refuses', 'refuses', 'refuse'],
  ['will call back', 'will call back', 'will call back'],
  ['wrong contact', 'wrong person', 'wrong persons'],
  ['no longer trading', 'no longer trading', 'no longer trading'],
];

/**
 * The tally in words; '' before the first call.
 * @example tallyInWords({ calls: 14, outcomes: { promised: 6, 'left a message': 3 }, promised: '12,300.00 EUR' })
 * // '14 calls today: 6 promised 12,300.00 EUR, 3 messages left.'
 */
export function tallyInWords({ calls, outcomes, promised }: CallsView['tally']): string {
  if (calls === 0) return '';
  const parts = WORDS.flatMap(([outcome, one, many]) => {
    const number = outcomes[outcome] ?? 0;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  const promises = outcomes['promised'] ?? 0;
  const first = promises === 0 ? [] : [`${promises} promised${promised === '' ? '' : ` ${promised}`}`];
  const told = new Set(['promised', ...WORDS.map(([outcome]) => outcome)]);
  const others = Object.entries(outcomes).filter(([outcome]) => !told.has(outcome));
  const rest = others.map(([outcome, number]) => `${number} ${outcome}`);
  return `${count(calls, 'call')} today: ${[...first, ...parts, ...rest].join(', ')}.`;
}
