// Sentences of a text with where they stand, parted further where a sentence says several things.

/** A piece of a text. */
export interface Piece {
  from: number;
  to: number;
}

/** What ends with a full stop and no sentence. Folded. */
const SHORT =
  /(?:\b(?:diam|dim|env|max|min|vol|fig|aprox|st|nr|no|num|tel|tlf|tfno|mr|mrs|ms|dr|prof|dipl|ing|hr|fr|hrn|inv|ref|rg|re|ca|bzw|inkl|zzgl|abzgl|ggf|evtl|exkl|lt|gem|betr|std|stk|mtl|usw|vgl|abs|art|mme|mlle|m|me|sr|sra|d|dna|c|ud|uds|pag|approx|incl|ext|co|ltd|inc|corp|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|z|b|h|p|s|e|g|i|a|q|n)|\d)\.$/;

/**
 * The sentences of a text, in order.
 * @param said folded, so that lines and signs stand where they stand in the text
 * @param text the same as written
 * @example sentencesIn('paid. thanks!', 'Paid. Thanks!') // [{ from: 0, to: 5 }, { from: 6, to: 13 }]
 */
export function sentencesIn(said: string, text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const end = (to: number): void => {
    const text = said.slice(from, to);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== '') pieces.push({ from: from + lead, to: from + lead + text.trim().length });
    from = to;
  };
  for (let at = 0; at < said.length; at += 1) {
    const sign = said.charAt(at);
    const rest = said.slice(at + 1);
    if (
      sign === '\n' &&
      (/^\s*\n/.test(rest) ||
        /^\s*(?:[-*•]|\d+[.)]|(?=\S*\d)[\w/.-]+ ?[-:]) /.test(rest) ||
        isShortLine(said, from, at))
    )
      end(at);
    else if (/[!?]/.test(sign) && /^[!?)"']*(?:\s|$)/.test(rest))
      end(at + 1 + (/^[!?)"']*/.exec(rest)?.[0].length ?? 0));
    else if (sign === '.' && /^[.)"']*(?:\s|$)/.test(rest) && !isShort(said.slice(from, at + 1), text.slice(at + 1)))
      end(at + 1);
  }
  end(said.length);
  return pieces;
}

/** What stands behind a number with a full stop that counts: months, and what is counted. */
const OF_A_NUMBER =
  /^\s+(?:Jan|Jän|Feb|Fév|Mär|Mrz|Mar|Apr|Avr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|De[zcs]|Mahnung|Rate|Teil|Zahlung|Quartal|Woche|Tag|Stock|Rechnung|Erinnerung|KW|Hälfte)/;

/** The rest of a debt, named behind what was paid of it. Folded. */
const REST =
  /,? (?:and |und |et |puis |y |then )?(?:the |den |der |le |el |lo )?(?:balance|rest(?:o|e|liche\w*)?|remainder|remaining|restbetrag|solde|que falta)\b/g;

/**
 * A sentence in two, where one part says what was paid and the other what becomes of the rest.
 * @param isPaid whether words say that something was paid
 * @example partedAtRest({ from: 0, to: 38 }, 'paid 500 today, balance follows friday', (said) => /paid/.test(said)).length // 2
 */
export function partedAtRest({ from, to }: Piece, said: string, isPaid: (said: string) => boolean): Piece[] {
  for (const match of said.slice(from, to).matchAll(REST)) {
    const at = from + match.index;
    const begin = at + (/^[, ]+/.exec(match[0])?.[0].length ?? 0);
    if (isPaid(said.slice(from, at)) && !isPaid(said.slice(begin, to)))
      return [
        { from, to: at },
        { from: begin, to },
      ];
  }
  return [{ from, to }];
}

/** A line that ends early is a line of a list. */
function isShortLine(said: string, from: number, at: number): boolean {
  const begin = said.lastIndexOf('\n', at - 1) + 1;
  return at - Math.max(from, begin) < 45 && /[,.:;!?)]$|\d$/.test(said.slice(begin, at).trimEnd());
}

/** A full stop behind a short form or a number, where what follows goes on. @param rest as written */
function isShort(before: string, rest: string): boolean {
  if (!SHORT.test(before)) return false;
  if (!/\d\.$/.test(before)) return true;
  const goesOn = !/^\s*(?:\n\s*\n|$)/.test(rest);
  // "am 27.02. bezahlt"; "bis 27.02. Danke" ends there.
  if (/\b\d{1,2}\.\d{1,2}\.$/.test(before)) return goesOn && /^\s+\p{Ll}/u.test(rest);
  // "am 15. März" and "die 1. Mahnung" go on; "You billed 21. Please correct it" does not.
  if (/^\s+\p{Lu}/u.test(rest) && !OF_A_NUMBER.test(rest)) return false;
  return goesOn && !/\d{4}\.$/.test(before) && !/\d[.,]\d+\.$/.test(before);
}
