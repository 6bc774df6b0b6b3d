// Why a payment came back: codes of the banks and the words that stand for them, as the few reasons that call for different steps.
import { folded } from './cash-lines';

/** Why money went back. `refund`: the payer refused the debit, or asked the bank for the money. */
export type ReturnReason = 'no-funds' | 'wrong-account' | 'no-mandate' | 'refund' | 'unknown';

/** Codes of ISO 20022 as the SEPA rulebooks use them, and those of the American clearing house. What is not here says nothing: MS03, AM05. */
const CODES: readonly [ReturnReason, RegExp][] = [
  ['no-funds', /\b(?:AM04|R01|R09)\b/],
  ['wrong-account', /\b(?:AC0[1246]|AC13|AG01|BE01|RC01|R0[234]|R16|R20)\b/],
  ['no-mandate', /\b(?:MD01|MD02|R05|R07|R10|R29)\b/],
  ['refund', /\b(?:MD06|MS02|R08)\b/],
];

const WORDS: readonly [ReturnReason, RegExp][] = [
  [
    'no-funds',
    /\b(?:(?:IN|NOT )SUFFICIENT FUNDS|NSF|(?:MANGELS|MANGELNDER?|KEINE|FEHLENDER?|OHNE) (?:KONTO)?DECKUNG|NICHT GEDECKT|PROVISION INSUFFISANTE|(?:DEFAUT DE|SANS) PROVISION|(?:FONDOS|SALDO) INSUFICIENTES?|FALTA DE FONDOS|FONDI INSUFFICIENTI|MANCANZA (?:DI )?FONDI|SALDO INSUFFICIENTE|(?:ONVOLDOENDE|ONTOEREIKEND) SALDO|BRAK SRODKOW|MANGLENDE DA?EKNING|OTILLRACKLIG TACKNING)\b/,
  ],
  [
    'wrong-account',
    /\b(?:ACCOUNT (?:CLOSED|BLOCKED)|CLOSED ACCOUNT|(?:NO|INVALID|INCORRECT|WRONG|UNKNOWN) (?:ACCOUNT|IBAN)|KONTO (?:IST )?(?:ERLOSCHEN|AUFGELOE?ST|GESPERRT|UNBEKANNT|GESCHLOSSEN)|(?:FALSCHE|UNGUE?LTIGE|UNBEKANNTE) (?:IBAN|KONTONUMMER)|(?:IBAN|KONTONUMMER) (?:FALSCH|UNGUE?LTIG|UNBEKANNT)|COMPTE (?:CLOS|CLOTURE|BLOQUE)|CUENTA (?:CANCELADA|CERRADA|BLOQUEADA)|CONTA ENCERRADA|CONTO (?:CHIUSO|ESTINTO)|REKENING OPGEHEVEN|(?:RACHUNEK|KONTO) ZAMKNIETE?)\b/,
  ],
  [
    'no-mandate',
    /\b(?:NO (?:VALID )?MANDATE|(?:MANDATE|INSTRUCTION) CANCELLED|UNAUTHORI[SZ]ED|NOT AUTHORI[SZ]ED|(?:KEIN|OHNE|FEHLENDES) (?:GUE?LTIGES )?MANDAT|(?:ABSENCE DE|SANS) MANDAT|SIN MANDATO|ASSENZA (?:DI )?MANDATO|SEM MANDATO|GEEN (?:MANDAAT|MACHTIGING)|BRAK (?:ZGODY|MANDATU))\b/,
  ],
  [
    'refund',
    /\b(?:REFUND (?:REQUEST(?:ED)?|BY)|INDEMNITY CLAIM|CHARGE ?BACK|PAYMENT STOPPED|REFUSED BY|WIDERSPRUCH|WIDERSPROCHEN|CONTESTATION|OPPOSITION)\b/,
  ],
];

/**
 * Why a payment came back, by what the line says of it: the bank's code, else its words.
 * @param text all the words of the line, its code among them
 * @returns `unknown` where it says nothing, or two things that do not agree: then a person asks the bank
 * @example returnReasonOf('Rücklastschrift mangels Deckung') // 'no-funds'
 */
export function returnReasonOf(text: string): ReturnReason {
  const words = folded(text);
  const said = (table: typeof CODES): ReturnReason[] =>
    table.flatMap(([reason, pattern]) => (pattern.test(words) ? [reason] : []));
  const byCode = said(CODES);
  const [reason, other] = byCode.length > 0 ? byCode : said(WORDS);
  return reason === undefined || other !== undefined ? 'unknown' : reason;
}
