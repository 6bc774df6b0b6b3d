// The settings about work: how many minutes each kind takes a person, and how much time a week has for it.

import type { CHANNELS } from '../../../dunning/policy/channels';
import { isBlank } from '../../../sheet/grid';
import { type Family, further, number, wholeUpTo } from './setting';

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

const HOURS_IN_A_WEEK = 168;
const PERCENT = 100;

/** Hours a person works in five business days, for the page Load. */
export const WEEK_HOURS = number({
  name: 'Working hours a week',
  group: 'Calendar',
  initial: 40,
  meaning:
    'Hours that each owner works in a week; with the next setting the page Load says how full the coming week is.',
  moves: 'next mail',
  refused: wholeUpTo(HOURS_IN_A_WEEK, 'needed'),
});

/** How much of them is for collecting; a fraction. */
export const COLLECTING_SHARE = further(
  number({
    name: 'Share of time for collecting, %',
    group: 'Calendar',
    initial: 50,
    meaning: 'How many per cent of those hours are for mails, calls, tasks and disputes.',
    moves: 'next mail',
    refused: wholeUpTo(PERCENT, 'needed'),
  }),
  (percent) => ({ value: Math.min(PERCENT, Math.max(0, percent)) / PERCENT, fault: '' }),
);
