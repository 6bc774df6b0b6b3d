// Lines of the bank that are no customer's payment, by the words on them.
import { type CashLine, folded } from './cash-lines';

/** What kind of money a line is that no customer sent; null where nothing says so. */
export type NotAReceipt = 'bank' | 'payout' | 'tax' | 'own account';

const WORDS: readonly [NotAReceipt, RegExp][] = [
  [
    'payout',
    /\b(PAYOUT|AUSZAHLUNG|PAYMENT PROVIDER|STRIPE|PAYPAL|ADYEN|SUMUP|ZETTLE|KLARNA|MOLLIE|SQUARE|GOCARDLESS|SHOPIFY|WORLDPAY|BRAINTREE|NEXI|PAYONE|CONCARDIS|MERCHANT DEPOSIT|CARD SETTLEMENT|REMISE CB|LOCKBOX)\b/,
  ],
  [
    'bank',
    /\b(INTEREST|HABENZINSEN|SOLLZINSEN|ZINSEN|ZINSABSCHLUSS|INTERETS|INTERESES|INTERESSI|JUROS|RENTE|RENTER|RANTA|ODSETKI|KOROT|KONTOFUEHRUNG|KONTOFUHRUNG|ENTGELT|ENTGELTABSCHLUSS|RECHNUNGSABSCHLUSS|ACCOUNT FEE|BANK FEE|BANK CHARGES?|MONTHLY FEE|SERVICE CHARGE|WIRE FEE|FRAIS|COMMISSIONI?|COMISION(?:ES)?|PROWIZJA|GEBYR|AVGIFT|BANKKOSTEN|GEBUEHR(?:EN)?)\b/,
  ],
  [
    'tax',
    /\b(FINANZAMT|FINANZKASSE|HMRC|IRS TREAS|TAX REFUND|STEUERERSTATTUNG|UMSATZSTEUER|VAT REFUND|REMBOURSEMENT TVA|DGFIP|AGENZIA ENTRATE|BELASTINGDIENST|SKATTEVERKET|SKATTESTYRELSEN|AGENCIA TRIBUTARIA|URZAD SKARBOWY|KRANKENKASSE|URSSAF)\b/,
  ],
  [
    'own account',
    /\b(UMBUCHUNG|EIGENUEBERTRAG|UEBERTRAG|OWN TRANSFER|INTERNAL TRANSFER|INTERNAL TRF|TRANSFER FROM OWN|CASH POOL(?:ING)?|SWEEP|VIREMENT INTERNE|GIROCONTO|TRASPASO|OVERFORING EGEN)\b/,
  ],
];

/** What a line is by its words, where no customer sent it. @example notAReceipt({ text: 'Habenzinsen', ... }) // 'bank' */
export function notAReceipt({ payer, text }: CashLine): NotAReceipt | null {
  const words = folded(`${payer} ${text}`);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const RETURN =
  /\b(RETURN(?:ED)?|R(?:UE|U)CKLASTSCHRIFT|R(?:UE|U)CKGABE|RETOURE|CHARGE ?BACK|UNPAID|DISHONO(?:U)?RED|IMPAYE|REJET|DEVOLUCION|DEVUELTO|INSOLUTO|STORNO|STORNERING|TERUGBOEKING|ZWROT|BOUNCED|NSF|REVERSAL)\b|\b(?:AC0[1-6]|AC13|AM0[45]|MD0[167]|MS0[23]|AG0[12]|SL01|RR0[1-4])\b/;

/** Whether a line takes back what was paid before. */
export function isReturn({ payer, text, returnReason }: CashLine): boolean {
  return returnReason !== '' || RETURN.test(folded(`${payer} ${text}`));
}
