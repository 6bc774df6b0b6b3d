// Reads a bank's file given as a text, as a person would tell it: dates and amounts as texts.
import { type BankReport, bankReport } from '../../../src/sheet/bank/bank-report';

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The report of a file with this text. */
export function reportOf(text: string, options: { currency?: string } = {}): BankReport {
  return bankReport({ bytes: new TextEncoder().encode(text), decode }, options);
}

/** The report of a file with these bytes. */
export function reportOfBytes(bytes: Uint8Array): BankReport {
  return bankReport({ bytes, decode });
}
