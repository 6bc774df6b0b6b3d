// Which stages of a ladder are gone through with a debtor: the others are passed, and the ladder goes on behind them.
import { channelSpec } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';
import { type CustomerKind, isBarred } from './kinds';

/**
 * Why a stage is passed, a clause; '' where it is gone through.
 * @param isLarge whether so much is asked for that a person spends time on it
 * @example whyPassed(whatsapp, 'consumer', true) // 'no WhatsApp to a consumer'
 */
export function whyPassed({ channel, purpose }: PolicyRow, kind: CustomerKind, isLarge: boolean): string {
  const { isForLargeSums, unagreed, noun } = channelSpec(channel);
  if (isForLargeSums && !isLarge) return `too little is asked for a ${noun}`;
  if (unagreed !== null && isBarred(kind, 'whatsapp')) return `no ${noun} to a ${kind}`;
  if (purpose === 'hold notice' && isBarred(kind, 'hold notice')) return `no hold notice to a ${kind}`;
  return '';
}

/** The stages of a ladder that are gone through, in order. */
export function stagesTaken(ladder: readonly PolicyRow[], kind: CustomerKind, isLarge: boolean): readonly PolicyRow[] {
  if (kind === 'business' && isLarge) return ladder;
  return ladder.filter((row) => whyPassed(row, kind, isLarge) === '');
}
