// What a sentence of a reply says by its signs, where no phrase of a language fits: money, a day, done or to come, figures, papers.
import type { Signs } from './words/signs';

/** "Without fail", "no later than": no denial. */
const NO_DENIAL =
  /\b(?:sin (?:falta|mas|problema)|without (?:fail|further)|no (?:later|worries|problem|doubt|trouble)|not later|no (?:se|te|os) preocup\w+|nicht spater|kein problem|pas de (?:souci|probleme)|ne vous inquietez pas|no mas tarde|ohne weitere\w*|pas plus tard)\b/g;
const NOT =
  /\b(?:not?|never|nothing|nobody|without|nicht|nichts|kein\w*|nie|ohne|pas|non|jamais|aucun\w*|rien|ne|nunca|nada|sin|ningun\w*)\b|n't\b|\bn'/;
/** Days that stand for something else than a payment. */
const ELSE =
  /\b(?:approv\w*|rib|iban|address|geandert|modifi\w*|chang\w*|cambi\w*|clos\w+|re-?open\w*|portal\w*|system\w*|office|holiday\w*|meet\w*|budget|start\w*|geschlossen|ferien|urlaub|besprech\w*|fermee?|conges?|reunion|cerrad\w+|vacaciones|forward\w*|passed|weiter\w*|transmis\w*|reenvi\w*|plan|details|due|terms?|deadline|penalt\w*|interest|court|bailiff|lawyer\w*|solicitor\w*|penalit\w*|huissier|avocat|tribunal|frais|zinsen|gericht\w*|anwalt\w*|inkasso|intereses|juzgado|abogad\w*|fallig\w*|zahlungsziel|\w*frist|echeance|echue?|venc\w+|plazos?|remind\w*|mahnung\w*|\w*erinnerung|relance|recordatorio|return\w*|refund\w*|query|quer\w+|question|e-?mails?|mails?|ask\w*|call\w*|rang|frage|anfrage|courriels?|consult\w*|pregunt\w*|correos?|order\w*|deliver\w*|liefer\w*|bestell\w*|command\w*|livr\w*|pedid\w*|entreg\w*)\b/;

