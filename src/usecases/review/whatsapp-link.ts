// The link that opens WhatsApp with a message filled in: it needs a telephone number with its country code.
import { countryCode } from '../../dunning/letter/languages';

/** Country calling codes (ITU-T E.164) of the countries customers are likely to be in. */
const CALLING_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    DE: '49',
    AT: '43',
    CH: '41',
    LI: '423',
    FR: '33',
    LU: '352',
    MC: '377',
    BE: '32',
    ES: '34',
    IT: '39',
    NL: '31',
    PL: '48',
    PT: '351',
    DK: '45',
    SE: '46',
    NO: '47',
    FI: '358',
    CZ: '420',
    BR: '55',
    JP: '81',
    GB: '44',
    US: '1',
    IE: '353',
    AU: '61',
    NZ: '64',
    CA: '1',
    ZA: '27',
    SG: '65',
    IN: '91',
    MT: '356',
    NG: '234',
    KE: '254',
    GH: '233',
    JM: '1',
    TT: '1',
    MX: '52',
    AR: '54',
    CL: '56',
    CO: '57',
    PE: '51',
    UY: '598',
    PY: '595',
    BO: '591',
    EC: '593',
    VE: '58',
    CR: '506',
    PA: '507',
    GT: '502',
    HN: '504',
    SV: '503',
    NI: '505',
    CU: '53',
    DO: '1',
    PR: '1',
  }),
);

/** In Italy the 0 of a landline belongs to the number, abroad too. */
const KEEPS_ZERO: readonly string[] = ['IT'];

/** E.164: at most 15 digits; shorter than 8 with its country code is no number of a customer. */
const FEWEST = 8;
const MOST = 15;

/** A link, or why there is none, as a sentence. */
export interface WhatsAppLink {
  link: string;
  problem: string;
}

/**
 * The link with the message filled in.
 * @param phone as in AR Customers: `+49 (0)30 1234567`, `0044 7700 900123`, `030 1234567`
 * @param country code or name; a number without country code is taken to be of that country
 * @param text the message
 * @example whatsAppLink('030 1234567', 'Germany', 'Hello').link // 'https://wa.me/49301234567?text=Hello'
 */
export function whatsAppLink(phone: string, country: string, text: string): WhatsAppLink {
  // Of several numbers in a cell the first; a slash may belong to one number.
  const first = phone.split(/[;,\n]| or | \/ (?=[+0])/)[0] ?? '';
  if (!/\d/.test(first)) return none('There is no telephone number in AR Customers.');
  const digits = withCountryCode(first, country);
  if (digits === null)
    return none(
      `"${first.trim()}" has no country code: write it like +49 30 1234567, or fill in Country in AR Customers.`,
    );
  if (digits.length < FEWEST || digits.length > MOST)
    return none(
      `"${first.trim()}" is not a telephone number that can be called from abroad. Correct it in AR Customers.`,
    );
  return { link: `https://wa.me/${digits}?text=${encodeURIComponent(whole(text))}`, problem: '' };
}

function none(problem: string): WhatsAppLink {
  return { link: '', problem };
}

/** The digits with the country's code in front; null where that is not known. */
function withCountryCode(written: string, country: string): string | null {
  const plain = written.replace(/\(\s*0\s*\)/g, '').trim();
  const digits = plain.replace(/\D/g, '');
  if (plain.startsWith('+')) return digits;
  if (digits.startsWith('00')) return digits.slice(2);
  const own = countryCode(country);
  const code = CALLING_CODES.get(own);
  if (code === undefined) return null;
  if (digits.startsWith('0')) return code + (KEEPS_ZERO.includes(own) ? digits : digits.slice(1));
  // Without a 0 in front it may be whole already; a national number is rarely so long and begins so by chance.
  return digits.startsWith(code) && digits.length >= code.length + 9 ? digits : code + digits;
}

/** Half a character cannot stand in a link. */
function whole(text: string): string {
  return text.trim().replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}
