// Sentences of a text with where they stand, parted further where a sentence says several things.

/** A piece of a text. */
export interface Piece {
  from: number;
  to: number;
}

/** What ends with a full stop and no sentence. Folded. */
const SHORT =
  /(?:\b(?:st|nr|no|num|tel|mr|mrs|ms|dr|prof|dipl|ing|hr|fr|hrn|inv|ref|rg|re|ca|bzw|inkl|zzgl|usw|vgl|abs|art|mme|mlle|m|me|sr|sra|d|dna|c|ud|uds|pag|approx|incl|ext|co|ltd|inc|corp|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|z|b|h|p|s|e|g|i|a|q|n)|\d)\.$/;

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
    if (sign === '\n' && (/^\s*\n/.test(rest) || /^\s*(?:[-*•]|\d+[.)]) /.test(rest) || isShortLine(said, from, at)))
      end(at);
    else if (/[!?]/.test(sign) && /^[!?)"']*(?:\s|$)/.test(rest))
      end(at + 1 + (/^[!?)"']*/.exec(rest)?.[0].length ?? 0));
    else if (sign === '.' && /^[.)"']*(?:\s|$)/.test(rest) && !isShort(said.slice(from, at + 1), text.slice(at + 1)))
      end(at + 1);
  }
  end(said.length);
  return pieces;
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
  return goesOn && !/\d{4}\.$/.test(before) && !/\d[.,]\d+\.$/.test(before);
}
