// Numbers of open items found in the text of a payment, however they are written there.
import { type CashLine, folded, type OpenItem } from './cash-lines';
import { creditorReferencesIn, referenceKey, referenceKinds } from './structured-reference';

/** An item that a text names. */
export interface NamedItem {
  item: OpenItem;
  /** How sure the writing makes it: 1 as it stands, 0.95 without signs and zeros, 0.9 by its figures alone or read letters for figures. */
  strength: number;
  /** Named by a structured reference with right check digits. */
  isStructured: boolean;
  /** A short number says little unless the payer or a word for an invoice is beside it. */
  isShort: boolean;
  /** What of the text it was. */
  written: string;
}

/** What the text of a line says. */
export interface Named {
  items: NamedItem[];
  /** Numbers behind a word for an invoice that are no open item. */
  strange: string[];
}

/** The open items by the ways in which their numbers are written. */
export interface ReferenceIndex {
  namedIn(line: CashLine): Named;
}

const INVOICE_WORD =
  /^(?:RE|RG|RNR|RENR|RGNR|RECHNUNG(?:EN)?|RECHNUNGS(?:NR|NUMMER)|RECH|BELEG|INV|INVS?|INVOICES?|BILL|FA|FT|FAC|FACT|FACTURES?|FATT|FATTUR[AE]|FV|FAKTUR[AY]?|FAKT|FACTUUR|FACTUREN|FACTURAS?|NF|NOTA|KID|LASKU|UHRADA|ARVE|SZAMLA|VS|NO|NR|NUM|NUMBER|DOC|DOCUMENT)$/;
const CREDIT_WORD = /^(?:GS|GUTSCHRIFT|CN|CREDIT|AVOIR|AV|ABONO|NC|NOTACREDITO|KREDITNOTA|CREDITNOTA)$/;
/** Amounts and dates that stand in texts hold no numbers of invoices. */
const AMOUNT =
  /(?<![\dA-Z])(?:\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}|\d+,\d{2}|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CAD|AUD) ?\d+[.,]\d{2})(?!\d)|(?<![\dA-Z])\d+(?:[.,]\d+)? ?%/g;
const DATE = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:20)?\d{2}(?!\d)|(?<!\d)20\d\d-\d\d-\d\d(?!\d)/g;
const SHORT = 4;
/** A number may be written in up to so many parts. */
const PARTS = 5;

