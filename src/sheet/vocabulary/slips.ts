// Slips of the pen in headers: a long word that is one letter away from one that matters.

// Few words, and long ones: of short or rare words too many others are one letter away.
const WORDS = (
  'customer customers invoice invoices amount balance payment payments outstanding received currency reference ' +
  'rechnung rechnungs rechnungsnummer fallig falligkeit kunden betrag wahrung bezahlt ' +
  'facture factures montant echeance devise reglement factura facturas importe vencimiento cliente clientes moneda ' +
  'fatura faturas vencimento valor moeda fattura fatture importo scadenza valuta factuur facturen bedrag vervaldatum ' +
  'faktura faktury kwota kontrahent termin'
).split(' ');

/** Shorter words are not looked at. */
const SHORTEST = 6;

/** Words that are one letter away and mean something else. */
const OTHERS = new Set(
  'contract customs consumer importer import mount account accounts invoiced invoicer balanced amounts clients client'.split(
    ' ',
  ),
);

/**
 * The words that may have been meant.
 * @param word in lower case, without accents
 * @example meantBy('factture') // ['facture', 'fatture']
 */
export function meantBy(word: string): string[] {
  if (word.length < SHORTEST || OTHERS.has(word) || /[^a-z]/.test(word)) return [];
  return WORDS.filter((known) => known[0] === word[0] && isOneSlip(word, known));
}

/** One letter more, less, another, or two the other way round. */
function isOneSlip(word: string, known: string): boolean {
  const [long, short] = word.length >= known.length ? [word, known] : [known, word];
  if (long.length - short.length > 1 || long === short) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  return long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
}
