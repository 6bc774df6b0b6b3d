// What a letter asks for and how it is paid: the boxes above its table, as data and as text.

import { inFours } from '../../receivables/cash/mod97';
import { creditorReference, printedReference } from '../../receivables/cash/structured-reference';
import { asksForNothing, asksToConfirm } from '../policy/purposes';
import { epcCode } from './epc-code';
import type { LetterInput } from './letter-input';
import { askedLines, type LetterSums, sumsOf, toPay } from './letter-sums';
import type { LetterWords } from './letter-words';
import { manyLines, oneLine } from './template';

/** A link with the words that stand on it. */
export interface PayLink {
  label: string;
  url: string;
}

/** How one currency is paid. */
export interface PayBox {
  heading: string;
  links: readonly PayLink[];
  /** Account holder, IBAN, BIC, reference: what is set of them, each with its label. */
  facts: readonly (readonly [label: string, value: string])[];
  instructions: string;
  /** The text of the code for banking apps; '' for none. */
  code: string;
  /** That the bank details have not changed; '' where no bank details stand above it. */
  unchanged: string;
}

/** The boxes of a letter. */
export interface PayBoxes {
  /** The sum asked for, or to be confirmed, per currency; '' where the letter speaks of another sum than this. */
  amount: string;
  /** What that sum is. */
  label: string;
  boxes: readonly PayBox[];
}

/**
 * What the boxes of a letter say, by the currencies it asks for; null where it has none: it asks for nothing, or it is no
 * mail and no letter to a customer.
 * @param input what the letter is made of
 * @param words the words of its language
 */
export function payBoxes(input: LetterInput, words: LetterWords): PayBoxes | null {
  const { pay } = input;
  const sums = sumsOf(input.lines);
  // Where credits cover it all nothing is to be paid, whatever the text says: a statement goes out all the same.
  const isOwed = ([currency]: [string, number]): boolean => (sums.credits[currency] ?? 0) < (sums.asked[currency] ?? 0);
  const asked = Object.fromEntries(Object.entries(toPay(sums)).filter(isOwed));
  const currencies = Object.keys(asked).sort();
  const isBalance = asksToConfirm({ purpose: input.purpose, template: input.template.name });
  if (!pay || (currencies.length === 0 && !isBalance) || asksForNothing(input.template.name)) return null;
  const isWhole = !isBalance && asksForAll(input, asked);
  const boxes = currencies.flatMap((currency): PayBox[] => {
    const box = boxOf(input, currency, words);
    const facts = factsOf(input, currency, words);
    if (facts.length === 0 && box.instructions === '' && box.links.length === 0) return [];
    const account = pay.accounts[currency];
    const hasCode = isWhole && currency === 'EUR' && account !== undefined && input.reference !== '';
    const code = hasCode
      ? epcCode({ ...account, cents: asked[currency] ?? 0, reference: creditorReference(input.reference) })
      : '';
    return [{ ...box, facts, code, heading: words.pay.how(currencies.length > 1 ? currency : '') }];
  });
  const sum = isBalance ? sums.open : isWhole ? asked : {};
  return {
    amount: Object.keys(sum).length > 0 ? words.totals(sum) : '',
    label: isBalance ? words.pay.balance : words.pay.amount,
    boxes: saidOnce(boxes),
  };
}

/** That the bank details have not changed is said once, below the last account. */
function saidOnce(boxes: readonly PayBox[]): PayBox[] {
  const last = boxes.map(({ unchanged }) => unchanged !== '').lastIndexOf(true);
  return boxes.map((box, at) => (at === last ? box : { ...box, unchanged: '' }));
}

/** Whether the sum of the letter is what should be paid now: a discount may be taken off, and a promise was of its own sum. */
function asksForAll({ about }: LetterInput, asked: LetterSums['asked']): boolean {
  if (about?.discount) return false;
  const { amount, currency } = about?.promise ?? { amount: null, currency: '' };
  return amount === null || (Object.keys(asked).length === 1 && asked[currency] === amount);
}

function boxOf(
  input: LetterInput,
  currency: string,
  words: LetterWords,
): Pick<PayBox, 'links' | 'instructions' | 'unchanged'> {
  const instructions = manyLines(input.bankDetails[currency] ?? '');
  const hasAccount = instructions !== '' || (input.pay?.accounts[currency]?.iban ?? '') !== '';
  return {
    links: linksOf(input, currency, words),
    instructions,
    unchanged: hasAccount && input.pay?.unchanged ? words.pay.unchanged : '',
  };
}

// A link alone serves all invoices; of several, each says which invoice it is for.
function linksOf(input: LetterInput, currency: string, words: LetterWords): PayLink[] {
  const found = askedLines(input.lines)
    .filter((line) => line.currency === currency)
    .map((line) => ({ label: oneLine(line.invoice) || words.noNumber, url: webAddress(line.paymentLink ?? '') }));
  const urls = new Set(found.map(({ url }) => url));
  if (urls.size === 1 && !urls.has('')) return [{ label: words.pay.online, url: [...urls].join('') }];
  return found
    .filter(({ url }) => url !== '')
    .map(({ label, url }) => ({ label: `${words.pay.online} (${label})`, url }));
}

/** Only an address that a browser opens as a web page becomes a link. @example webAddress('javascript:x') // '' */
export function webAddress(written: string): string {
  const link = oneLine(written);
  return /^https?:\/\/[^\s<>"]+$/i.test(link) ? link : '';
}

function factsOf(input: LetterInput, currency: string, words: LetterWords): PayBox['facts'] {
  const { holder = '', iban = '', bic = '' } = input.pay?.accounts[currency] ?? {};
  const isTransfer = iban !== '' || manyLines(input.bankDetails[currency] ?? '') !== '';
  const reference = input.reference === '' || !isTransfer ? '' : printedReference(creditorReference(input.reference));
  const facts: [string, string][] = [
    [words.pay.holder, iban === '' ? '' : oneLine(holder)],
    ['IBAN', inFours(iban)],
    ['BIC', iban === '' ? '' : bic],
    [words.pay.reference, reference],
  ];
  return facts.filter(([, value]) => value !== '');
}

/** The sum as a line of text. @example amountText(boxes, words) // 'Amount to pay: 4,800.00 EUR' */
export function amountText({ amount, label }: PayBoxes, words: LetterWords): string {
  return `${label}${words.pay.colon}${amount}`;
}

/** A box as lines of text. */
export function payText({ heading, links, facts, instructions, unchanged }: PayBox, words: LetterWords): string {
  const { colon } = words.pay;
  return [
    heading,
    ...links.map(({ label, url }) => `${label}${colon}${url}`),
    ...facts.map(([label, value]) => `${label}${colon}${value}`),
    instructions,
    unchanged,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * Where to pay by currency, as lines within a text; '' where nothing is set.
 * @example accountLines(input, ['EUR'], words) // 'Our bank details:\nAccount holder (...): Nordlicht GmbH\nIBAN: ...'
 */
export function accountLines(input: LetterInput, currencies: readonly string[], words: LetterWords): string {
  const boxes = currencies.map((currency) => ({
    ...boxOf(input, currency, words),
    heading: words.bankDetails(currencies.length > 1 ? currency : ''),
    links: [],
    code: '',
    facts: input.pay ? factsOf(input, currency, words) : [],
  }));
  return saidOnce(boxes.filter(({ facts, instructions }) => facts.length > 0 || instructions !== ''))
    .map((box) => payText(box, words))
    .join('\n\n');
}
