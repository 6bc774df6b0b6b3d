// What each placeholder says in a given letter.
import { type Day, plusBusinessDays } from '../../receivables/day';
import { addTo, type Totals } from '../../receivables/money';
import { answerText } from './answer/answer-lines';
import type { LetterAbout, LetterInput, LetterLine, Objection } from './letter-input';
import { askedLines, askedPart, bandsOf, leadOf, sumsOf } from './letter-sums';
import { type LetterWords, nextStepIn, ownWords } from './letter-words';
import { accountLines, webAddress } from './pay-box';
import type { PlaceholderName } from './placeholders';
import { manyLines, oneLine, renderTemplate } from './template';

/** Stands for the tables while the body is rendered; no value can contain it, control characters are taken out. */
export const TABLES_MARK = '\u0001';

/** A text (or, for sections only, a yes) per placeholder. */
export type LetterValues = Record<PlaceholderName, string | boolean>;

/** Business days in which we ask for an answer, where nothing comes sooner. */
export const REPLY_DAYS = 3;
/** Business days in which we ask for payment, where nothing comes sooner. */
export const DEADLINE_DAYS = 7;
/** So many claims of late charges stand in lines of their own, the oldest; their sum is of all. */
const MOST_CLAIMS = 20;
/** So many of the earlier reminders are named. */
const MOST_REMINDERS = 3;

function totalsOrNothing(totals: Totals, words: LetterWords): string {
  return Object.keys(totals).length === 0 ? '' : words.totals(totals);
}

function dayOrNothing(day: Day | null | undefined, words: LetterWords): string {
  return day === null || day === undefined ? '' : words.longDate(day);
}

function numberOf(line: LetterLine, words: LetterWords): string {
  return oneLine(line.invoice) || words.noNumber;
}

// A link stands alone when it serves all invoices;
// else each says which invoice it is for.
function paymentLinks(lines: readonly LetterLine[], words: LetterWords): string {
  const links = lines.map((line) => ({ line, link: webAddress(line.paymentLink ?? '') }));
  if (new Set(links.map(({ link }) => link)).size <= 1) return links[0]?.link ?? '';
  return links
    .filter(({ link }) => link !== '')
    .map(({ line, link }) => `${numberOf(line, words)}${words.pay.colon}${link}`)
    .join('\n');
}

function ageBands(input: LetterInput, words: LetterWords): string {
  const bands = bandsOf(input.lines, input.asOf);
  return Object.keys(bands)
    .sort()
    .map((currency) => {
      const parts = (bands[currency] ?? [])
        .map((minor, index) => ({ minor, name: words.bands[index] ?? words.credit }))
        .filter(({ minor }) => minor !== 0)
        .map(({ minor, name }) => `${name} ${words.money(minor, currency)}`);
      return parts.join('; ');
    })
    .filter((line) => line !== '')
    .join('\n');
}

function peopleValues(input: LetterInput, words: LetterWords) {
  const contact = oneLine(input.contact);
  const sender = oneLine(input.sender);
  const company = oneLine(input.company) || sender;
  return {
    greeting: words.greeting(contact),
    contact,
    customer: oneLine(input.customer),
    company,
    sender: sender || company,
    signature: manyLines(input.signature) || manyLines(`${sender}\n${company}`),
    reference: input.reference === '' ? '' : words.reference(oneLine(input.reference)),
  };
}

function leadValues(input: LetterInput, words: LetterWords) {
  const lead = leadOf(input.lines);
  const age = lead && lead.due !== null ? input.asOf - lead.due : 0;
  const isLate = lead?.role !== 'credit' && age > 0;
  return {
    no: lead ? numberOf(lead, words) : '',
    'order no': oneLine(lead?.orderNumber ?? ''),
    'due date': dayOrNothing(lead?.due, words),
    days: isLate ? String(age) : '',
    age: isLate ? words.age(age) : '',
  };
}

function sumValues(input: LetterInput, words: LetterWords) {
  const sums = sumsOf(input.lines);
  const asked = askedLines(input.lines);
  const total = totalsOrNothing(sums.asked, words);
  const shown = Object.keys(sums.asked).length > 0 ? sums.asked : sums.open;
  const listed = asked.map((line) =>
    words.listed(
      numberOf(line, words),
      line.due === null ? '' : words.shortDate(line.due),
      words.money(askedPart(line), line.currency),
    ),
  );
  return {
    invoices: input.lines.length === 0 ? '' : TABLES_MARK,
    'invoice list': listed.join('\n'),
    n: asked.length === 0 ? '' : String(asked.length),
    one: asked.length === 1,
    several: asked.length > 1,
    documents: asked.length > 0 && asked.every(({ documents }) => webAddress(documents?.invoice ?? '') !== ''),
    total,
    balance: total,
    overdue: totalsOrNothing(sums.overdue, words),
    'not due': totalsOrNothing(sums.notDue, words),
    open: totalsOrNothing(sums.open, words),
    disputed: totalsOrNothing(sums.disputed, words),
    credits: totalsOrNothing(sums.credits, words),
    net: totalsOrNothing(sums.net, words),
    'age bands': ageBands(input, words),
    'payment link': paymentLinks(asked, words),
    'answer link': answerText(input, words),
    'bank details': input.payTo ? manyLines(input.payTo) : accountLines(input, Object.keys(shown).sort(), words),
  };
}

