// Which text a step speaks through when it takes another channel, tone or addressee than its row says.
import { type Channel, channelSpec } from './channels';
import type { PolicyAnchor, PolicyRow } from './policy';
import type { Tone } from './tones';

/** What is to be said, and how. */
export interface Spoken {
  anchor: PolicyAnchor;
  channel: Channel;
  tone: Tone;
  /** Whether the day it counts from lies ahead. */
  isAhead: boolean;
}

/**
 * The name of a text for it: that of the first row that speaks so, in the customer's own ladder before all others and
 * with the day ahead or past as here; where no row does, our own text.
 * @param ladder the customer's own rows
 * @param policy all rows
 * @example textFor({ anchor: 'due', channel: 'call', tone: 'personal', isAhead: false }, [], []) // 'Call personal'
 */
export function textFor(spoken: Spoken, ladder: readonly PolicyRow[], policy: readonly PolicyRow[]): string {
  const { anchor, channel, tone, isAhead } = spoken;
  const speaksSo = (row: PolicyRow): boolean =>
    row.active &&
    row.anchor === anchor &&
    row.channel === channel &&
    row.tone === tone &&
    row.days < 0 === isAhead &&
    row.purpose === 'reminder' &&
    !row.to.includes('senior');
  return (ladder.find(speaksSo) ?? policy.find(speaksSo))?.template ?? ourText(spoken);
}

function ourText({ anchor, channel, tone, isAhead }: Spoken): string {
  const ofDebt = isAhead ? 'ahead' : tone === 'neutral' ? 'friendly' : tone;
  const ofPromise = isAhead ? 'promised' : 'missed';
  return channelSpec(channel).texts?.[anchor === 'promise' ? ofPromise : ofDebt] ?? '';
}
