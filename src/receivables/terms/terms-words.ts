// The words of payment terms, in the languages invoices come in, brought to a few tokens: `2 / 10 NET 30 DAYS`.
import { smallLetters } from '../customer';

// What the tokens stand for. EOM is the abbreviation, MONTHEND the words: people mean different things by them.
const PHRASES: readonly (readonly [RegExp, string])[] = [
  // "thirty (30) days"
  [/\b(?:five|seven|ten|fourteen|fifteen|twenty|thirty|forty ?five|sixty|ninety) ?\( ?(\d+) ?\)/g, '$1'],
  [/\b(\d+) ?(?:st|nd|rd|th)\b/g, '$1 ORD'],
  [/(\d)(?=[a-z%])/g, '$1 '],
  [/([a-z%])(?=\d)/g, '$1 '],
  // "Rimessa diretta 30 gg" is a way of paying; alone it is paying at once.
  [/\brimessa diretta\b(?=.*\d)/g, ' '],
  [/\b(?:a (?:la )?|in )?vista(?: fatt(?:ura)?)?\b|\brimessa diretta\b/g, ' ATONCE '],
  [/\b(?:receipt of (?:the )?goods|rog)\b/g, ' ROG '],
  [
    /\b(?:dal|dalla|desde|apos|despues de|depois de|od|na|nach|apres) (?:la |o |a |de |del |dnia |daty )?(?:data )?(?:ricevimento|ricezione|recepcion|recebimento|entrega|consegna|otrzymania|dostawy|ontvangst|levering|erhalt|lieferung|reception|livraison)\b/g,
    ' ROG ',
  ],
  [
    /\b(?:from|after|of|following) (?:the )?(?:date of )?(?:receipt|delivery)\b(?: of (?:the )?(?:goods|invoice))?/g,
    ' ROG ',
  ],
  [
    /\b(?:up)?on (?:the )?receipt(?: of (?:the )?(?:invoice|bill))?\b|\bat receipt\b|\breceipt of (?:the )?invoice\b|\ba reception(?: (?:de )?(?:la )?facture)?\b/g,
    ' ATONCE ',
  ],
  [
    /\b(?:cash|payment|paid) (?:on|upon) (?:delivery|order)\b|\bcash (?:in advance|with order|before delivery)\b/g,
    ' ATONCE ',
  ],
  [/\bpayment in advance\b|\bin advance\b|\bpre ?pay(?:ment|ed)?\b|\bprepaid\b/g, ' ATONCE '],
  [/\b(?:cod|cia|cwo|cbd|pia|receipt|immediate(?:ly)?|at once|sofort|comptant|contado|contant(?:i|e)?)\b/g, ' ATONCE '],
  [
    /\b(?:natychmiast(?:owa|owy)?|gotowka|od reki|za pobraniem|przedplata|per direct|direct|per omgaande|vooruitbetaling|vooraf|rembours|immediat|inmediato|immediato|imediato|subito|pronto pagamento|contra (?:entrega|re[e]?mbolso)|alla consegna|contrassegno|anticipat[oa]|antecipad[oa]|anticipo|vorkasse|vorauskasse|bar)\b/g,
    ' ATONCE ',
  ],
  [
    /\b(?:end|last day) of (?:the )?(?:(?:next|following) month|month (?:following|after)(?: (?:the )?(?:date of )?(?:invoice|inv)(?: date)?)?)\b|\beo[fn]m\b|\beom (?:of )?(?:the )?(?:next|following) month\b/g,
    ' NEXTMONTHEND ',
  ],
  // Italian counts the days first and goes on to the end of that month; Portuguese counts them from the end of the invoice's month.
  [/\b(?:d ?f ?)?f ?m\b|\b(?:data fattura )?fine mese(?: data fattura)?\b/g, ' THENMONTHEND '],
  [/\b(?:dfm|fora o? ?mes)\b(?: ?\( ?dfm ?\))?/g, ' AFTEREOM '],
  [
    /(?:\b(?:after|from|following|past) |\+ ?|\bplus )(?:the )?(?:eom|(?:end|last day) of (?:the )?(?:invoice |current )?month|month ?end)\b/g,
    ' AFTEREOM ',
  ],
  [
    /\b(?:(?:by )?(?:the )?(?:end|last day) of (?:the )?(?:invoice |current )?month(?: of (?:the )?invoice)?|month ?end|fin de mois|fin de mes|fim do? mes|koniec miesiaca|do konca miesiaca|monatsende|ende des monats|einde (?:van de )?maand)\b/g,
    ' MONTHEND ',
  ],
  [/\beom\b/g, ' EOM '],
  [
    /\b(?:(?:of|in) )?(?:the )?(?:month following(?: (?:the )?(?:date of )?(?:invoice|inv)(?: date)?)?|(?:following|next) month|mfi|prox(?:imo)?)\b/g,
    ' NEXTMONTH ',
  ],
  [/\bof (?:the |each )?month\b/g, ' '],
  [/\b(?:min(?:imum)?|at least)\b/g, ' MIN '],
  [
    /\b(?:from|after|following|since) (?:the )?(?:(?:date of )?(?:the )?(?:invoice|inv|bill|issue)(?: date)?|date)\b/g,
    ' ',
  ],
  [
    /\bnach rechnungsdatum\b|\bna factuurdatum\b|\bdate de (?:la )?facture\b|\bfecha (?:de )?factura\b|\bdata (?:da )?(?:fattura|fatura|factura)\b|\bd ?f\b|\bod (?:daty |dnia )?(?:wystawienia|faktury)(?: faktury)?\b|\bd?data emissione\b/g,
    ' ',
  ],
  [/\b(?:percent|per cent|pct|prozent)\b/g, ' % '],
  [
    /\b(?:cash |early payment |prompt payment )?discount\b|\bdisc\b|\bskonto\b|\bescompte\b|\bsconto\b|\boff\b/g,
    ' DISC ',
  ],
  [/\b(?:nett?o?|n|liquido)\b/g, ' NET '],
  [/\b(?:calendar )?(?:days?|d|tagen?|jours?|giorni|gg|dias?|ddl|dagen|dage|dagar|dni)\b/g, ' DAYS '],
  [/\b(?:weeks?|wochen?|semaines?|semanas?|weken|tydzien|tygodni[ea]?|settimane?)\b/g, ' WEEKS '],
  [/\b(?:months?|monate?|maand(?:en)?|mesi|meses|mois|miesiac[ea]?|miesiecy)\b/g, ' MONTHS '],
  [/\bon(?: the)?(?: day)?\b|\ble\b/g, ' ON '],
  [/[,;:]/g, ' SEP '],
  [/\+|\bplus\b/g, ' PLUS '],
  [/([%/])/g, ' $1 '],
];

