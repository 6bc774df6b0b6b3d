// Who a customer is: one identity for an id or a name, however it is spaced or capitalised.

/**
 * The identity of a customer: the id where there is one, else the name; trimmed, inner blanks collapsed, case folded.
 * Leading zeros stay: `0200744019` and `200744019` are two keys until a person says they are one.
 * @param customerId id as displayed, '' when there is none
 * @param customerName name as displayed
 * @example customerKeyOf('', ' ACME   Ltd ') // 'acme ltd'
 * @example customerKeyOf('C-007', 'ACME Ltd') // 'c-007'
 */
export function customerKeyOf(customerId: string, customerName: string): string {
  return folded(customerId) || folded(customerName);
}

/** Most names and numbers are plain words with a blank between them: of those only the capitals change. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A name or number as it is known again: in small letters, with single blanks. @example folded(' ACME   Ltd ') // 'acme ltd' */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A text in small letters without accents, as people look for it. @example smallLetters('MÜLLER') // 'muller' */
export function smallLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
