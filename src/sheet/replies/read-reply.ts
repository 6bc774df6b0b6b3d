// Reads a customer's reply by rules: what they say, with the words that say so; a person decides what is made of it.
import { type Day, isoOf } from '../../receivables/day';
import { awayIn } from './absence';
import { bounceIn } from './bounce-in';
import {
  asksForPaper,
  faultBySigns,
  gaveBack,
  isOfTheirCustomer,
  isOfThePast,
  isToBeMended,
  isWithheld,
  paymentBySigns,
} from './by-signs';
import { contactIn, phoneIn, type ReplyContact, withContact } from './contact-in';
import { namedIn } from './invoices-named';
import { hadPlanned, isHabit, isNoNeed, isNoPayment, isNoPromise, mayBeOver } from './not-said';
import { folded, isGreeting, ownWords } from './own-words';
import { type Intent, quoted, type Reading, type RepliedInvoice, type Sentence } from './reading';
import { type DayTold, type Direction, dayTold, firstDayTold } from './reply-days';
import { type Piece, partedAtRest, sentencesIn } from './sentences';
import { settled } from './settled';
import { knownSumIn, namesBilled, rateIn, sumsIn } from './sums-in';
import { wordsOf } from './words';
import type { DisputeReason, ReplyWords } from './words/reply-words';

/**
 * What a reply says.
 * @param text the pasted mail
 * @param received the day it came
 * @param invoices what it may be about
 * @example readReply('Will pay on 28 November.', dayFromIso('2025-11-19'), []) // [{ kind: 'promise', date: '2025-11-28', ... }]
 */
export function readReply(text: string, received: Day, invoices: readonly RepliedInvoice[]): Intent[] {
  const failed = bounceIn(text);
  if (failed !== null) return [{ kind: 'bounce', quote: quoted(failed) }];
  const { body, signature } = ownWords(text);
  const said = folded(body);
  const whole = `${body}\n${signature}`.trim();
  const ending = whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-4)
    .join('\n');
  const languages = wordsOf(said);
  const isPaid = (part: string): boolean =>
    languages.some((words) => words.paid.test(part.replace(/[.\n]/g, ' ')) && !isOnlyUnpaid(part, words));
  const sentences = sentencesIn(said, body)
    .flatMap((piece) => partedAtRest(piece, said, isPaid))
    .map((piece) => sentenceOf(piece, body, said, invoices, languages))
    .filter((sentence) => !isGreeting(sentence.said));
  const readings = languages.map((words): Reading => ({ words, received, invoices, whole, ending }));
  const told = readings.map((reading) => toldIn(sentences, said, reading));
  const clear = told.find((intents) => intents.some(({ kind }) => kind !== 'question' && kind !== 'unclear'));
  const some = clear ?? told.find((intents) => intents.length > 0);
  return some ?? leftIn(sentences, languages);
}

/** What the sentences say in one language. */
function toldIn(sentences: readonly Sentence[], said: string, reading: Reading): Intent[] {
  const away = awayIn(sentences, said, reading);
  if (away !== null) return [away];
  return settled(
    sentences.flatMap((sentence, at) => {
      const found = intentsOf(sentence, sentences[at - 1], reading);
      const next = sentences[at + 1];
      const fault = next && found.length === 0 ? twoFigures(sentence, next, reading) : null;
      if (fault !== null) return [fault];
      return next ? found.map((intent) => withNext(intent, next, reading)) : found;
    }),
    reading,
  );
}

/** "You billed 45. We ordered 30": a fault that two sentences tell. */
function twoFigures(one: Sentence, other: Sentence, reading: Reading): Intent | null {
  const { words } = reading;
  const [text, plain] = [`${one.text} ${other.text}`, `${one.plain} ${other.plain}`];
  if (
    text.length > 220 ||
    plain.includes('?') ||
    intentsOf(other, one, reading).some(({ kind }) => kind !== 'question')
  )
    return null;
  const sums = new Set(sumsIn(text, reading.invoices).map(({ amount }) => amount)).size;
  const reason =
    words.signs.bills.test(plain) || words.signs.counted.test(plain) ? faultBySigns(plain, words.signs, sums) : null;
  const invoices = [...new Set([...one.invoices, ...other.invoices])];
  return reason === null
    ? null
    : { kind: 'dispute', ...(invoices.length > 0 ? { invoices } : {}), reason, quote: quoted(one.text) };
}

