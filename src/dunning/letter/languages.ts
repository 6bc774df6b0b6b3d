// Languages and countries as people type them in a cell, and which language goes with which country.

// Two letters, then the names: in the language itself, in English, and in the other languages of our letters.
const LANGUAGES = [
  'en|eng|english|englisch|anglais|ingles|inglese|engels',
  'de|deu|ger|german|deutsch|allemand|aleman|tedesco|duits',
  'fr|fra|fre|french|francais|franzosisch|franzoesisch|frances|francese|frans',
  'es|esp|spa|spanish|espanol|castellano|castilian|spanisch|espagnol|spagnolo|spaans',
  'it|ita|italian|italiano|italienisch|italien',
  'nl|nld|dut|dutch|nederlands|flemish|vlaams|niederlandisch|niederlaendisch|neerlandais|neerlandes|holandes',
  'pt|por|portuguese|portugues|portugiesisch|portugais',
  'pl|pol|polish|polski|polnisch|polonais|polaco',
  'da|dan|danish|dansk|danisch|danois|danes',
  'sv|swe|swedish|svenska|schwedisch|suedois|sueco',
  'no|nb|nor|norwegian|norsk|norwegisch|norvegien|noruego',
  'fi|fin|finnish|suomi|finnisch|finnois|finlandes',
  'cs|ces|cze|czech|cestina|cesky|tschechisch|tcheque|checo',
  'ja|jpn|japanese|japanisch|japonais|japones',
];

// Code, language of our letters ('' where none of them goes without saying), then the names.
const COUNTRIES = [
  'DE|de|deu|ger|germany|federal republic of germany|deutschland|bundesrepublik deutschland|brd|allemagne|alemania',
  'AT|de|aut|austria|osterreich|oesterreich|autriche',
  'CH|de|che|switzerland|schweiz|suisse|svizzera|suiza',
  'LI|de|lie|liechtenstein',
  'FR|fr|fra|france|frankreich|francia',
  'LU|fr|lux|luxembourg|luxemburg|luxemburgo|letzebuerg',
  'MC|fr|mco|monaco',
  'BE||bel|belgium|belgien|belgique|belgie|belgica',
  'ES|es|esp|spain|espana|spanien|espagne',
  'IT||ita|italy|italia|italien|italie',
  'NL||nld|netherlands|the netherlands|holland|nederland|niederlande|pays bas|paises bajos',
  'PL||pol|poland|polska|polen|pologne|polonia',
  'PT||prt|portugal',
  'DK||dnk|denmark|danmark|danemark|dinamarca',
  'SE||swe|sweden|sverige|schweden|suede|suecia',
  'NO||nor|norway|norge|norwegen|norvege|noruega',
  'FI||fin|finland|suomi|finnland|finlande|finlandia',
  'CZ||cze|czechia|czech republic|cesko|ceska republika|tschechien|tchequie|chequia|republica checa',
  'BR||bra|brazil|brasil|brasilien|bresil',
  'JP||jpn|japan|nippon|nihon|japon',
  'GB|en|gbr|uk|united kingdom|great britain|britain|england|scotland|wales|northern ireland|vereinigtes konigreich|grossbritannien|royaume uni|reino unido',
  'US|en|usa|united states|united states of america|america|vereinigte staaten|etats unis|estados unidos|eeuu|ee uu',
  'IE|en|irl|ireland|republic of ireland|eire|irland|irlande|irlanda',
  'AU|en|aus|australia|australien|australie',
  'NZ|en|nzl|new zealand|aotearoa|neuseeland|nouvelle zelande|nueva zelanda',
  'CA|en|can|canada|kanada',
  'ZA|en|zaf|south africa|sudafrika|suedafrika|afrique du sud|sudafrica',
  'SG|en|sgp|singapore|singapur|singapour',
  'IN|en|ind|india|bharat|indien|inde',
  'MT|en|mlt|malta|malte',
  'NG|en|nga|nigeria',
  'KE|en|ken|kenya|kenia',
  'GH|en|gha|ghana',
  'JM|en|jam|jamaica|jamaika',
  'TT|en|tto|trinidad and tobago|trinidad',
  'MX|es|mex|mexico|mexiko|mexique',
  'AR|es|arg|argentina|argentinien|argentine',
  'CL|es|chl|chile|chili',
  'CO|es|col|colombia|kolumbien|colombie',
  'PE|es|per|peru|perou',
  'UY|es|ury|uruguay',
  'PY|es|pry|paraguay',
  'BO|es|bol|bolivia|bolivien|bolivie',
  'EC|es|ecu|ecuador|equateur',
  'VE|es|ven|venezuela',
  'CR|es|cri|costa rica',
  'PA|es|pan|panama',
  'GT|es|gtm|guatemala',
  'HN|es|hnd|honduras',
  'SV|es|slv|el salvador',
  'NI|es|nic|nicaragua',
  'CU|es|cub|cuba|kuba',
  'DO|es|dom|dominican republic|republica dominicana|dominikanische republik|republique dominicaine',
  'PR|es|pri|puerto rico',
];

// Lower case, without accents, dots and other marks: "U.S.A." and "usa", "España" and "espana" are one.
function plain(written: string): string {
  return written
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’]/g, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

interface Country {
  code: string;
  language: string;
}

const LANGUAGE_OF: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap((names) => {
    const all = names.split('|');
    return all.map((name): [string, string] => [name, all[0] ?? '']);
  }),
);

const COUNTRY_OF: ReadonlyMap<string, Country> = new Map(
  COUNTRIES.flatMap((names) => {
    const [code = '', language = '', ...rest] = names.split('|');
    return [code.toLowerCase(), ...rest].map((name): [string, Country] => [name, { code, language }]);
  }),
);

function countryOf(written: string): Country | undefined {
  return COUNTRY_OF.get(plain(written)) ?? COUNTRY_OF.get(plain(written.replace(/[(,/].*$/, '')));
}

/**
 * The two letters of a language, from its code with or without a region, or from its name.
 * @param written as typed: `de-AT`, `DE`, `Deutsch`, `français`, `English (UK)`
 * @returns lower case, also of languages that no letters are written in; '' when it is no language we know
 * @example languageCode('de_CH') // 'de'
 * @example languageCode('klingon') // ''
 */
export function languageCode(written: string): string {
  const words = plain(written);
  return LANGUAGE_OF.get(words) ?? (/^\s*[^\s]+\s*[-_(,/]/.test(written) ? languageBefore(words) : '');
}

// "de-AT", "English (UK)": what stands before the region.
function languageBefore(words: string): string {
  return LANGUAGE_OF.get(words.split(' ')[0] ?? '') ?? '';
}

/**
 * The two letters of a country, upper case (ISO 3166-1), from its code or its name.
 * @param written as typed: `AT`, `UK`, `Germany`, `España`, `U.S.A.`
 * @returns '' when it is no country we know
 * @example countryCode('uk') // 'GB'
 */
export function countryCode(written: string): string {
  return countryOf(written)?.code ?? '';
}

/**
 * The language of our letters that a country's firms are written to in, where that goes without saying.
 * @param country code or name, as for `countryCode`
 * @returns `de`, `fr`, `es` or `en`; '' for countries of several or of other languages, and for what is not known
 * @example languageOfCountry('Schweiz') // 'de'
 * @example languageOfCountry('Belgium') // ''
 */
export function languageOfCountry(country: string): string {
  return countryOf(country)?.language ?? '';
}