/** They look, ask or speak on that day. */
const LOOKS =
  /\b(?:check\w*|look\w*|speak\w*|spoke|talk\w*|ask\w*|chas\w+|find|review\w*|(?:to|will|'ll|le|ich|wir) confirm\w*|confirmar\w*|know|tell|update\w*|discuss\w*|back to you|revert|investigat\w+|advise|hear|pruf\w*|schau\w*|meld\w*|sprech\w*|frag\w*|klar\w*|bescheid|ruckmeld\w*|nachseh\w*|kontrollier\w*|verifi\w*|regard\w*|parl\w*|recontact\w*|revien\w*|renseign\w*|rappel\w*|voir|vois|mir(?:o|ar\w*|amos)|revis\w+|habl\w+|comprob\w+|compruebo|dig[oa]|(?:te|os|le|les) cuento|avis\w+|inform\w+)\b/;

/** A time that is over, and no day. */
const PAST =
  /\b(?:(?:last|previous) (?:week|month)|(?:at|over) the weekend|ages ago|days ago|weeks? ago|recently|(?:letzte[nr]?|vorige[nr]?|vergangene[nr]?) (?:woche|monat)|(?:am|ubers) wochenende|vor \w+ (?:tagen|wochen)|neulich|kurzlich|(?:semaine|mois) derniere?|ce week-?end|il y a \w+ (?:jours|semaines)|recemment|(?:semana|mes) pasad[oa]|el fin de semana|hace \w+ (?:dias|semanas)|recientemente)\b/;
/** They did it, whatever it is. */
const DID =
  /\b(?:did|done|actioned|sorted) (?:it|this|that|so)\b|\b(?:this|that|it)(?:'s| is| was| has been) (?:all |already )?(?:done|sorted|actioned)\b|\bhab\w*\b[^.?!]{0,40}\b(?:gemacht|erledigt)\b|\bl'(?:ai|avons|a) fait\b|\bc'(?:est|etait) fait\b|\blo (?:hice|hicimos|he hecho|hemos hecho)\b/;

/**
 * Whether a sentence tells of a time that is over, and names no day.
 * @example isOfThePast('we sent a cheque last week') // true
 */
export function isOfThePast(plain: string): boolean {
  return PAST.test(plain);
}

/** What a sentence names beside its words. */
export interface Named {
  /** Days from the day of receipt, read as one to come and as one that is over; null where there is none, or none that is sure. */
  next: number | null;
  last: number | null;
  /** It names a time, sure or not. */
  isTimed: boolean;
  /** It names the amount of an invoice. */
  isKnownSum: boolean;
  /** It names a sum at all. */
  isSum: boolean;
  /** It says that something is not paid, or not yet. */
  isUnpaid: boolean;
}

/**
 * Whether a sentence without a question tells of a payment made or to come, by its single words.
 * @param plain folded, without full stops
 * @example paymentBySigns('doing all the bills next friday', SIGNS_EN, { next: 7, last: null, isTimed: true, isKnownSum: false, isSum: false, isUnpaid: false }) // 'promise'
 */
export function paymentBySigns(plain: string, signs: Signs, named: Named): 'paid' | 'promise' | null {
  const { next, last, isTimed, isKnownSum, isUnpaid } = named;
  if (!isTimed || NOT.test(plain.replace(NO_DENIAL, ' ')) || ELSE.test(plain)) return null;
  const isMoney = signs.money.test(plain) || isKnownSum;
  const isPayable = isMoney || named.isSum;
  const saysPaid = !isUnpaid && (signs.paid.test(plain) || (isPayable && signs.done.test(plain)));
  const isOver = last === null ? next === null && PAST.test(plain) : last <= 0 && last > -120;
  if (saysPaid && isOver) return 'paid';
  if (!isUnpaid && last !== null && last <= 0 && last > -60 && DID.test(plain)) return 'paid';
  if (PAST.test(plain) || LOOKS.test(plain) || plain.length > 140) return null;
  if (next !== null && (next < 0 || next > 120)) return null;
  // "Approved today": the day of the approval, not of a payment.
  if (next === 0 && !isMoney && !signs.pays.test(plain) && !signs.does.test(plain)) return null;
  if (isUnpaid && signs.paid.test(plain)) return 'promise';
  return isMoney || signs.pays.test(plain) || signs.planned.test(plain) || (signs.does.test(plain) && IT.test(plain))
    ? 'promise'
    : null;
}

/** What is paid, where they do not name it. */
const IT =
  /\b(?:it|this|that|them|these|those|bills?|invoices?|yours|all|xx+|es|das|dies|alles|ce sera|c'est|\w*rechnung\w*|ca|cela|tout|factures?|l'|(?:je|on|nous) (?:vous |te )?(?:le|la|les)|lo|(?:te|os|se|le) l[oa]s?|todo|facturas?|eso|esto)\b/;

const PHONES = /\+?\d[\d ()/-]{6,}\d/g;
const DATES =
  /\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b\.?|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de |of )?(?:jan|feb|fev|mar|apr|avr|abr|ma[iy]|jun|jui|jul|aug|aou|ago|sep|okt|oct|nov|de[cz]|ene)\w*|\b\d{1,2}\. (?:und|bis|oder) \d{1,2}\.|\b(?:am|zum|vom|den|dem|bis|ab) \d{1,2}\.?(?= |$)|\b\d{1,2}(?:st|nd|rd|th)\b|\b\w+ (?:or|oder|ou|o|to|bis) \w+ (?:days?|weeks?|tagen?|wochen?|jours?|semaines?|dias?|semanas?)|\b(?:20|19)\d\d\b|\b\d+ ?%|\b\d{1,2}:\d\d\b|\b\d{1,2} ?(?:uhr|am|pm)\b/g;

const SAME_TWICE = /\b(\d{1,4}) (\p{L}{4,})\b.*\b(?!\1\b)(\d{1,4}) \2\b/u;
const FREE =
  /\b(?:no charge|free(?: of charge)?|kostenlos|kostenfrei|umsonst|gratuite?s?|offerte?s?|gratis|sin (?:cargo|coste))\b/;
/** What stands on the invoice, as they see it. */
const SEEN = /\b(?:see|vois|voyons|steht|stehen|sehe|sehen|veo|vemos)\b/;

/**
 * Whether a sentence sets two figures against each other: of what they were billed and what they got, or of two prices.
 * @param sums how many different sums with a currency it names
 * @example faultBySigns("you've charged 28 hours, the timesheet says 22", SIGNS_EN, 0) // 'quantity'
 */
export function faultBySigns(plain: string, signs: Signs, sums: number): 'quantity' | 'price' | null {
  // "9 visits ... 7 visits".
  if (SAME_TWICE.test(plain)) return 'quantity';
  if (sums > 0 && FREE.test(plain)) return 'price';
  const bills = signs.bills.test(plain);
  const priced = signs.priced.test(plain);
  const decimals = new Set(plain.replace(DATES, ' ').match(/\d+,\d\d\b/g)).size;
  if ((bills || priced) && decimals > 1 && sums === 0) return 'price';
  if (signs.against.test(plain) && (sums >= 2 || new Set(plain.match(/\d+ ?%/g)).size > 1))
    return bills || priced ? 'price' : null;
  if (sums >= 2 && priced && (bills || SEEN.test(plain))) return 'price';
  const rest = plain.replace(PHONES, ' ').replace(DATES, ' ');
  const figures = new Set(
    rest.match(new RegExp(`(?<![\\w.,])\\d{1,4}(?:[.,]\\d{1,2})?(?![\\w])|${signs.numbers.source}`, 'g')) ?? [],
  );
  if (figures.size < 2 || signs.money.test(plain)) return null;
  if (bills && priced && signs.against.test(plain) && !signs.counted.test(plain)) return 'price';
  return signs.counted.test(plain) && (bills || (NOT.test(plain) && signs.against.test(plain))) ? 'quantity' : null;
}

/** A second one of a paper. */
const SECOND_ONE = /\b(?:duplicates?|cop(?:y|ies)|duplikat|zweitschrift|\w*kopie|duplicata|duplicados?|copias?)\b/;
const PLAIN_INVOICE = /^(?:invoices?|rechnung(?:en)?|factures?|facturas?|ledger|avoir)$/;
const WEAK =
  /^(?:have|get|see|need|for|want|let|over|across|pop|drop|haben|um|brauch\w*|benotig\w*|lassen|leiten|besoin|faut|faudrait|manque|avoir|obtenir|recevoir|attend\w*|donner|necesit\w+|tener|falta|llegar|dar\w*|volver)$/;

const LOOKED =
  /\b(?:geguckt|geschaut|angesehen|gesehen|gepruft|looked|checked|seen|read|regarde|verifie|vu|lu|mirado|visto|leido|revisado)\b/;
const HAVE_YOU =
  /\b(?:is there|gibt es|y a-t-il|hay|do you (?:still )?have|have you (?:got )?|haben sie|habt ihr|hatten sie|auriez-vous|avez-vous|vous avez|ten(?:eis|dr(?:ia|iais)|dran?)|tienen?)\b/;

/**
 * Whether a sentence asks for a paper to be sent.
 * @example asksForPaper('any chance of a pod being sent over', SIGNS_EN) // true
 */
export function asksForPaper(plain: string, signs: Signs): boolean {
  const asks = plain.includes('?');
  if (asks && HAVE_YOU.test(plain) && !LOOKED.test(plain))
    return [...plain.matchAll(new RegExp(signs.papers.source, 'g'))].some(([paper]) => !PLAIN_INVOICE.test(paper));
  if (!signs.asks.test(plain)) return false;
  if (
    SECOND_ONE.test(plain) &&
    (asks || /\b(?:possible|moglich|posible|need|brauch\w*|faudrait|necesit\w+)\b/.test(plain))
  )
    return true;
  const all = (pattern: RegExp): RegExpExecArray[] => [...plain.matchAll(new RegExp(pattern.source, 'g'))];
  const sends = all(signs.sends);
  return all(signs.papers).some((paper) =>
    sends.some(
      (send) =>
        send.index !== paper.index &&
        Math.abs(send.index - paper.index) < 50 &&
        !((asks || PLAIN_INVOICE.test(paper[0])) && WEAK.test(send[0])),
    ),
  );
}

const UNTIL =
  /\b(?:until|unless|till?|before|bis|erst,? wenn|solange|bevor|ehe|tant que|avant que|hasta que|mientras)\b[^.?!]*\b(?:berichtig|correct|fix|replac|repair|finish|complet|deliver|credit|resolv|sort|works?\b|working|amend|redo|put right|engineer|explain|korr\w*ig|repar|behob|ersetz|ersatz|fertig|geliefert|gutschrift|geklart|nachbess|nachgebess|mangel|maengel|techniker|getauscht|ausgetauscht|funktionier|corrig|rempla|livr|termin|avoir|resol|repris|technicien|rectifi|marche|fonctionn|corrij|correg|arregl|cambi|entreg|abono|soluc|tecnico|funcion|llegu)/;
const PAY =
  /\b(?:pay|paid|releas|settl|money|zahl|bezahl|uberweis|begleich|geld|regl|paie|pay|verser|virem|pag|abon|ingres)/;
const OWN_CUSTOMER =
  /\b(?:our|one of our|my|unser\w*|mein\w*|notre|nos|mon|nuestr\w+|mi) (?:\w+ ){0,3}(?:clients?|customers?|kunden?|auftraggeber|suppliers?|lieferant\w*|bank|banco|banque|cliente|proveedor|fournisseur)\b/;

/**
 * Whether it is a customer or supplier of theirs that a sentence tells of.
 * @example isOfTheirCustomer('our biggest client went into liquidation') // true
 */
export function isOfTheirCustomer(plain: string): boolean {
  return OWN_CUSTOMER.test(plain);
}

/**
 * Whether they withhold payment until a fault of ours is cured.
 * @param plain folded, without full stops
 * @example isWithheld('nothing will be paid until you correct the invoice') // true
 */
export function isWithheld(plain: string): boolean {
  return UNTIL.test(plain) && NOT.test(plain) && PAY.test(plain) && !OWN_CUSTOMER.test(plain);
}

const SENT_BACK =
  /\b(?:sent|send|return(?:ed|ing)?|g[ia]ve|given|ship(?:ped)?|bring|brought)\b[^.?!]{0,30}\b(?:back|goods|items?|parts?|order|it to you)\b(?! to you)(?<!get back)|\bzuruck ?(?:geschickt|gegeben|geben|schicken|senden|gesandt|gesendet|gebracht|gehen)\b|\b(?:retourn|renvoy|rendu|rendons|rend(?:re|s)|ramen)\w*\b[^.?!]{0,40}\b(?:marchandises?|articles?|colis|materiel|produits?|commande|pieces?)|\b(?:devolv|devuel)\w+\b[^.?!]{0,30}\b(?:genero|mercanc\w+|material|productos?|articulos?|pedido|cajas?|piezas?)/;

const OF_MONEY =
  /\b(?:banks?|payment|transfer|money|cheque|check|refund\w*|call\w*|geld|uberweisung|zahlung|lastschrift|virement|paiement|cheque|banque|pago|transferencia|recibo|banco|invoice|rechnung|facture|factura|e-?mail)\b/;

/**
 * Whether they gave the goods back.
 * @example gaveBack('we returned the goods') // true
 */
export function gaveBack(plain: string): boolean {
  return SENT_BACK.test(plain) && !OF_MONEY.test(plain);
}

const MENDED =
  /\b(?:please|kindly|pls|bitten?|merci de|veuillez|ruego|rogamos|por favor)\b[^.?!]{0,40}\b(?:cancel|correct|amend|revise|re-?issue|rectif|korrig|korrektur|rechnungskorr|storn|abhol|berichtig|corrig|annul|corrij|correg|corrig|anul|revis[ae]|rehac|rehag)\w*(?! (?:your|our|the|my) (?:records?|ledger|system|details|books|address|files?)| ihre (?:daten|unterlagen)| vos (?:dossiers|fichiers)| sus (?:datos|registros))\b|\b(?:corregid|rehaced|anulad|revisad)(?:l[oa]s?)?\b/;

/**
 * Whether they ask us to withdraw or mend the invoice.
 * @param plain folded, without full stops
 * @example isToBeMended('please cancel the invoice') // true
 */
export function isToBeMended(plain: string): boolean {
  return MENDED.test(plain);
}