/** Where no rule fits: thanks where nothing of business is said, a question, or nothing clear. */
function leftIn(sentences: readonly Sentence[], languages: readonly ReplyWords[]): Intent[] {
  const thanks = sentences.filter((one) => languages.some(({ thanks }) => thanks.test(one.said)) && isOnlyThanks(one));
  const other = sentences.find((one) => !thanks.includes(one) && one.said.length > A_FEW_WORDS);
  const asks = sentences.find(({ plain }) => plain.includes('?'));
  const first = asks ?? other ?? thanks[0] ?? sentences[0];
  if (thanks[0] && !asks && sentences.every(({ said }) => !OF_BUSINESS.test(said)))
    return [{ kind: 'thanks', quote: thanks[0].text.trim() }];
  const kind = asks ? 'question' : other || thanks.length === 0 ? 'unclear' : 'thanks';
  return first ? [{ kind, quote: first.text.trim() }] : [];
}

/** What is more than thanks: figures, money, papers, and what they will see to. Folded. */
const OF_BUSINESS =
  /\d{2}|[?€$£]|\b(?:pay|paid|bill|invoice|account|money|check|look|send|sent|wait|will get|deal|pass|forward|speak|ask|manager|boss|zahl|rechnung|geld|pruf|kummer|send|schick|warte|weiter|chef|klar[ert]|regl|paie|pay|factur|argent|verif|regard|envo|transm|attend|suivre|pag|dinero|revis|mir[oa]|envi|mand|esper|pas[oe]|hablar|consult)/;

/** Names and wishes that may stand beside thanks. */
const A_FEW_WORDS = 25;

