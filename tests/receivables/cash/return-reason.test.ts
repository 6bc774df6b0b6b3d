// Why a payment came back, by code and by words.
import { expect, it } from 'vitest';
import { returnReasonOf } from '../../../src/receivables/cash/return-reason';

it.each([
  ['RE 9911 AM04 RETURN', 'no-funds'],
  ['SEPA DD RETURN RE 9911 AC04', 'wrong-account'],
  ['AC01 RETURN', 'wrong-account'],
  ['MD01 RETURN', 'no-mandate'],
  ['MD06 RETURN', 'refund'],
  ['MS02 RETURN', 'refund'],
  ['MS03 RETURN', 'unknown'],
  ['RETURN R10', 'no-mandate'],
  ['Rücklastschrift mangels Deckung', 'no-funds'],
  ['Direct debit returned: insufficient funds', 'no-funds'],
  ['Prélèvement rejeté, provision insuffisante', 'no-funds'],
  ['Rücklastschrift Konto aufgelöst', 'wrong-account'],
  ['Devolución: cuenta cancelada', 'wrong-account'],
  ['Rückgabe kein gültiges Mandat', 'no-mandate'],
  ['Rückgabe wegen Widerspruch', 'refund'],
  ['Indemnity claim', 'refund'],
  ['Rückgabe', 'unknown'],
])('of “%s” is %s', (text, reason) => {
  expect(returnReasonOf(text)).toBe(reason);
});

it('is unknown where two reasons stand there, and the code counts before the words', () => {
  expect(returnReasonOf('AC04 AM04 RETURN')).toBe('unknown');
  expect(returnReasonOf('Account closed, insufficient funds')).toBe('unknown');
  expect(returnReasonOf('MD06 Widerspruch, insufficient funds')).toBe('refund');
});
