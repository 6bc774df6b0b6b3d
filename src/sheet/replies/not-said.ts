// Words of paying that tell of no payment: denied or reported, of every day, of what might have been, of others' money, sent back. Folded, four languages.

/** "I never said that we would pay", "you write that we paid". */
const REPORTED =
  /\b(?:did not|didn't|never|have not|haven't) (?:\w+ )?["']?(?:say|said|agreed?|promised?|confirm(?:ed)?|told|tell)\b(?! (?:me|us)\b)|\byou (?:say|said|claim|wrote|write|keep saying|state|assert)\b|\b(?:nie|nicht|niemals)\b[^.?!]{0,30}\b(?:gesagt|zugesagt|versprochen|zugestimmt|vereinbart, dass)\b|\b(?:sie|du|ihr) (?:schreib|behaupt|sag|mein)\w+\b|\bn(?:'|e )(?:ai|avons|a|avait) (?:pas|jamais) (?:dit|promis|parle|confirme)|\b(?:vous|tu) (?:dites|dis|pretendez|ecrivez|affirmez)\b|\b(?:no|nunca) (?:he|hemos|ha|han)? ?(?:dicho|dije|dijimos|prometi\w*|quedamos en)\b(?! nada)|\b(?:dicen|dices|dice usted|decis|afirman) que\b|\bmerci d'avoir\b|\bgracias por haber\b|\bthank(s| you) for (sorting|paying|settling)\b/;

/** "We always pay on time": no payment of this invoice, unless a day is told. */
const OF_EVERY_DAY =
  /\b(?:always|in the past|on time|previous(?:ly)?|last year|a l'heure|l'annee derniere|letztes? jahr|el ano pasado|never (?:missed|failed|been late)|other invoices|(?:last|past) (?:\w+ )?invoices|years? ago|immer|stets|punktlich|bisher|fruher|sonst|in der vergangenheit|toujours|a temps|dans les (?:delais|temps)|d'habitude|jusqu'(?:ici|a present|alors)|par le passe|a l'epoque|siempre|a tiempo|puntual\w*|hasta ahora|otras facturas|en su (?:dia|momento))\b/;

/** "Pagamos siempre los días 10": a habit, whatever day it names. */
const EACH_TIME =
  /\b(?:always (?:pay|paid|settle)|(?:zahle|bezahle|uberweise)n? (?:wir |ich )?(?:immer|stets)|(?:payons|reglons|paie|regle) toujours|siempre pag\w+|pag\w+ siempre)\b/;

/** "We would have paid long ago". */
const MIGHT_HAVE_BEEN =
  /\b(?:would|could|might) (?:\w+ )?have\b(?! (?:it|the|your|you|a|this|payment)\b)|\b(?:hatte[nt]?|ware[nst]?) (?:\w+ ){0,6}(?:bezahlt|gezahlt|uberwiesen|beglichen|gegangen|raus)\b|\b(?:aurais|aurait|aurions|auraient|auriez)\b|\b(?:habria\w*|hubiera\w*|hubiese\w*)\b/;

/** "Our client has not paid us", "you paid us 300". */
const OTHERS_MONEY =
  /\b(?:pay|pays|paid|owes?|credited|refunded|reimbursed|transferred) (?:us|me)\b|\buns\b[^.?!]{0,30}\b(?:bezahlt|gezahlt|uberwiesen|erstattet)\b(?! (?:wurde|wird|von uns))|\bbei uns (?:eingegangen|angekommen)\b|\b(?:nous|m') ?(?:a|ont|avez|as) (?:\w+ )?(?:paye|regle|vire|verse|rembourse)[es]*\b|\b(?:nos|me) (?:ha|han|habeis|has|pag\w+|abon\w+) ?(?:pagad|abonad|transferid|ingresad|devuelt)?[oa]?\b/;

/** "I mixed it up with January's, which we paid", "our customer has paid". */
const OF_ANOTHER =
  /\b(?:mixed (?:it |this )?up|confus\w+ (?:it |this )?with|verwechselt|confondu|confundid?o?)\b|\bsettled (?:on|for) [£$€]|\b(?:the (?:last|previous|other|earlier) (?:one|invoice|bill)|celle d[eu]|la (?:anterior|otra)|die (?:vorige|letzte|andere)(?: rechnung)?)\b|\b(?:clients?|customers?|kunden?|clientes?)\b[^.?!]{0,30}\b(?:paid|bezahlt|gezahlt|paye|regle|pagado)\b/;

/** "The bank sent it back". */
const SENT_BACK =
  /\b(?:payment|transfer|money|cheque|check|bacs|wire|it)\b[^.?!]{0,40}\b(?:bounced|(?:was|were|been|got) (?:returned|rejected|declined|refused|recalled|cancelled|stopped|blocked)|failed|came back|sent back|back in our|didn't go|did not go|not gone)\b|\b(?:zahlung|uberweisung|geld|betrag|lastschrift)\b[^.?!]{0,50}\b(?:zuruck\w*|abgelehnt|fehlgeschlagen|gescheitert|geplatzt|storniert|ruckgangig|nicht durch)\b|\b(?:virement|paiement|reglement|prelevement|cheque)\b[^.?!]{0,40}\b(?:rejete|revenu|refuse|echoue|retourne|annule|bloque|impaye)[es]*\b|\b(?:transferencia|pago|recibo|cheque|bizum|importe)\b[^.?!]{0,40}\b(?:devuel\w+|devolv\w+|rechaz\w+|fallad\w+|fallo|rebot\w+|anulad\w+|vino de vuelta|bloquead\w+)\b/;

/**
 * Whether words of paying in a sentence tell of no payment of theirs.
 * @param plain folded, without full stops
 * @param isDayTold whether it names a day
 * @example isNoPayment('we have always paid on time', false) // true
 */
export function isNoPayment(plain: string, isDayTold: boolean): boolean {
  return (
    REPORTED.test(plain) ||
    MIGHT_HAVE_BEEN.test(plain) ||
    OTHERS_MONEY.test(plain) ||
    SENT_BACK.test(plain) ||
    OF_ANOTHER.test(plain) ||
    EACH_TIME.test(plain) ||
    (!isDayTold && OF_EVERY_DAY.test(plain))
  );
}

/** Done, or begun: a weekday beside it may be the last one as well as the next. */
const HAS_BEEN =
  /\b(?:hab|habe|haben|hat|wurden?|have|has|did|was|were|ai|as|a|avons|ont|est|sont|he|hemos|ha|han|fue|fueron)\b|'ve\b/;
const AHEAD =
  /\b(?:fur|for|pour|para|bis|by|until|d'ici|avant|before|vor|zum|prev\w+|programm?\w+|scheduled?|\w*geplant|vorge\w+|set up|booked|queued|wird|werden?|will|going|goes|geht|gehen|sera|seront|vais|allons|va|vont|voy|vamos|qued[ao]\w*|\w*lauf|run|lot|remesa|inclu\w+|approved|freigegeben|next|nachste\w*|prochaine?|proxim[oa]|coming|kommende\w*|part|partira|sale|saldra|deber\w+|should|soll\w*|devrait|to|spatestens|au plus tard|latest|veranlasse\w*)\b|'ll\b|\b\w+(?:rons|ront|remos|ran)\b/;

/**
 * Whether a weekday in a sentence of paying may be one that is over: what is said of it is done, and nothing is said to come.
 * @example mayBeOver('the transfer has left on tuesday') // true
 */
export function mayBeOver(plain: string): boolean {
  return HAS_BEEN.test(plain) && !AHEAD.test(plain);
}

/**
 * Whether a day is only the one on which they always pay, and nothing follows from it.
 * @example isHabit('we always pay on the 10th') // true
 */
export function isHabit(plain: string): boolean {
  return EACH_TIME.test(plain) && !/\b(?:so|asi que|also|donc)\b/.test(plain);
}

const HAD_PLANNED =
  /\b(?:was|were|had been|war|waren|etait|etaient|estaba|estaban)\b[^.?!]{0,40}\b(?:due to|meant to|supposed to|scheduled|planned|booked|set up|queued|eingeplant|vorgesehen|vorgemerkt|geplant|prevue?s?|programmee?s?|planifiee?s?|previst[oa]s?|programad[oa]s?)\b/;

/**
 * Whether a sentence says what had been planned, which a day that is over makes no promise.
 * @example hadPlanned('the payment was scheduled for 2 march') // true
 */
export function hadPlanned(plain: string): boolean {
  return HAD_PLANNED.test(plain);
}

/**
 * Whether words of paying to come are no promise: denied, what might have been, or what they always do.
 * @param isDayTold whether it names a time to come
 * @example isNoPromise('i never said we would pay on friday', true) // true
 */
export function isNoPromise(plain: string, isDayTold: boolean): boolean {
  return REPORTED.test(plain) || MIGHT_HAVE_BEEN.test(plain) || (!isDayTold && OF_EVERY_DAY.test(plain));
}

/** "No need to call me back". */
const NO_NEED =
  /\b(?:inutile|no need|not necessary|not (?:have )?to|kein\w*|nicht|pas la peine|pas besoin|no hace falta|don't|do not|please stop|stop|ne (?:me |nous )?pas|ne plus|no (?:me|nos|es)|sin necesidad|nobody|never|rather than|instead of|statt|anstatt|plutot que|en vez de|cannot|can't)\b[^.?!]{0,25}$|\b(?:your|ihre?|eure?|votre|vos|tu|su|vuestr[oa]) (?:colleague|kolleg\w+|collegue|companer[oa])\b[^.?!]{0,30}$/;

/**
 * Whether what stands in front of a wish says that it is none.
 * @example isNoNeed('please don\'t ') // true
 */
export function isNoNeed(before: string): boolean {
  return NO_NEED.test(before);
}
