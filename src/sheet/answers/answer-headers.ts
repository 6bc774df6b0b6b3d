// How Google and teams head the columns of a form's answers.

/** How Google heads the time of an answer, by the language of the form's owner. */
const TIME_HEADERS: readonly string[] = [
  ...[
    'timestamp',
    'zeitstempel',
    'horodateur',
    'marca temporal',
    'marca de temps',
    'informazioni cronologiche',
    'tijdstempel',
  ],
  ...[
    'carimbo de data/hora',
    'data/hora',
    'sygnatura czasowa',
    'tidsstempel',
    'tidstämpel',
    'aikaleima',
    'časové razítko',
  ],
  ...['タイムスタンプ', 'stempel waktu', 'cap waktu', '时间戳记', '타임스탬프', 'zaman damgası', 'отметка времени'],
];

/** Whether a header is the one that Google gives the time of an answer. @example isTimeHeader('Zeitstempel') // true */
export function isTimeHeader(header: string): boolean {
  return TIME_HEADERS.includes(header.trim().toLowerCase());
}

/** What a column of answers holds beside the time. */
export type AnswerField = 'token' | 'what' | 'day' | 'address' | 'words';

/** What headers say, in English, German, French and Spanish; the first that is found counts. */
const HEADERS: readonly (readonly [AnswerField, RegExp])[] = [
  [
    'token',
    /\b(?:token|reference|ref\.?|r[ée]f[ée]rence|referenz|referencia|kennung|aktenzeichen|jeton|c[óo]digo)(?!\p{L})/iu,
  ],
  ['day', /(?:^|\P{L})(?:day|date|tag|datum|jour|d[íi]a|fecha|when|wann|quand|cu[áa]ndo)(?!\p{L})/iu],
  [
    'address',
    /e-?mail|address|adresse|correo|direcci[óo]n|(?:^|\P{L})(?:who|whom|wer|wem|wen|qui|qui[ée]n|contact|contacto|ansprechpartner|kontakt)(?!\p{L})/iu,
  ],
  [
    'words',
    /anything|else|comment|message|word|remark|note|weitere|sonst|bemerkung|nachricht|anmerkung|wünsch|remarque|précis|commentaire|autre|observaci|coment|mensaje|algo más/iu,
  ],
  [
    'what',
    /(?:^|\P{L})(?:what|tell|answer|choose|choice|was|antwort|mitteil|anliegen|que|quoi|r[ée]ponse|qu[ée]|respuesta|motivo)(?!\p{L})/iu,
  ],
];

/** What a header says its column holds; null where it says nothing. @example fieldOf('Zahltag oder Datum') // 'day' */
export function fieldOf(header: string): AnswerField | null {
  return HEADERS.find(([, words]) => words.test(header))?.[0] ?? null;
}
