// The settings about work: how many minutes each kind takes a person.

import type { CHANNELS } from '../../../dunning/policy/channels';
import { isBlank } from '../../../sheet/grid';
import { type Family, number, wholeUpTo } from './setting';

/** What takes a person's time, with the minutes where nobody set others: a mail is read before it leaves. */
const USUAL: Record<keyof typeof CHANNELS | 'dispute', number> = {
  email: 1,
  call: 8,
  whatsapp: 3,
  letter: 5,
  task: 15,
  dispute: 20,
};

const WORDS: Record<keyof typeof USUAL, string> = {
  email: 'mail to read',
  call: 'call',
  whatsapp: 'WhatsApp message',
  letter: 'letter',
  task: 'task',
  dispute: 'dispute',
};

const KINDS = Object.keys(USUAL) as (keyof typeof USUAL)[];
const PREFIX = 'Minutes for a ';

/** Minutes by kind of work, for the page Load. A kind has a row once somebody sets it. */
export const WORK_MINUTES: Family<Record<keyof typeof USUAL, number>> = {
  prefix: PREFIX,
  initial: () => [],
  offered: KINDS.map((kind) => WORDS[kind]),
  one: (rest) => settingOf(kindOf(rest)),
  all: (told) => {
    const minutes = { ...USUAL };
    for (const { rest, cell } of told) {
      const kind = kindOf(rest);
      if (kind && !isBlank(cell)) minutes[kind] = Math.max(0, settingOf(kind)?.read(cell).value ?? USUAL[kind]);
    }
    return minutes;
  },
};

function kindOf(rest: string): keyof typeof USUAL | undefined {
  return KINDS.find((kind) => WORDS[kind].toLowerCase() === rest.trim().toLowerCase());
}

function settingOf(kind: keyof typeof USUAL | undefined): ReturnType<typeof number> | null {
  if (!kind) return null;
  return number({
    name: `${PREFIX}${WORDS[kind]}`,
    group: 'Calendar',
    initial: USUAL[kind],
    meaning: `How many minutes a ${WORDS[kind]} takes a person, for the page Load: ${USUAL[kind]} where nothing is written.`,
    moves: 'next mail',
    refused: wholeUpTo(600, 'may be empty'),
  });
}
