// How grave what a person should look at in a reminder is: what the list of a morning goes by, and what it shows first.

/** What a person should look at, the gravest first; what is not named here comes last. */
const GRAVEST = [
  'the log had gaps',
  'may be the same customer',
  'a stop names nobody known',
  'a document cannot be attached',
  'the status',
  'a promise was missed',
  'an old balance',
  'goes to the senior contact',
  'firm words',
  // As reminders planned by an earlier version say it.
  'firm or above',
  'part of it is disputed',
  'a payment came lately',
  'above',
  'first contact',
];

/**
 * How grave the gravest of some reasons to look is: 0 is the gravest.
 * @param reasons a few words each
 * @example gravityOf(['first contact', 'firm words']) < gravityOf(['first contact']) // true
 */
export function gravityOf(reasons: readonly string[]): number {
  if (reasons.length === 0) return GRAVEST.length + 1;
  const at = GRAVEST.findIndex((known) => reasons.some((reason) => reason.startsWith(known)));
  return at < 0 ? GRAVEST.length : at;
}

/**
 * The reasons to look of a reminder, the gravest first. They stand behind one another with commas; a name in quotes may
 * hold one.
 * @example gravestFirst('first contact, firm words') // ['firm words', 'first contact']
 */
export function gravestFirst(look: string): string[] {
  const reasons = (look.match(/(?:"[^"]*"|,(?! )|[^,"]|"(?![^"]*"))+/g) ?? []).map((reason) => reason.trim());
  return reasons
    .map((reason) => ({ reason, gravity: gravityOf([reason]) }))
    .sort((a, b) => a.gravity - b.gravity)
    .map(({ reason }) => reason);
}
