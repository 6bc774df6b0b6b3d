// The words of a mail system in a pasted mail: that ours could not be delivered.
import { folded } from './own-words';
import { sentencesIn } from './sentences';

const FAILED =
  /\b(?:mailer-daemon|mail delivery (?:sub)?system|delivery (?:status notification|to the following|has failed|failed)|undeliver(?:able|ed)|could ?n[o']t be delivered|could not be delivered|returned to sender|address not found|unzustellbar|nicht zugestellt werden|konnte nicht (?:zugestellt|ubermittelt)|nicht ubermittelt werden|n'a pas pu etre (?:remis|distribue|delivre)|message non (?:distribue|remis)|echec de (?:remise|distribution|la remise)|no se (?:ha podido|pudo|puede) entregar|no ha podido ser entregad|mensaje no entregado|correo no entregado)\b/;
const CODE = /\b[45]\d\d[ -#]+[45]\.\d{1,3}\.\d{1,3}|\b5\.\d\.\d\b|\bnxdomain\b|\b55[0-4] /;

/**
 * The words that say that a mail could not be delivered; null where a person wrote.
 * @param text the pasted mail
 * @example bounceIn('Hello, we paid yesterday.') // null
 */
export function bounceIn(text: string): string | null {
  const said = folded(text);
  const match = FAILED.exec(said);
  if (!match || (match.index > 400 && !CODE.test(said))) return null;
  const lines = sentencesIn(said, text).map(({ from, to }) => ({
    text: text.slice(from, to),
    said: said.slice(from, to),
  }));
  const told =
    lines.find((line) => CODE.test(line.said)) ??
    lines.find(
      (line) => FAILED.test(line.said) && /\b(?:not|non|nicht|no|pas|fail|undeliver|unzustell)/.test(line.said),
    ) ??
    lines.find((line) => FAILED.test(line.said));
  return told ? (told.text.split('\n').find((line) => CODE.test(folded(line))) ?? told.text) : null;
}