/** Makes the index. Takes time in proportion to the letters of all numbers. */
export function referenceIndex(items: readonly OpenItem[]): ReferenceIndex {
  const bySign = new Map<string, OpenItem[]>();
  const byLook = new Map<string, OpenItem[]>();
  const byFigures = new Map<string, OpenItem[]>();
  const byReference = new Map<string, OpenItem[]>();
  const put = (map: Map<string, OpenItem[]>, key: string, item: OpenItem): void => {
    if (key === '') return;
    const known = map.get(key);
    if (!known) map.set(key, [item]);
    else if (!known.includes(item)) known.push(item);
  };
  for (const item of items) {
    const bare = bareNumber(item.invoice);
    put(bySign, bare, item);
    put(byLook, lookalike(bare), item);
    put(byFigures, figuresOf(item.invoice), item);
    if (item.reference !== '' && referenceKinds(item.reference).length > 0) {
      put(byReference, referenceKey(item.reference), item);
    }
  }

  const structured = (line: CashLine): NamedItem[] => {
    const found = new Map<OpenItem, NamedItem>();
    const say = (list: readonly OpenItem[] | undefined, written: string): void => {
      for (const item of list ?? []) {
        if (!found.has(item)) found.set(item, { item, strength: 1, isStructured: true, isShort: false, written });
      }
    };
    const rf = creditorReferencesIn(`${line.structuredReference} ${line.text}`);
    for (const key of rf) {
      say(byReference.get(key), key);
      // A reference made of the number of the invoice.
      if (!byReference.has(key)) say(onlyOne(bySign.get(withoutZeros(key.slice(4)))), key);
    }
    for (const written of figureRuns(`${line.structuredReference} | ${line.text}`)) {
      if (referenceKinds(written).length === 0) continue;
      say(byReference.get(referenceKey(written)), written);
    }
    return [...found.values()];
  };

  const namedIn = (line: CashLine): Named => {
    const found = new Map<OpenItem, NamedItem>();
    for (const named of structured(line)) found.set(named.item, named);
    const text = folded(line.text);
    const tokens = tokensOf(text);
    const used = new Set<number>();
    const say = (list: readonly OpenItem[], strength: number, from: number, to: number): void => {
      const span = tokens.slice(from, to);
      const written = span.map(({ gap, text: word }, i) => (i === 0 ? word : gap + word)).join('');
      const behindWord = INVOICE_WORD.test(tokens[from - 1]?.text ?? '') || tokens[from - 1]?.named !== undefined;
      const figures = written.replace(/\D/g, '').length;
      for (const item of list) {
        const known = found.get(item);
        if (known && known.strength >= strength) continue;
        const isShort = figures < SHORT && !behindWord && !/[A-Z]/.test(written);
        found.set(item, { item, strength, isStructured: false, isShort, written });
      }
      const number = span.map((token) => token.text).join('');
      for (let at = from; at < to; at += 1) {
        used.add(at);
        const token = tokens[at];
        if (token) token.named = number;
      }
    };
    for (const [map, key, strength] of [
      [bySign, (word: string) => word, 0.95],
      [byLook, lookalike, 0.9],
      [byFigures, (word: string) => (/^\d+$/.test(word) ? word : ''), 0.9],
    ] as const) {
      for (let length = PARTS; length >= 1; length -= 1) {
        for (let from = 0; from + length <= tokens.length; from += 1) {
          const span = tokens.slice(from, from + length);
          if (span.some((_, i) => used.has(from + i)) || !isOneNumber(span)) continue;
          const word = withoutZeros(span.map((token) => token.text).join(''));
          const list = map.get(key(word));
          if (!list || !/\d/.test(word) || isOwnId(list, word)) continue;
          say(list, strength, from, from + length);
        }
      }
    }
    for (const [from, to] of rangesIn(text)) {
      for (const item of between(from, to, bySign)) {
        if (!found.has(item)) {
          found.set(item, { item, strength: 0.95, isStructured: false, isShort: false, written: item.invoice });
        }
      }
    }
    for (const item of endingsIn(tokens, bySign)) {
      if (!found.has(item)) {
        found.set(item, { item, strength: 0.9, isStructured: false, isShort: false, written: item.invoice });
      }
    }
    return { items: [...found.values()], strange: strangeNumbers(tokens, used) };
  };
  return { namedIn };
}

function onlyOne(list: readonly OpenItem[] | undefined): readonly OpenItem[] {
  return list?.length === 1 ? list : [];
}

/** A number without signs between its parts, and without zeros in front of it and of its figures behind letters. */
export function bareNumber(number: string): string {
  return withoutZeros(folded(number).replace(/[^A-Z0-9]+/g, ''));
}

function withoutZeros(bare: string): string {
  return bare.replace(/^([A-Z]*)0+(?=\d)/, '$1');
}

/** Letters that are read for figures and figures for letters are one sign. */
function lookalike(bare: string): string {
  return withoutZeros(bare.replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/B/g, '8'));
}

/** The figures of a number that has letters before or behind them; '' where they stand between letters. */
function figuresOf(number: string): string {
  const bare = folded(number).replace(/[^A-Z0-9]+/g, '');
  const match = /^[A-Z]*(\d+)[A-Z]*$/.exec(bare);
  return match && (match[1] ?? '').length >= 3 ? withoutZeros(match[1] ?? '') : '';
}

interface Token {
  text: string;
  /** What stands between it and the one before. */
  gap: string;
  /** The number of an open item that it is, or is a part of. */
  named?: string;
}

function tokensOf(text: string): Token[] {
  const plain = text.replace(DATE, ' , ').replace(AMOUNT, ' , ');
  const tokens: Token[] = [];
  let end = 0;
  // "RE4711": a word and a number that stand together.
  for (const match of plain.matchAll(/[A-Z0-9]+/g)) {
    tokens.push({ text: match[0], gap: plain.slice(end, match.index) });
    end = (match.index ?? 0) + match[0].length;
  }
  return tokens.flatMap((token) => {
    const glued = /^([A-Z]{2,})(\d{3,})$/.exec(token.text);
    return glued && INVOICE_WORD.test(glued[1] ?? '')
      ? [
          { text: glued[1] ?? '', gap: token.gap },
          { text: glued[2] ?? '', gap: '' },
        ]
      : [token];
  });
}

