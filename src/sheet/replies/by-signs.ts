// What a sentence of a reply says by its signs, where no phrase of a language fits: money, a day, done or to come.

/** Means of payment and money on its way, in four languages; folded. */
const MONEY =
  /\b(?:payments?|transfer(?:red)?|bacs|ach|wire|cheques?|checks?|funds|money|remittance|credited|(?:pay|payment|\w+day'?s?) ?run|zahlung|\w*uberweisung|geld|\w*lauf|scheck|paypal|ausgezahlt|gutgeschrieben|virements?|paiements?|reglements?|trans?ferencia|pagos?|ingres[oa]d?[oa]?s?|pays|zahlt|uberweist|paie|paga|abona|giro|bizum|remesa|dinero)\b/;
const DONE =
  /\b(?:have|has|had|was|were|did|sent|made|gave|credited|habe?|haben|hat|wurden?|war|ging|ai|avons|ont|a ete|est parti|hemos|han|fue|hice|hicimos|di|dimos|se \w{3,}o)\b|'ve\b/;
const NOT =
  /\b(?:not?|never|nothing|nobody|without|nicht|nichts|kein\w*|nie|ohne|pas|jamais|aucun\w*|rien|ne|nunca|nada|sin|ningun\w*)\b|n't\b|\bn'/;
/** One payment; "they deal with payments" tells of none. */
const ONE_PAYMENT =
  /\b(?:payment|money|funds|geld|dinero|transfer(?:red)?|bacs|cheque|check|remittance|zahlung|\w*uberweisung|scheck|paypal|virement|paiement|reglement|trans?ferencia|pago|giro|bizum)\b/;
/** Days that stand for something else than a payment. */
const ELSE =
  /\b(?:approv\w*|rib|iban|address|geandert|modifi\w*|chang\w*|cambi\w*|clos\w+|re-?open\w*|portal\w*|system\w*|office|holiday\w*|meet\w*|budget|start\w*|geschlossen|ferien|urlaub|besprech\w*|fermee?|conges?|reunion|cerrad\w+|vacaciones|forward\w*|passed|weiter\w*|transmis\w*|reenvi\w*|plan|details|due|terms?|deadline|fallig\w*|zahlungsziel|\w*frist|echeance|echue?|venc\w+|plazos?|remind\w*|mahnung\w*|\w*erinnerung|relance|recordatorio|return\w*|refund\w*|query|quer\w+|question|e-?mails?|mails?|ask\w*|call\w*|rang|frage|anfrage|courriels?|consult\w*|pregunt\w*|correos?|order\w*|deliver\w*|liefer\w*|bestell\w*|command\w*|livr\w*|pedid\w*|entreg\w*|if|falls|wenn|sobald|si|cuando)\b/;

/**
 * Whether a sentence without a question that names a day tells of a payment made or to come.
 * @param plain folded, without full stops
 * @param isKnownSum whether it names the amount of an invoice
 * @example paymentBySigns("you'll find 508.20 credited on 5 june", true) // 'paid'
 */
export function paymentBySigns(plain: string, isKnownSum: boolean): 'paid' | 'promise' | null {
  if (NOT.test(plain) || ELSE.test(plain)) return null;
  if (DONE.test(plain)) return ONE_PAYMENT.test(plain) || isKnownSum ? 'paid' : null;
  return MONEY.test(plain) ? 'promise' : null;
}

const UNTIL =
  /\b(?:until|unless|till?|before|bis|erst,? wenn|solange|bevor|ehe|tant que|avant que|hasta que|mientras)\b[^.?!]*\b(?:correct|fix|replac|repair|finish|complet|deliver|credit|resolv|sort|works?\b|working|amend|redo|put right|engineer|explain|korr\w*ig|repar|behob|ersetz|ersatz|fertig|geliefert|gutschrift|geklart|nachbess|nachgebess|mangel|maengel|techniker|getauscht|ausgetauscht|funktionier|corrig|rempla|livr|termin|avoir|resol|repris|technicien|rectifi|marche|fonctionn|corrij|correg|arregl|cambi|entreg|abono|soluc|tecnico|funcion|llegu)/;
const PAY =
  /\b(?:pay|paid|releas|settl|money|zahl|bezahl|uberweis|begleich|geld|regl|paie|pay|verser|virem|pag|abon|ingres)/;
const OWN_CUSTOMER = /\b(?:our|unser\w*|notre|nuestr\w+) (?:own )?(?:client|customer|kunde|bank|banco|banque)/;

/**
 * Whether they withhold payment until a fault of ours is cured.
 * @param plain folded, without full stops
 * @example isWithheld('nothing will be paid until you correct the invoice') // true
 */
export function isWithheld(plain: string): boolean {
  return UNTIL.test(plain) && NOT.test(plain) && PAY.test(plain) && !OWN_CUSTOMER.test(plain);
}

const MENDED =
  /\b(?:please|kindly|pls|bitten?|merci de|veuillez|ruego|rogamos|por favor)\b[^.?!]{0,40}\b(?:cancel|correct|amend|revise|re-?issue|rectif|korrig|korrektur|rechnungskorr|storn|abhol|berichtig|corrig|annul|corrij|correg|corrig|anul|revis[ae]|rehac|rehag)|\b(?:corregid|rehaced|anulad|revisad)(?:l[oa]s?)?\b/;

/**
 * Whether they ask us to withdraw or mend the invoice.
 * @param plain folded, without full stops
 * @example isToBeMended('please cancel the invoice') // true
 */
export function isToBeMended(plain: string): boolean {
  return MENDED.test(plain);
}
