// Languages and countries as people type them in a cell.

// The names of each language beside its two letters: in itself, in English, and in the languages of our letters.
const LANGUAGES = {
  en: 'eng|english|englisch|anglais|ingles|inglese|engels',
  de: 'deu|ger|german|deutsch|allemand|aleman|tedesco|duits',
  fr: 'fra|fre|french|francais|franzosisch|franzoesisch|frances|francese|frans',
  es: 'esp|spa|spanish|espanol|castellano|castilian|spanisch|espagnol|spagnolo|spaans',
  it: 'ita|italian|italiano|italienisch|italien',
  nl: 'nld|dut|dutch|nederlands|flemish|vlaams|niederlandisch|niederlaendisch|neerlandais|neerlandes|holandes',
  pt: 'por|portuguese|portugues|portugiesisch|portugais',
  pl: 'pol|polish|polski|polnisch|polonais|polaco',
  da: 'dan|danish|dansk|danisch|danois|danes',
  sv: 'swe|swedish|svenska|schwedisch|suedois|sueco',
  no: 'nb|nor|norwegian|norsk|norwegisch|norvegien|noruego',
  fi: 'fin|finnish|suomi|finnisch|finnois|finlandes',
  cs: 'ces|cze|czech|cestina|cesky|tschechisch|tcheque|checo',
  ja: 'jpn|japanese|japanisch|japonais|japones',
};

// The names of each country beside its code.
const COUNTRIES = {
  DE: 'deu|ger|germany|federal republic of germany|deutschland|bundesrepublik deutschland|brd|allemagne|alemania',
  AT: 'aut|austria|osterreich|oesterreich|autriche',
  CH: 'che|switzerland|schweiz|suisse|svizzera|suiza',
  LI: 'lie|liechtenstein',
  FR: 'fra|france|frankreich|francia',
  LU: 'lux|luxembourg|luxemburg|luxemburgo|letzebuerg',
  MC: 'mco|monaco',
  BE: 'bel|belgium|belgien|belgique|belgie|belgica',
  ES: 'esp|spain|espana|spanien|espagne',
  IT: 'ita|italy|italia|italien|italie',
  NL: 'nld|netherlands|the netherlands|holland|nederland|niederlande|pays bas|paises bajos',
  PL: 'pol|poland|polska|polen|pologne|polonia',
  PT: 'prt|portugal',
  DK: 'dnk|denmark|danmark|danemark|dinamarca',
  SE: 'swe|sweden|sverige|schweden|suede|suecia',
  NO: 'nor|norway|norge|norwegen|norvege|noruega',
  FI: 'fin|finland|suomi|finnland|finlande|finlandia',
  CZ: 'cze|czechia|czech republic|cesko|ceska republika|tschechien|tchequie|chequia|republica checa',
  BR: 'bra|brazil|brasil|brasilien|bresil',
  JP: 'jpn|japan|nippon|nihon|japon',
  GB: 'gbr|uk|united kingdom|great britain|britain|england|scotland|wales|northern ireland|vereinigtes konigreich|grossbritannien|royaume uni|reino unido',
  US: 'usa|united states|united states of america|america|vereinigte staaten|etats unis|estados unidos|eeuu|ee uu',
  IE: 'irl|ireland|republic of ireland|eire|irland|irlande|irlanda',
  AU: 'aus|australia|australien|australie',
  NZ: 'nzl|new zealand|aotearoa|neuseeland|nouvelle zelande|nueva zelanda',
  CA: 'can|canada|kanada',
  ZA: 'zaf|south africa|sudafrika|suedafrika|afrique du sud|sudafrica',
  SG: 'sgp|singapore|singapur|singapour',
  IN: 'ind|india|bharat|indien|inde',
  MT: 'mlt|malta|malte',
  NG: 'nga|nigeria',
  KE: 'ken|kenya|kenia',
  GH: 'gha|ghana',
  JM: 'jam|jamaica|jamaika',
  TT: 'tto|trinidad and tobago|trinidad',
  MX: 'mex|mexico|mexiko|mexique',
  AR: 'arg|argentina|argentinien|argentine',
  CL: 'chl|chile|chili',
  CO: 'col|colombia|kolumbien|colombie',
  PE: 'per|peru|perou',
  UY: 'ury|uruguay',
  PY: 'pry|paraguay',
  BO: 'bol|bolivia|bolivien|bolivie',
  EC: 'ecu|ecuador|equateur',
  VE: 'ven|venezuela',
  CR: 'cri|costa rica',
  PA: 'pan|panama',
  GT: 'gtm|guatemala',
  HN: 'hnd|honduras',
  SV: 'slv|el salvador',
  NI: 'nic|nicaragua',
  CU: 'cub|cuba|kuba',
  DO: 'dom|dominican republic|republica dominicana|dominikanische republik|republique dominicaine',
  PR: 'pri|puerto rico',
};

/** Two letters of a language whose names we know (ISO 639-1). */
export type LanguageCode = keyof typeof LANGUAGES;

/** Two letters of a country whose names we know, upper case (ISO 3166-1). */
export type CountryCode = keyof typeof COUNTRIES;

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

// Every name, and the code itself, to its code; made when one is asked for, not while the script loads.
function codesByName(names: Readonly<Record<string, string>>): (name: string) => string | undefined {
  let codes: ReadonlyMap<string, string> | null = null;
  return (name) => {
    codes ??= new Map(
      Object.entries(names).flatMap(([code, others]) =>
        [code.toLowerCase(), ...others.split('|')].map((one): [string, string] => [one, code]),
      ),
    );
    return codes.get(name);
  };
}

/** A book writes few words for them, and they are asked for with each customer. */
function asked(codeOf: (written: string) => string): (written: string) => string {
  const known = new Map<string, string>();
  return (written) => {
    const code = known.get(written) ?? codeOf(written);
    known.set(written, code);
    return code;
  };
}

const languageOf = codesByName(LANGUAGES);
const countryOf = codesByName(COUNTRIES);

/**
 * The two letters of a language, from its code with or without a region, or from its name.
 * @param written as typed: `de-AT`, `DE`, `Deutsch`, `français`, `English (UK)`
 * @returns lower case, also of languages that no letters are written in; '' when it is no language we know
 * @example languageCode('de_CH') // 'de'
 * @example languageCode('klingon') // ''
 */
export function languageCode(written: string): string {
  return languageWritten(written);
}

const languageWritten = asked((written) => {
  const words = plain(written);
  return languageOf(words) ?? (/^\s*[^\s]+\s*[-_(,/]/.test(written) ? languageBefore(words) : '');
});

// "de-AT", "English (UK)": what stands before the region.
function languageBefore(words: string): string {
  return languageOf(words.split(' ')[0] ?? '') ?? '';
}

/**
 * The two letters of a country, upper case (ISO 3166-1), from its code or its name.
 * @param written as typed: `AT`, `UK`, `Germany`, `España`, `U.S.A.`
 * @returns '' when it is no country we know
 * @example countryCode('uk') // 'GB'
 */
export function countryCode(written: string): string {
  return countryWritten(written);
}

const countryWritten = asked(
  (written) => countryOf(plain(written)) ?? countryOf(plain(written.replace(/[(,/].*$/, ''))) ?? '',
);