/** "Merci de ..." asks for something, and a figure says something. */
function isOnlyThanks({ plain, said }: Sentence): boolean {
  return said.length < 120 && !/\bmerci (?:de\b|d'(?!avance|avoir))|[?\d]/.test(plain);
}

function sentenceOf(
  { from, to }: Piece,
  body: string,
  said: string,
  invoices: readonly RepliedInvoice[],
  languages: readonly ReplyWords[],
): Sentence {
  const text = body.slice(from, to);
  const own = said.slice(from, to);
  // "Gezählt" is counted, "gezahlt" is paid.
  let plain = (/gezähl/i.test(text) ? own.replace(/gezahl/g, 'counte') : own).replace(/\n/g, ' ').replace(/\./g, ' ');
  for (const { number } of invoices)
    plain = plain.split(folded(number).replace(/\./g, ' ')).join('x'.repeat(number.length));
  return { from, to, text, said: own, plain, invoices: namedIn(text, invoices, languages) };
}

/** Instalments and calls whose day, sum or number stands in the sentence behind. */
function withNext(intent: Intent, next: Sentence, reading: Reading): Intent {
  if (
    intent.kind === 'call' &&
    intent.contact === undefined &&
    /^\W*(?:(?:tel|ph|mob|phone|no|nr|unter|on|au|al)\w*\W*)?\d/i.test(next.text)
  ) {
    const phone = phoneIn(next.text);
    return phone === undefined ? intent : { ...intent, contact: { phone } };
  }
  if (intent.kind !== 'instalments' || intent.date !== undefined) return intent;
  const found = intentsOf(next, undefined, reading);
  if (found.some(({ kind }) => kind !== 'instalments' && kind !== 'promise' && kind !== 'question')) return intent;
  const due = firstPart(next.said, reading);
  if (due.date === undefined) return intent;
  const { dateUnsure: _, ...rest } = intent;
  return { ...(intent.amount === undefined ? { ...rest, ...sumIn(next, reading) } : rest), ...due };
}

/** Paid, less what a fault is worth to them; a discount for early payment is no fault. */
const DEDUCTED =
  /^(?!.*(?:skonto|discount|escompte|pronto pago)).*\b(?:because|less|minus|deduct\w*|withh\w+|abgezogen|gekurzt|einbehalten|deduit\w*|retenu\w*|descont\w+|deduc\w+)\b/;

/** Billed twice: that it is paid is their reason. */
const IS_DOUBLE =
  /\b(?:duplicates?|doublons?|double emploi|dublette|duplicad[oa]|doppelt (?:berechnet|abgerechnet|gestellt))\b/;

/** "Please send it, then we pay" asks for it as well. */
const ASKED = /\b(?:please|pls|bitte|schick\w*|merci de|veuillez|por favor)\b/;

/** Where all mail goes is no wish for a copy. Folded. */
const FROM_NOW_ON =
  /\b(?:korrespond|correspond)\w*|\b(?:in (?:the )?future|from now on|going forward|kunftig|zukunftig|ab sofort|ab jetzt|desormais|dorenavant|a l'avenir|en adelante|a partir de ahora|en lo sucesivo)\b/;

/** That a bank sent a payment back is no dispute. */
const BANK_RETURNED =
  /\b(?:bank|banque|banco)\b[^.?!]{0,50}\b(?:zuruck\w*|abgelehnt|reject\w*|return\w*|bounced|rejet\w*|retourn\w*|refus\w*|devol\w*|rechaz\w*)/;

/** What a sentence says; the one before it is what "it" in this one means. */
function intentsOf(sentence: Sentence, before: Sentence | undefined, reading: Reading): Intent[] {
  const { words } = reading;
  const { said, plain } = sentence;
  const found: Intent[] = [];
  const asks = plain.includes('?');
  const add = (kind: Intent['kind'], more: Partial<Intent>, pattern?: RegExp): void => {
    found.push({ kind, ...more, quote: quoteOf(sentence, pattern) });
  };
  const named = sentence.invoices.length > 0 ? { invoices: sentence.invoices } : {};
  if (words.insolvency.test(plain) && !isOfTheirCustomer(plain)) {
    add('insolvency', {}, words.insolvency);
    return found;
  }
  if (words.stop.test(plain)) add('stop', {}, words.stop);
  const last = dayTold(said, words, reading.received, 'last')?.day ?? null;
  const noPayment = isNoPayment(plain, last !== null);
  const isPaid = !asks && !noPayment && !IS_DOUBLE.test(plain) && words.paid.test(plain) && !isOnlyUnpaid(plain, words);
  const reason = (isPaid && !DEDUCTED.test(plain)) || BANK_RETURNED.test(plain) ? null : reasonIn(plain, words);
  const isInstalments =
    !isPaid && !NOT_BIT_BY_BIT.test(plain) && (words.instalments.test(plain) || isPartByPart(sentence, reading));
  const withheld = isWithheld(plain);
  const isOver = hadPlanned(plain) && last !== null && reading.received - last < 90;
  const isPromise =
    !asks &&
    !isPaid &&
    !isInstalments &&
    !withheld &&
    !isOver &&
    !(isOfThePast(plain) && dayTold(said, words, reading.received, 'next')?.day == null) &&
    !isNoPromise(plain, dayTold(said, words, reading.received, 'next') !== null) &&
    words.promise.test(plain) &&
    !words.refusal.test(plain);
  if (isPaid)
    add(
      'paid',
      { ...whenPaid({ said, at: words.paid.exec(plain)?.index ?? 0 }, reading), ...sumIn(sentence, reading), ...named },
      words.paid,
    );
  if (isInstalments)
    add('instalments', { ...firstPart(said, reading), ...sumIn(sentence, reading), ...named }, words.instalments);
  if (reason !== null)
    add(
      'dispute',
      { ...disputedSum(reason, sentence, reading), ...named, reason },
      reason === 'other' && !words.reasons.other.test(plain) ? words.contest : words.reasons[reason],
    );
  if (isPromise)
    add(
      'promise',
      {
        ...promised({ said, at: words.promise.exec(plain)?.index ?? 0 }, reading),
        ...(reason === null ? sumIn(sentence, reading) : {}),
        ...named,
      },
      words.promise,
    );
  const isCopy =
    !found.some(({ kind }) => kind === 'stop') &&
    !(sentence.text.includes('@') && FROM_NOW_ON.test(plain)) &&
    (!isPromise || (ASKED.test(plain) && !/\b[kc]orr/.test(plain))) &&
    !isPaid &&
    words.copy.test(reason === null || reason === 'missing-po' ? plain : partWithout(plain, words.reasons[reason]));
  if (isCopy) {
    // A number that is none of ours is not the one of the sentence before.
    const invoices = sentence.invoices.length > 0 || /\d{3}/.test(said) ? sentence.invoices : (before?.invoices ?? []);
    const { email } = contactIn(sentence.text, words);
    add(
      'copy',
      { ...(invoices.length > 0 ? { invoices } : {}), ...(email === undefined ? {} : { contact: { email } }) },
      words.copy,
    );
  }
  const call = words.call.exec(plain);
  if (call !== null && !isNoNeed(plain.slice(0, call.index)) && !/\bnicht\b/.test(call[0])) {
    const day = dayTold(said, words, reading.received, 'next')?.day ?? null;
    const phone = phoneIn(sentence.text);
    add(
      'call',
      { ...(day === null ? {} : { date: isoOf(day) }), ...(phone === undefined ? {} : { contact: { phone } }) },
      words.call,
    );
  } else if (!isCopy && (words.contact.test(said.replace(/\n/g, ' ')) || words.contact.test(plain))) {
    add('contact', withContact(contactOf(sentence, reading)), words.contact);
  }
  if (found.length === 0 && (withheld || isToBeMended(plain) || gaveBack(plain)))
    add('dispute', { ...named, reason: 'other' });
  if (found.length === 0 && !asks) found.push(...bySigns(sentence, reading));
  if (found.length === 0 && asks && asksForPaper(plain, words.signs)) add('copy', named);
  if (
    found.length === 0 &&
    asks &&
    !words.agreed.test(plain) &&
    !/^(?:did you know|wissen sie|wussten|saviez|sabia)/.test(plain)
  )
    add('question', {});
  if (found.length === 0 && words.unclear.test(plain)) add('unclear', named, words.unclear);
  return found;
}

/** What somebody deals with. Folded. */
const OF_PAYMENTS =
  /\b(?:ledger|payments?|accounts?|invoices?|finance|bills|\w*zahlungen|\w*rechnungen|\w*buchhaltung|zustandig|reglements?|factures?|comptabilite|compta|pagos?|facturas?|contabilidad|administracion)\b/;

/** A sentence, and its clauses. */
function partsOf(sentence: Sentence): Sentence[] {
  const { said } = sentence;
  const ends = [...said.matchAll(/[,;:] | - | \(|\)| so (?=i |we |it |that |they |the )/g)].map(({ index }) => index);
  const clauses = [0, ...ends].map((from, at) => cutFrom(sentence, from, ends[at] ?? said.length));
  return ends.length === 0 ? [sentence] : [sentence, ...clauses.filter(({ text }) => text.length > 15)];
}

function cutFrom({ from, text, said, plain, invoices }: Sentence, begin: number, end: number): Sentence {
  const cut = (whole: string): string => whole.slice(begin, end).replace(/^[,;: ()-]/, ' ');
  return { from: from + begin, to: from + end, text: cut(text), said: cut(said), plain: cut(plain), invoices };
}

/** A payment that the single words of a clause tell of. */
function paymentOf(part: Sentence, reading: Reading): Intent[] {
  const { text, said, plain, invoices } = part;
  const { words, received } = reading;
  const [next, last] = [dayTold(said, words, received, 'next'), dayTold(said, words, received, 'last')];
  if (words.refusal.test(plain) || isNoPayment(plain, last?.day != null)) return [];
  const kind = paymentBySigns(plain, words.signs, {
    next: next?.day == null ? null : next.day - received,
    last: last?.day == null ? null : last.day - received,
    isTimed: next !== null || isConditional(said, reading),
    isKnownSum: namesBilled(text, reading.invoices),
    isSum: sumsIn(text, reading.invoices).length > 0,
    isUnpaid: words.unpaid.test(plain),
  });
  if (kind === null || (kind === 'paid' && isConditional(said, reading))) return [];
  const { money, pays, paid } = words.signs;
  const at = (kind === 'paid' ? paid : pays).exec(plain)?.index ?? money.exec(plain)?.index ?? 0;
  const when = kind === 'paid' ? whenPaid({ said, at }, reading) : promised({ said, at }, reading);
  const named = invoices.length > 0 ? { invoices } : {};
  return [{ kind, ...when, ...sumIn(part, reading), ...named, quote: quoteOf(part) }];
}

/** "Rather not pay bit by bit". Folded. */
const NOT_BIT_BY_BIT =
  /\b(?:not|nicht|pas|no|keine)\b[^.?!]{0,15}\b(?:bit by bit|instal\w+|raten\w*|plusieurs fois|echelonn\w+|a plazos|fraccion\w+)/;

/** "500 on 3 August, 500 on 3 September": several sums, each with its day to come. */
function isPartByPart({ text, said }: Sentence, { words, received, invoices }: Reading): boolean {
  const parts = said.split(/,? (?:and|und|et|y|then|dann|puis|luego)\b|[,;] /);
  const dated = parts.filter((part) => (dayTold(part, words, received, 'next')?.day ?? 0) >= received);
  if (dated.length > 1 && dated.every((part) => /\b\d{3,}\b(?! ?\p{L}*\d)/u.test(part.replace(/\b20\d\d\b/g, ' '))))
    return true;
  return (
    dated.length > 1 &&
    (sumsIn(text, invoices).length > 1 || /\b(?:same|pareil|idem|gleiche?n?|genauso|igual|otro tanto)\b/.test(said))
  );
}

/** A payment told in words that no pattern knows, by its day; and an address, which they give to be written to. */
function bySigns(sentence: Sentence, reading: Reading): Intent[] {
  const { text, plain, invoices } = sentence;
  const { words } = reading;
  const named = invoices.length > 0 ? { invoices } : {};
  const quote = quoteOf(sentence);
  if (asksForPaper(plain, words.signs)) return [{ kind: 'copy', ...named, quote }];
  const fault = faultBySigns(
    plain,
    words.signs,
    new Set(sumsIn(text, reading.invoices).map(({ amount }) => amount)).size,
  );
  if (fault !== null) return [{ kind: 'dispute', ...named, reason: fault, quote }];
  const payment = (isNoPayment(plain, true) ? [] : partsOf(sentence)).flatMap((part) => paymentOf(part, reading))[0];
  if (payment) return [payment];
  const contact = contactIn(text, words);
  if (
    contact.phone !== undefined &&
    contact.name !== undefined &&
    (OF_PAYMENTS.test(plain) || /\b(?:speak|talk) (?:to|with)\b/.test(plain)) &&
    !text.includes('\n')
  )
    return [{ kind: 'contact', contact, quote }];
  return contact.email === undefined || /\b(?:sent|gesendet|geschickt|envoye|enviad\w|mand\w+)\b/.test(plain)
    ? []
    : [{ kind: 'contact', contact, quote }];
}

/** Whom a sentence names; where it only says "us", who wrote it. */
function contactOf({ text, said }: Sentence, { words, ending }: Reading): ReplyContact {
  const contact = contactIn(text, words);
  if (contact.email !== undefined || contact.phone !== undefined) return contact;
  return /\b(?:us|me|uns|mich|mir|nous|moi|nosotros|mi|yo)\b/.test(said) ? contactIn(ending, words) : {};
}

/** A sentence without what a pattern found in it. */
function partWithout(said: string, pattern: RegExp): string {
  return said.replace(pattern, ' ');
}

/** Every form of "paid" in it says that it is not, or not yet. */
function isOnlyUnpaid(said: string, words: ReplyWords): boolean {
  if (!words.unpaid.test(said)) return false;
  return !words.paid.test(said.replace(words.unpaid, ' '));
}

/** In the order in which a sentence is asked: the plainer the words, the earlier. */
const REASONS: readonly DisputeReason[] = [
  'credit-expected',
  'damaged',
  'missing-po',
  'quantity',
  'not-received',
  'price',
  'other',
];

/** A file that does not open, an invoice that did not come: no fault of what was delivered. Folded. */
const OF_FILES =
  /\b(?:anhang|datei|attachment|attached file|piece jointe|fichier|adjunto|archivo)\b[^.?!]{0,30}\b(?:nicht|won't|not|doesn't|can't|pas|no)\b|\b(?:factura|facture|rechnung|invoice) (?:\w+ )?(?:nunca|n'est jamais|kam nie|never) (?:llego|arrive\w*|came)?/;

function reasonIn(said: string, words: ReplyWords): DisputeReason | null {
  if (OF_FILES.test(said)) return null;
  return REASONS.find((reason) => words.reasons[reason].test(said)) ?? (words.contest.test(said) ? 'other' : null);
}

function whenPaid(part: Told, { words, received }: Reading): Pick<Intent, 'date' | 'dateUnsure'> {
  const told = dayOfClause(part, words, received, 'last');
  if (told === null) return {};
  return told.day === null || told.day > received ? { dateUnsure: true } : { date: isoOf(told.day) };
}

/** A sentence, and where in it they say what they say. */
interface Told {
  said: string;
  at: number;
}

/** A word that sets a second day beside the first one. */
const OR_ELSE = /\b(?:or|oder|ou|o|latest|spatestens|au plus tard|a mas tardar|maximum|allerspatestens)\b/;

/** The day of a sentence; where it names several, that of the clause in which they say it. */
function dayOfClause({ said, at }: Told, words: ReplyWords, received: Day, direction: Direction): DayTold | null {
  const whole = dayTold(said, words, received, direction);
  if (whole === null || words.guess.test(said)) return whole;
  const ends = [...said.matchAll(/[,;:] | - | \(|\)| (?:so|asi que|also|donc)\b/g)].map(({ index }) => index);
  const from = Math.max(0, ...ends.filter((end) => end <= at));
  const to = Math.min(said.length, ...ends.filter((end) => end > at));
  if (OR_ELSE.test(said.slice(0, from) + said.slice(to))) return whole;
  const told = dayTold(said.slice(from, to), words, received, direction);
  if (whole.day !== null) return told !== null && told.day === null ? told : whole;
  return told === null ? whole : told;
}

/** A time, not a doubt. */
const WHEN = /^(?:when|after|wenn|nachdem|quand|lorsqu\w*|cuando|despues)/;

/** "On 27 February, when our refund has come in": the day is told, and why it is that one. */
function isConditional(said: string, { words, received }: Reading): boolean {
  const condition = words.condition.exec(said);
  if (condition === null) return false;
  const day = dayTold(said.slice(0, condition.index), words, received, 'next')?.day ?? null;
  return !WHEN.test(condition[0]) || day === null || words.approval.test(said);
}

function promised(part: Told, reading: Reading): Pick<Intent, 'date' | 'dateUnsure' | 'condition'> {
  const due = dueOf(part, reading);
  if (!isConditional(part.said, reading)) return due;
  if (due.date === undefined) return { condition: true };
  // A run that hangs on a sign-off of their own is no day.
  return reading.words.approval.test(part.said) ? { dateUnsure: true } : { condition: true };
}

function dueOf(part: Told, { words, received }: Reading): Pick<Intent, 'date' | 'dateUnsure'> {
  const told = dayOfClause(part, words, received, 'next');
  if (told === null || told.day === null || told.day < received) return { dateUnsure: true };
  if (isHabit(part.said)) return { dateUnsure: true };
  if (mayBeOver(part.said) && words.weekdays.some((weekday) => weekday.test(part.said))) return { dateUnsure: true };
  // "The 3rd of March" on the 11th means the one that is over, or is a slip.
  if (told.day > received + 330) return { dateUnsure: true };
  return { date: isoOf(told.day) };
}

/** Half now, half in November: the first part has no day. */
function firstPart(said: string, reading: Reading): Pick<Intent, 'date' | 'dateUnsure'> {
  if (/\b(?:now|jetzt|sofort|maintenant|ahora)\b/.test(said)) return { dateUnsure: true };
  const due = dueOf({ said, at: 0 }, reading);
  const first = due.date === undefined ? firstDayTold(said, reading.words, reading.received) : null;
  return first === null || first < reading.received || first > reading.received + 200 ? due : { date: isoOf(first) };
}

/** The sum a sentence names, where it names one. */
function sumIn({ text }: Sentence, reading: Reading): Pick<Intent, 'amount' | 'currency'> {
  const sums = sumsIn(text, reading.invoices);
  const [first = knownSumIn(text, reading.invoices) ?? rateIn(text, reading.invoices)] = sums;
  if (!first || new Set(sums.map(({ amount }) => amount)).size > 1) return {};
  return { amount: first.amount, ...(first.currency === '' ? {} : { currency: first.currency }) };
}

/** Of a dispute the sum that they say is right; of a credit its sum. Prices of a piece are neither. */
function disputedSum(reason: DisputeReason, sentence: Sentence, reading: Reading): Pick<Intent, 'amount' | 'currency'> {
  if (reason === 'credit-expected') return sumIn(sentence, reading);
  const told = reading.words.rightAmount.exec(sentence.said);
  if (!told) return {};
  const right = sumsIn(sentence.text, reading.invoices).find(({ at }) => at >= told.index);
  return right ? { amount: right.amount, ...(right.currency === '' ? {} : { currency: right.currency }) } : {};
}

/** The part of a sentence that says it, letter for letter. */
function quoteOf({ text, said, plain }: Sentence, pattern?: RegExp): string {
  const match = pattern?.exec(plain) ?? pattern?.exec(said);
  if (!match) return quoted(text);
  const breaks = [
    ...said.matchAll(
      /[;:] | - |, (?=(?:please|bitte|merci|por favor|and|und|et|y|but|aber|mais|pero|would|could|we|wir|nous)\b)|\. /g,
    ),
  ].map((one) => ({ from: one.index, to: one.index + one[0].length }));
  const from = Math.max(0, ...breaks.filter(({ to }) => to <= match.index).map(({ to }) => to));
  const to = Math.min(
    said.length,
    ...breaks.filter(({ from: begin }) => begin >= match.index + match[0].length).map(({ from: begin }) => begin),
  );
  return quoted(text.slice(from, to));
}
