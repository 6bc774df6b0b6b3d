// The channels a step may take, and all that the rest of the code asks of one: a channel is added in this table.
import type { ContactOutcome } from './outcomes';

/** What a step may have to say: something before the due date, after it by tone, or about a promise before and after its day. */
export type Utterance = 'ahead' | 'friendly' | 'personal' | 'firm' | 'final' | 'promised' | 'missed';

const LETTERS: Readonly<Record<Utterance, string>> = {
  ahead: 'Before due',
  friendly: 'Friendly',
  personal: 'Personal',
  firm: 'Firm',
  final: 'Final',
  promised: 'Promise reminder',
  missed: 'Promise missed',
};

interface AnyChannel {
  /**
   * Whether it reaches the customer once it is done: a mail does, a call when somebody answers, a task never. What reaches
   * them is a contact: it keeps the minimum gap and counts as a first word.
   */
  reaches: 'surely' | 'if answered' | 'never';
  /**
   * What its text is: a letter or a message to the customer, in their language; or a sheet that our own people work from,
   * in ours.
   */
  form: 'letter' | 'message' | 'sheet';
  /** Without which it cannot go out: an address for mail, a telephone number. */
  needs: 'address' | 'phone' | 'nothing';
  /** What takes its place where the customer has not agreed to it; null: it needs no agreement. */
  unagreed: 'call' | null;
  /** Our own texts for it, where a step takes this channel and no row of AR Policy names one; null: it is no contact. */
  texts: Readonly<Record<Utterance, string>> | null;
  /** Whether it takes so much of a person's time that it is for larger sums only. */
  isForLargeSums: boolean;
  /** It in a word, where it stands for itself: `Mail`. */
  title: string;
  /** It in a sentence, without its article: `mail`. */
  noun: string;
  /** What its number is called among those of a day. */
  counted: string;
  /** What cannot be taken back when its stage is, a sentence without its full stop. */
  stays: string;
}

/** What leaves by itself once it is approved. */
interface SentByUs extends AnyChannel {
  sentBy: 'us';
}

/** What a person does, and then says what came of it. */
interface DoneByHand extends AnyChannel {
  sentBy: 'person';
  /** What usually comes of it. */
  usual: ContactOutcome;
  /** Whether the customer may answer: a promise, a dispute, a day on which they call back. */
  isAnswered: boolean;
  /** What helps the person: a link that opens the message filled in, a page to print, or nothing but its text. */
  help: 'message-link' | 'page' | 'none';
}

/** What there is to know of a channel. */
export type ChannelSpec = SentByUs | DoneByHand;

/** Every channel by the name that stands in `AR Policy`, in the log and in the queue. */
export const CHANNELS = {
  email: {
    reaches: 'surely',
    form: 'letter',
    needs: 'address',
    unagreed: null,
    texts: LETTERS,
    isForLargeSums: false,
    title: 'Mail',
    noun: 'mail',
    counted: 'mails',
    stays: 'The mail itself has left and stays with them',
    sentBy: 'us',
  },
  call: {
    reaches: 'if answered',
    form: 'sheet',
    needs: 'nothing',
    unagreed: null,
    texts: {
      ahead: 'Call promise ask',
      friendly: 'Call personal',
      personal: 'Call personal',
      firm: 'Call firm',
      final: 'Call firm',
      promised: 'Call promise reminder',
      missed: 'Call promise missed',
    },
    isForLargeSums: true,
    title: 'Call',
    noun: 'call',
    counted: 'calls',
    stays: 'The call itself was made',
    sentBy: 'person',
    usual: 'answered',
    isAnswered: true,
    help: 'none',
  },
  whatsapp: {
    reaches: 'surely',
    form: 'message',
    needs: 'phone',
    unagreed: 'call',
    texts: {
      ahead: 'WhatsApp friendly',
      friendly: 'WhatsApp friendly',
      personal: 'WhatsApp personal',
      firm: 'WhatsApp firm',
      final: 'WhatsApp firm',
      promised: 'WhatsApp friendly',
      missed: 'WhatsApp personal',
    },
    isForLargeSums: false,
    title: 'WhatsApp',
    noun: 'WhatsApp message',
    counted: 'whatsapp',
    stays: 'The message itself has left and stays with them',
    sentBy: 'person',
    usual: 'done',
    isAnswered: true,
    help: 'message-link',
  },
  letter: {
    reaches: 'surely',
    form: 'letter',
    needs: 'nothing',
    unagreed: null,
    texts: LETTERS,
    isForLargeSums: false,
    title: 'Letter',
    noun: 'letter',
    counted: 'letters',
    stays: 'The letter itself has left and stays with them',
    sentBy: 'person',
    usual: 'done',
    isAnswered: true,
    help: 'page',
  },
  task: {
    reaches: 'never',
    form: 'sheet',
    needs: 'nothing',
    unagreed: null,
    texts: null,
    isForLargeSums: false,
    title: 'Task',
    noun: 'task',
    counted: 'tasks',
    stays: 'What was done stays done',
    sentBy: 'person',
    usual: 'done',
    isAnswered: false,
    help: 'none',
  },
} as const satisfies Record<string, ChannelSpec>;

