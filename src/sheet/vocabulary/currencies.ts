// Currencies as people write them: codes, signs and names.
import { NO_CURRENCY } from '../../receivables/money';

// Codes that may stand beside an amount or in a header without being taken for a word.
const CODES = new Set(
  (
    'AED ARS AUD BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD ' +
    'KZT LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND XAF XOF ZAR'
  ).split(' '),
);

// All codes of ISO 4217 in use: a column in which nothing else stands holds currencies, whatever its name.
const ISO_CODES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP ' +
    'CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK ' +
    'JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN ' +
    'NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC ' +
    'SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** Whether a cell is an ISO 4217 code as exports write it. @example isCurrencyCode('EUR') // true */
export function isCurrencyCode(text: string): boolean {
  return ISO_CODES.has(text.trim());
}

// A sign shared by several currencies is read as the sheet's own where that is one of them, else as the first.
const SIGNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '€': ['EUR'],
    '£': ['GBP'],
    $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'ARS', 'CLP', 'COP'],
    us$: ['USD'],
    c$: ['CAD'],
    ca$: ['CAD'],
    a$: ['AUD'],
    au$: ['AUD'],
    nz$: ['NZD'],
    s$: ['SGD'],
    hk$: ['HKD'],
    mx$: ['MXN'],
    r$: ['BRL'],
    '¥': ['JPY', 'CNY'],
    円: ['JPY'],
    元: ['CNY'],
    '₹': ['INR'],
    rs: ['INR', 'PKR', 'LKR'],
    '₽': ['RUB'],
    '₩': ['KRW'],
    '₺': ['TRY'],
    '₪': ['ILS'],
    '₫': ['VND'],
    '฿': ['THB'],
    '₴': ['UAH'],
    '₦': ['NGN'],
    zł: ['PLN'],
    zl: ['PLN'],
    лв: ['BGN'],
    kč: ['CZK'],
    ft: ['HUF'],
    kr: ['SEK', 'NOK', 'DKK', 'ISK'],
    fr: ['CHF'],
    euro: ['EUR'],
    euros: ['EUR'],
    dollar: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
    dollars: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
    pound: ['GBP'],
    pounds: ['GBP'],
    yen: ['JPY'],
    rupees: ['INR', 'PKR', 'LKR'],
    'us dollar': ['USD'],
    'us dollars': ['USD'],
    'u.s. dollar': ['USD'],
    'pound sterling': ['GBP'],
    'british pound': ['GBP'],
    'indian rupee': ['INR'],
    'swiss franc': ['CHF'],
    'canadian dollar': ['CAD'],
    'australian dollar': ['AUD'],
    'japanese yen': ['JPY'],
  }),
);

/**
 * The currency a short text names, '' for an empty text, null when it names none.
 * @param preferred the sheet's own currency: decides between those that share a sign
 * @example currencyOfText('R$') // 'BRL'
 * @example currencyOfText('$', 'CAD') // 'CAD'
 */
export function currencyOfText(text: string, preferred: string = NO_CURRENCY): string | null {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  if (word === '') return '';
  const code = word.toUpperCase();
  if (CODES.has(code)) return code;
  const signs = SIGNS.get(word);
  if (signs) return signs.includes(preferred) ? preferred : (signs[0] ?? null);
  const words = word.split(/\s+/);
  if (words.length < 2) return null;
  const named = new Set(words.map((one) => currencyOfText(one, preferred)));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** Units of account that stand where a currency does and are never added to one: Chile's UF is worth another sum of pesos each day. */
const UNITS = new Set(['UF']);

/** Whether a code, in capitals, is a currency or such a unit. @example isKnownCurrency('XYZ') // false */
export function isKnownCurrency(code: string): boolean {
  return ISO_CODES.has(code) || UNITS.has(code);
}

const CODE_LENGTH = 3;

/** The currency a currency column's cell names: a code within a name (`Euro (EUR)`), also any other three-letter code; null when it names none. */
export function currencyOfCell(text: string, preferred: string = NO_CURRENCY): string | null {
  const known = currencyOfText(text, preferred);
  if (known !== null) return known;
  const within = [...new Set(text.match(/\b[A-Z]{3}\b/g) ?? [])].filter(isCurrencyCode);
  if (text.trim().length > CODE_LENGTH && within.length === 1) return within[0] ?? null;
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) || UNITS.has(code) ? code : null;
}

/** The currency in a header (`Amount (EUR)`, `Total in USD`, `Betrag €`), '' without one. */
export function currencyOfHeader(header: string, preferred: string = NO_CURRENCY): string {
  const inBrackets = /[([]([^)\]]+)[)\]]/.exec(header);
  const named = inBrackets ? currencyOfText(inBrackets[1] ?? '', preferred) : null;
  if (named) return named;
  for (const word of header.split(/[\s()[\]_:/-]+/)) {
    // A word of a header is a currency only in capitals or as a sign: "all" and "try" are words.
    if (!/^[A-Z]{3}$|^(zł|kč|R\$|[A-Z]{1,2}\$)$/.test(word) && /[a-z]/i.test(word)) continue;
    const currency = currencyOfText(word, preferred);
    if (currency) return currency;
  }
  return currencyAtTheEdge(header, preferred);
}

// Codes that are words as well: in small letters they name a currency only where programs join words ("amount_try").
const CODES_AND_WORDS = new Set('all try mad pen php cop sar ron cad rub sek dop'.split(' '));

// "amount_eur", "totalGbp", "usd_amount", "Amount eur", "total in euro": a code in small letters as the first or last word.
function currencyAtTheEdge(header: string, preferred: string): string {
  const words = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const joined = header.includes('_') || /[a-z][A-Z]/.test(header);
  const [first = '', last = ''] = [words[0], words[words.length - 1]];
  if (words.length < 2) return '';
  const isNamed = (word: string, known: boolean): boolean =>
    CODES_AND_WORDS.has(word) ? known : HEADER_WORDS.has(word) || CODES.has(word.toUpperCase());
  const word = [last, first].find((one, i) => isNamed(one, joined && i === 0));
  return (word && currencyOfText(word, preferred)) || '';
}

const HEADER_WORDS = new Set(['zl', 'kc', 'лв', '円', '元', 'euro', 'euros', 'eur', 'dollar', 'dollars', 'yen']);

/** Whether a word of a header, in lower case and without accents, only names the currency. @example isCurrencyWord('eur') // true */
export function isCurrencyWord(word: string): boolean {
  return HEADER_WORDS.has(word) || (word !== 'all' && word !== 'try' && CODES.has(word.toUpperCase()));
}
