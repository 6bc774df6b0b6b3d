// Which stages of a ladder are gone through with a debtor: the others are passed, and the ladder goes on behind them.
import { channelSpec } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import type { Customer } from '../facts';
import { isBarred } from './kinds';

/** What is asked of a customer here. */
type Debtor = Pick<Customer, 'kind' | 'creditHold'>;

const NOTHING_SAID: Debtor = { kind: 'business', creditHold: 'no' };

/**
 * Why a stage is passed, a clause; '' where it is gone through. That orders are held is told only while they are.
 * @param debtor as in AR Customers; undefined where nothing is said
 * @param isLarge whether so much is asked for that a person spends time on it
 * @example whyPassed(whatsapp, consumer, true) // 'no WhatsApp to a consumer'
 */
export function whyPassed({ channel, purpose }: PolicyRow, debtor: Debtor | undefined, isLarge: boolean): string {
  const { kind, creditHold } = debtor ?? NOTHING_SAID;
  const { isForLargeSums, unagreed, noun } = channelSpec(channel);
  if (isForLargeSums && !isLarge) return `too little is asked for a ${noun}`;
  if (unagreed !== null && isBarred(kind, 'whatsapp')) return `no ${noun} to a ${kind}`;
  if (purpose === 'hold notice' && isBarred(kind, 'hold notice')) return `no hold notice to a ${kind}`;
  if (purpose === 'hold notice' && creditHold !== 'yes') return 'Credit hold in AR Customers is not on';
  return '';
}

/** The stages of a ladder that are gone through, in order. */
export function stagesTaken(
  ladder: readonly PolicyRow[],
  debtor: Debtor | undefined,
  isLarge: boolean,
): readonly PolicyRow[] {
  return ladder.filter((row) => whyPassed(row, debtor, isLarge) === '');
}