/** How a step reaches somebody. */
export type Channel = keyof typeof CHANNELS;

/** The channel of mails, which are all that leaves by itself: for what is a mail whatever the policy says. */
export const MAIL: Channel = 'email';

/** The channel of what our own people do. */
export const TASK: Channel = 'task';

/** Their names in the order in which they are offered. */
export const CHANNEL_NAMES = Object.keys(CHANNELS) as readonly Channel[];

/** Whether what a person does with it is printing a page. @example isPrinted('letter') // true */
export function isPrinted(channel: Channel): boolean {
  const spec = channelSpec(channel);
  return spec.sentBy === 'person' && spec.help === 'page';
}

/** Names of numbers of contacts by channel: `mails`, `calls`. */
export type ContactCount = (typeof CHANNELS)[Channel]['counted'];

/** What there is to know of a channel. @example channelSpec('call').noun // 'call' */
export function channelSpec(channel: Channel): ChannelSpec {
  return CHANNELS[channel];
}

/** Whether it leaves by itself once it is approved; all else is done by a person. @example isSentByUs('call') // false */
export function isSentByUs(channel: Channel): boolean {
  return CHANNELS[channel].sentBy === 'us';
}

/** Whether it is a word to the customer at all: it keeps the minimum gap. @example isContact('task') // false */
export function isContact(channel: Channel): boolean {
  return CHANNELS[channel].reaches !== 'never';
}

/** Whether a person speaks with the customer, so that they need a number to call. @example isSpoken('call') // true */
export function isSpoken(channel: Channel): boolean {
  return CHANNELS[channel].reaches === 'if answered';
}

/** Whether the customer reads its text, so that it is in their language. @example isReadByCustomer('call') // false */
export function isReadByCustomer(channel: Channel): boolean {
  return CHANNELS[channel].form !== 'sheet';
}

/**
 * A number for each channel.
 * @param numberOf how many there are of a channel
 * @example countsOf((channel) => (channel === 'call' ? 2 : 0)).calls // 2
 */
export function countsOf(numberOf: (channel: Channel) => number): Record<ContactCount, number> {
  return Object.fromEntries(CHANNEL_NAMES.map((channel) => [CHANNELS[channel].counted, numberOf(channel)])) as Record<
    ContactCount,
    number
  >;
}

/**
 * The numbers of contacts as phrases, those that are none left out.
 * @param write how a number is written
 * @example countsInWords({ mails: 2, calls: 1, whatsapp: 0, letters: 0, tasks: 0 }) // ['2 mails', '1 call']
 */
export function countsInWords(
  counts: Readonly<Record<ContactCount, number>>,
  write: (number: number) => string = String,
): string[] {
  return CHANNEL_NAMES.flatMap((channel) => {
    const { noun, counted } = CHANNELS[channel];
    const number = counts[counted];
    return number === 0 ? [] : [`${write(number)} ${noun}${number === 1 ? '' : 's'}`];
  });
}