// Parts of one number are parted by a blank, a slash, a dash or a dot, never by a comma or a word.
function isOneNumber(span: readonly Token[]): boolean {
  return span.every(({ gap, text }, i) => {
    if (i === 0) return /\d/.test(text) || span.length > 1;
    return /^[ /.\-_#:]{0,3}$/.test(gap);
  });
}

function isOwnId(list: readonly OpenItem[], word: string): boolean {
  return list.every(({ customerId }) => customerId !== '' && bareNumber(customerId) === word);
}

/** Runs of figures with blanks and signs between them, and their parts that may be references. */
function figureRuns(text: string): string[] {
  const runs: string[] = [];
  for (const match of text.matchAll(/\d[\d \t/.+*-]*\d-?|\d/g)) {
    const parts = match[0].trim().split(/\s+/);
    for (let from = 0; from < parts.length; from += 1) {
      for (let to = parts.length; to > from; to -= 1) {
        const run = parts.slice(from, to).join('');
        if (run.replace(/\D/g, '').length >= SHORT) runs.push(run);
      }
    }
  }
  return runs;
}

const WORD_RANGE =
  /(?<![\dA-Z])((?:[A-Z]{1,4}[-/ ]?)?\d[\d/.-]{0,14}?\d)\s*(?:–|\.\.|\b(?:A|AU|TO|BIS|T\/?M|AL|TIL|TILL|HASTA|DO|ATE|THRU)\b)\s*((?:[A-Z]{1,4}[-/ ]?)?\d[\d/.-]{0,14}\d)(?![\dA-Z])/g;
const DASH_RANGE = /(?<![\d/.-])(\d{2,12})\s*-\s*(\d{2,12})(?![\d/.-])/g;
/** A range of more numbers than these is none. */
const MOST_IN_RANGE = 60;

/** First and last number of each range in a text, without signs. */
function rangesIn(text: string): [string, string][] {
  const plain = text.replace(DATE, ' , ').replace(AMOUNT, ' , ');
  return [...plain.matchAll(WORD_RANGE), ...plain.matchAll(DASH_RANGE)].map((match): [string, string] => [
    bareNumber(match[1] ?? ''),
    bareNumber(match[2] ?? ''),
  ]);
}

/** The items whose numbers lie between two, both ends being open items of the same customer. */
function between(from: string, to: string, byNumber: ReadonlyMap<string, readonly OpenItem[]>): OpenItem[] {
  const [first, last] = [onlyOne(byNumber.get(from))[0], onlyOne(byNumber.get(to))[0]];
  const [prefix = '', start = ''] = /^(.*?)(\d{1,14})$/.exec(from)?.slice(1) ?? [];
  const end = to.startsWith(prefix) ? to.slice(prefix.length) : to;
  const distance = Number(end) - Number(start);
  if (!first || first.customerKey !== last?.customerKey || !(distance > 0 && distance <= MOST_IN_RANGE)) return [];
  const found: OpenItem[] = [];
  for (let number = Number(start); number <= Number(end); number += 1) {
    found.push(...(byNumber.get(prefix + number) ?? []).filter(({ customerKey }) => customerKey === first.customerKey));
  }
  return found;
}

/** `2026-0412/13`: short endings behind a number that is named. */
function endingsIn(tokens: readonly Token[], byNumber: ReadonlyMap<string, readonly OpenItem[]>): OpenItem[] {
  let whole = '';
  return tokens.flatMap(({ text, named, gap }) => {
    if (named !== undefined) whole = named;
    if (named !== undefined || text.length >= whole.length) return [];
    if (!/^\d{1,3}$/.test(text) || !/^\s*[/+,&]\s*$/.test(gap)) return [];
    return onlyOne(byNumber.get(withoutZeros(whole.slice(0, -text.length) + text)));
  });
}

/** Numbers behind a word for an invoice or a credit that no open item has. */
function strangeNumbers(tokens: readonly Token[], used: ReadonlySet<number>): string[] {
  return tokens.flatMap(({ text }, at) => {
    const before = tokens[at - 1]?.text ?? '';
    const isBehindWord = INVOICE_WORD.test(before) || CREDIT_WORD.test(before);
    if (used.has(at) || !isBehindWord || !/\d/.test(text)) return [];
    // The parts that follow belong to it.
    let number = text;
    for (let next = at + 1; next < tokens.length && !used.has(next); next += 1) {
      const token = tokens[next];
      if (!token || !/^[/.-]$/.test(token.gap) || !/^\d+$/.test(token.text)) break;
      number += token.text;
    }
    return number.replace(/\D/g, '').length >= 3 ? [number] : [];
  });
}

/** Whether two numbers differ by one sign, or by two neighbours the other way round. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 5) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
