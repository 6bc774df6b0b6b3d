// What a message in one of our threads does, told from its headers: the same marks that a person sets by hand, or a word for the record.
import { type Day, dayFromIso, plusBusinessDays, shortDay } from '../../receivables/day';
import type { MailHeaders } from '../../sheet/replies/mail-headers';
import type { MessageClass } from '../../sheet/replies/message-class';

/** What is done about a message. */
export type NoticedAct =
  | { kind: 'replied'; note: string }
  | { kind: 'bounced'; addresses: readonly string[]; note: string }
  | { kind: 'away'; until: Day; note: string }
  | { kind: 'noted'; note: string };

/** What a message is about, and when. */
export interface NoticedAbout {
  /** Everybody the mails of the thread went to, and those of them who only got a copy, small letters. */
  to: readonly string[];
  copies: readonly string[];
  /** The day it came, and today. */
  on: Day;
  today: Day;
  holidays: ReadonlySet<Day>;
  /** The day of the last reply that was noted. */
  repliedOn: Day | null;
}

/** So many business days a reply stops reminders, and an absence that names no day does. */
const DAYS = 5;
/** Nobody is waited for longer than this because a machine said so, in days. */
const LONGEST_ABSENCE = 60;
/** So much of a header is quoted. */
const MOST_CHARACTERS = 120;

/**
 * What a message does; null where it is nothing to act on: our own, a robot's, or about none of our mails.
 * @param told what it is
 * @param headers of which the one that says so is quoted
 * @example noticedAct({ class: 'reply' }, headers, about) // { kind: 'replied', note: 'They replied. From: Ann Hart <ann@acme.example>' }
 */
export function noticedAct(told: MessageClass, headers: MailHeaders, about: NoticedAbout): NoticedAct | null {
  const { on, today, holidays, repliedOn } = about;
  const isLate = plusBusinessDays(on, DAYS, holidays) <= today;
  const said = quoted(told, headers);
  switch (told.class) {
    case 'reply':
    case 'reply-other': {
      const who = told.class === 'reply' ? 'They replied' : 'Somebody else replied';
      if (repliedOn !== null && repliedOn >= on)
        return { kind: 'noted', note: `${who}, as was noted already. ${said}` };
      if (!isLate) return { kind: 'replied', note: `${who}. ${said}` };
      return { kind: 'noted', note: `${who} on ${shortDay(on, today)}, which stops nothing any more. ${said}` };
    }
    case 'bounce':
      return bounce(told, about, said);
    case 'out-of-office':
      return away(told, headers, about, said);
    case 'delay':
      return { kind: 'noted', note: `Delivery is delayed; the mail system tries on. ${said}` };
    default:
      return null;
  }
}

/** Whom it names of those the mail went to; where it names none of them, all are doubted. */
function bounce({ failed = [], hard }: MessageClass, { to }: NoticedAbout, said: string): NoticedAct {
  const named = to.filter((one) => failed.includes(one));
  const all =
    named.length === 0 && to.length > 1 ? 'It names no address of ours, so all of that mail are doubted. ' : '';
  const full = hard === false ? 'Their mailbox is full. ' : '';
  return { kind: 'bounced', addresses: named.length > 0 ? named : to, note: `${all}${full}${said}` };
}

function away(told: MessageClass, headers: MailHeaders, about: NoticedAbout, said: string): NoticedAct {
  const { copies, on, today, holidays } = about;
  const from = (headers.get('from')?.[0] ?? '').toLowerCase();
  if (copies.some((one) => from.includes(one)))
    return { kind: 'noted', note: `Somebody who only gets a copy is away. ${said}` };
  const back = dayFromIso(told.until ?? '');
  const isNear = back !== null && back - today <= LONGEST_ABSENCE;
  const until = isNear ? back : plusBusinessDays(on, DAYS, holidays);
  if (until < today) return { kind: 'noted', note: `They were away. ${said}` };
  const day = back === null ? 'no day given' : `back ${shortDay(back, today)}`;
  return {
    kind: 'away',
    until,
    note: `Away, ${day}${back !== null && !isNear ? ': choose another contact' : ''}. ${said}`,
  };
}

/** The header that says what a message is, cut short. */
function quoted({ class: kind }: MessageClass, headers: MailHeaders): string {
  const [name, value] =
    kind === 'reply' || kind === 'reply-other'
      ? ['From', headers.get('from')?.[0]]
      : kind === 'bounce' && headers.has('x-failed-recipients')
        ? ['X-Failed-Recipients', headers.get('x-failed-recipients')?.[0]]
        : ['Subject', headers.get('subject')?.[0]];
  const line = (value ?? '').replace(/\s+/g, ' ').trim();
  const cut = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
  return `${name}: ${cut || 'empty'}`;
}