function dateValues(input: LetterInput, about: LetterAbout, words: LetterWords) {
  return {
    // Nobody is told that payments are in up to a day that no person confirmed.
    'as of': dayOrNothing(input.knownUpTo, words),
    month: words.month(input.asOf),
    'reply by': words.longDate(about.replyBy ?? plusBusinessDays(input.asOf, REPLY_DAYS)),
    deadline: words.longDate(about.deadline ?? plusBusinessDays(input.asOf, DEADLINE_DAYS)),
    'promised date': dayOrNothing(about.promise?.day, words),
    'received date': dayOrNothing(about.received?.on, words),
    'new date': dayOrNothing(about.newDue, words),
    'discount date': dayOrNothing(about.discount?.until, words),
    'last contact': dayOrNothing(about.lastContact, words),
    'planned date': dayOrNothing(about.plannedOn, words),
  };
}

function promisedAmount(about: LetterAbout, words: LetterWords): string {
  const { promise } = about;
  return !promise || promise.amount === null ? '' : words.money(promise.amount, promise.currency);
}

function instalmentLines({ instalments = [] }: LetterAbout, words: LetterWords): string {
  return instalments
    .map(({ day, amount, currency }) => {
      const what = amount === null ? words.payment : words.money(amount, currency);
      return `${words.longDate(day)}${words.pay.colon}${what}`;
    })
    .join('\n');
}

function lateCharges({ lateCharges: said }: LetterAbout, words: LetterWords): string {
  if (said === undefined || said === 'reserved') return said === undefined ? '' : words.lateRights;
  const sums: Totals = {};
  for (const { currency, interest, compensation } of said) addTo(sums, currency, interest + compensation);
  const lines = said.slice(0, MOST_CLAIMS).map(({ invoice, currency, days, interest, compensation }) => {
    const amount = (minor: number): string => (minor === 0 ? '' : words.money(minor, currency));
    return words.lateClaim(oneLine(invoice), words.age(days), amount(interest), amount(compensation));
  });
  return [words.lateClaims(words.totals(sums)), ...lines, ...(said.length > MOST_CLAIMS ? ['...'] : [])].join('\n');
}

// "Reminders of ..." is true from the second on; of many the latest are enough.
function reminderDates({ reminders = [] }: LetterAbout, words: LetterWords): string {
  const days = reminders.slice(-MOST_REMINDERS).map(words.shortDate);
  return days.length < 2 ? '' : `${days.slice(0, -1).join(', ')} ${words.marks.and} ${days[days.length - 1]}`;
}

/**
 * The value of every placeholder in a letter: cleaned of control characters, '' where nothing is known.
 * @param input what the letter is made of
 * @param words the words of its language
 */
export function letterValues(input: LetterInput, words: LetterWords): LetterValues {
  const about = input.about ?? {};
  const dates = reminderDates(about, words);
  const rest = {
    'next step': nextStepIn(about.nextStep ?? '', words.tag) ?? '',
    'release terms': manyLines(ownWords(about.releaseTerms ?? '', words.tag)),
    terms: oneLine(about.terms ?? ''),
    promises: manyLines((about.promises ?? []).join('\n')),
    'promised amount': promisedAmount(about, words),
    instalments: instalmentLines(about, words),
    received: totalsOrNothing(about.received?.totals ?? {}, words),
    'late charges': lateCharges(about, words),
    outcome: manyLines(about.outcome ?? ''),
    'due kept': about.dueKept === true,
    'reminder dates': dates,
    unanswered: dates !== '' && about.unanswered === true,
    discount: oneLine(about.discount?.text ?? ''),
    history: manyLines((about.history ?? []).join('\n')),
    owner: oneLine(about.owner ?? ''),
    phone: oneLine(about.phone ?? ''),
    'senior contact': oneLine(about.seniorContact ?? ''),
    'planned subject': oneLine(about.plannedSubject ?? ''),
    'reminder link': about.link ?? '',
    notes: manyLines(about.notes ?? ''),
    portal: oneLine(about.portal ?? ''),
    objections: '',
  };
  const values = {
    ...rest,
    ...peopleValues(input, words),
    ...leadValues(input, words),
    ...sumValues(input, words),
    ...dateValues(input, about, words),
  };
  return { ...values, objections: objectionsIn(input, values).map(words.objection).join('\n') };
}

/**
 * The objections of a call, filled in, each part in one line.
 * @param values what the other placeholders say
 */
export function objectionsIn({ about }: LetterInput, values: LetterValues): Objection[] {
  const filled = (text: string): string => oneLine(renderTemplate(text, values).text);
  return (about?.objections ?? []).map(({ name, heard, answer }) => ({
    name,
    heard: filled(heard),
    answer: filled(answer),
  }));
}