// "After" is none of them: "1.5% after 30 days" is a charge for paying late, not a discount.
const NOISE = new Set(
  (
    'payment payments term terms due payable pay paid is are be if to a within in by at with the of from date dated invoice full ' +
    'strictly strict only standard otherwise balance remainder ' +
    'zahlbar fallig bis innerhalb von ab rein ohne abzug zahlung binnen scadenza ' +
    'przelew przelewem bankowy platne platnosc platnosci platny platna zaplata w ciagu do termin betaling betaaltermijn betalen te ' +
    'pagamento pagamenti pagar em ate prazo bonifico bancario riba entro pago plazo vencimiento al transferencia paiement virement sous a'
  ).split(' '),
);

/**
 * The tokens of a terms text, in its order: numbers, `%`, `/` and the words above in capitals; a word that nobody knows stays in
 * small letters, so that no rule takes it.
 * @example termsTokens('2% 10 days, n/30') // '2 % 10 DAYS SEP NET 30'
 */
export function termsTokens(text: string): string {
  let known = plainLetters(text);
  for (const [pattern, token] of PHRASES) known = known.replace(pattern, token);
  const words = known.split(/[\s()]+/).filter((word) => word !== '' && !NOISE.has(word));
  return tidied(words.join(' '));
}

/** Small letters without accents, abbreviations without points, decimal points in percentages. */
function plainLetters(text: string): string {
  return smallLetters(text)
    .replace(/ł/g, 'l')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(\d),(?=\d+\s*%)/g, '$1.')
    .replace(/(\d)\.0+(?!\d)/g, '$1')
    .replace(/\.(?!\d)|(?<!\d)\./g, '')
    .replace(/[\s_"']+/g, ' ')
    .replace(/(\S)-(?=\S)|(\s)-(?=\s)/g, '$1$2 ')
    .trim();
}

function tidied(tokens: string): string {
  return tokens
    .replace(/NET (?:SEP )?\/ (?=\d)/g, 'NET ')
    .replace(/\/ (?=NET )/g, '')
    .replace(/^100 % (?=ATONCE)/, '')
    .replace(/^PLUS /, '')
    .replace(/\bSEP(?: SEP)+\b/g, 'SEP')
    .replace(/^SEP | SEP$/g, '');
}
