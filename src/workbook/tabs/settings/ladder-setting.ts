// The setting that says how firm customers are asked: which ladder AR Policy began with, and the limits that go with it.
import { LADDER_NAMES, type LadderName } from '../../../dunning/policy/ladders';
import { choice, further, type Setting } from './setting';

/** Its name in AR Settings. */
export const HOW_FIRM_SETTING = 'How firm';

/** An empty cell, or a word that is none of them, counts as usual. */
export const HOW_FIRM: Setting<LadderName> = further(
  choice(
    {
      name: HOW_FIRM_SETTING,
      group: 'Sending',
      initial: 'usual',
      meaning:
        'gentle, usual or strict: at most 4 contacts in 30 days (strict: 6), the senior contact from day 30 and 1,000 overdue (strict: as AR Policy says). Chosen under Settings it brings along the steps of AR Policy that nobody changed; typed here it changes the limits alone.',
      moves: 'plan',
    },
    ['gentle', 'gentle: at most 8 steps, a week and more apart'],
    ['usual', 'usual: at most 9 steps, five days and more apart'],
    ['strict', 'strict: up to 13 steps in 37 days; some will block you'],
  ),
  (word) => {
    const named = ladderNamed(word);
    const isUnknown = word !== '' && named === undefined;
    return {
      value: named ?? 'usual',
      fault: isUnknown ? `"${word}" is none of gentle, usual and strict; usual counts` : '',
    };
  },
);

function ladderNamed(word: string): LadderName | undefined {
  return LADDER_NAMES.find((name) => name === word.trim().toLowerCase());
}
