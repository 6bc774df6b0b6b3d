// What of a pasted mail its writer said: without the mail below it that they answer, without greeting, signature and small print.

/** A reply in parts; all of them stand in the pasted text letter for letter. */
export interface OwnWords {
  /** What they say, paragraphs apart by empty lines. */
  body: string;
  /** Their name and what stands around it. */
  signature: string;
}

/** A line above which the mail they answer begins. Folded. */
const QUOTED_FROM = [
  /^[-_ ]*(?:original message|original-?nachricht|ursprungliche nachricht|message d'origine|message original|mensaje original|forwarded message|weitergeleitete nachricht|message transfere|mensaje reenviado)[-_ :]*$/,
  /^(?:on|am|le|el) .{4,120}(?:wrote|schrieb|a ecrit|escribio)\b.{0,80}:?$/,
  /^.{0,60}<[^>]+@[^>]+> (?:wrote|schrieb|a ecrit|escribio) ?:?$/,
  /^begin forwarded message/,
  /^_{10,}$/,
];
/** The heads of a mail below; the first needs a second one beside it. */
const HEAD = /^\*?(?:from|von|de)\*? ?:/;
const HEAD_MORE =
  /^\*?(?:sent|date|gesendet|datum|envoye|date|enviado|fecha|to|an|a|para|subject|betreff|objet|asunto)\*? ?:/;

const SIGN_OFF =
  /^(?:(?:with )?(?:kind|best|warm|many)?(?:est)? ?(?:regards|wishes)|all the best|best|cheers|yours (?:sincerely|faithfully|truly)|sincerely|thanks? (?:and|&) (?:kind )?regards|many thanks|thank you|thanks|thx|rgds|br|kr|mit (?:freundlich|best|herzlich|lieb)\w* gr\w+|(?:freundliche|viele|beste|herzliche|liebe|schone|sonnige)n? grus?e?\w*|gruse?|gruss|mfg|vg|lg|bg|hochachtungsvoll|(?:bien )?(?:cordialement|a vous)|(?:sinceres )?salutations|cdt|bonne (?:journee|semaine|reception)|(?:un |reciban? un )?(?:cordial |afectuoso )?saludos?|slds|atentamente|besos|un abrazo|gracias|danke|merci)\b[^.?]{0,60}$/;

const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|hallo|servus|moin|gruss gott|grus gott|sehr geehrte\w*|liebe[rs]?|bonjour|bonsoir|madame|monsieur|messieurs|chere?s?|hola|buen[oa]s(?: dias| tardes| noches)?|estimad[oa]s?)\b(?: [^ .?!:]+){0,4}[,:!.]?$/;

/** Small print under a mail. */
const SMALL_PRINT =
  /\b(?:confidential|privileged|intended (?:only )?(?:for|recipient)|meant for the named|registered (?:in|office)|please consider the environment|vertraulich|nicht der (?:richtige|vorgesehene) (?:adressat|empfanger)|(?<!beim )amtsgericht|handelsregister|hrb \d|ust-?id|confidentiel|pensez a l'environnement|destinataire (?:prevu|designe)|confidencial|proteccion de datos de caracter|antes de imprimir|destinatario indicado)\b/;

const POSTSCRIPT = /^p\. ?-? ?s\b\.?|^ps\b/;

/**
 * Parts a pasted reply.
 * @param text as pasted
 * @example ownWords('Will pay Friday.\n\nKaren\n\n> Please pay by Monday').body // 'Will pay Friday.\n\nKaren'
 */
export function ownWords(text: string): OwnWords {
  const lines = theirLines(text.replace(/\r\n?/g, '\n').split('\n'));
  const end = lines.findIndex((line, at) => at > 0 && (/^-- ?$/.test(line) || SIGN_OFF.test(folded(line.trim()))));
  // A sign-off that nothing stands before is what they say.
  const isAll =
    end < 0 || lines.slice(0, end).every((line) => line.trim() === '' || GREETING.test(folded(line.trim())));
  const body = isAll ? lines : lines.slice(0, end);
  const signature = isAll ? [] : lines.slice(end);
  const later = signature.findIndex((line) => POSTSCRIPT.test(folded(line.trim())));
  const more = later < 0 ? [] : ['', ...signature.splice(later)];
  return { body: withoutSmallPrint([...body, ...more].join('\n')), signature: signature.join('\n') };
}

/** The lines that are theirs, line by line as pasted. */
function theirLines(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (const [at, line] of lines.entries()) {
    const said = folded(line.trim());
    const next = folded((lines[at + 1] ?? '').trim());
    if (QUOTED_FROM.some((begin) => begin.test(said) || (begin.test(`${said} ${next}`) && /:$/.test(next)))) break;
    const later = lines.slice(at + 1, at + 4).map((one) => folded(one.trim()));
    // Heads at the very top are those of the pasted mail itself.
    if (HEAD.test(said) && later.some((one) => HEAD_MORE.test(one))) {
      if (own.some((one) => one.trim() !== '')) break;
      continue;
    }
    if (own.every((one) => one.trim() === '') && HEAD_MORE.test(said)) continue;
    if (!/^\s*>/.test(line)) own.push(line);
  }
  return own;
}

function withoutSmallPrint(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter(
      (paragraph) =>
        !SMALL_PRINT.test(folded(paragraph)) ||
        /insolven|liquidat|eigenverwaltung|sachwalter|\binso\b|konkurs|sanierung/.test(folded(paragraph)),
    )
    .join('\n\n')
    .trim();
}

/** Whether a sentence only greets. @param said folded */
export function isGreeting(said: string): boolean {
  return GREETING.test(said.trim());
}

/**
 * Text in small letters without accents, sign by sign, so that a place in it is the same place in the text.
 * @example folded('Überweisung') // 'uberweisung'
 */
export function folded(text: string): string {
  if (/^[ -~\n]*$/.test(text)) return text.toLowerCase();
  return Array.from({ length: text.length }, (_, at) => foldedSign(text.charAt(at))).join('');
}

const SIGNS: Record<string, string> = {
  ß: 's',
  œ: 'o',
  æ: 'a',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
};

function foldedSign(sign: string): string {
  const small = sign.toLowerCase();
  const known = SIGNS[small];
  if (known !== undefined) return known;
  return small.normalize('NFD').charAt(0) || sign;
}
