// Reading a bank's file or a paste in the browser: the file stays here, its lines alone go to the workbook.
import type { BankLinesRequest, PaymentsView } from '../../entry/sidebar-calls';
import { dayFromIso, shortDay } from '../../receivables/day';
import { type BankReport, bankReport } from '../../sheet/bank/bank-report';
import type { Shell } from '../shell/shell';
import { accountEnds } from './account-ends';
import { goesOn, type Known } from './goes-on';
import { isSpreadsheet, rowsOfSpreadsheet } from './spreadsheet';

/** So many lines are sent at a time. */
const AT_ONCE = 300;

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads a file or a paste and sends its booked lines.
 * @param bytes of the file; of a paste its text in UTF-8
 * @param currency of the account, where the file does not say it; '' where nobody said
 * @param known the day, and up to where payments are in
 * @returns what is said of it, rows that could not be read included; null where nothing was taken and the person was told
 */
export async function sendLines(
  shell: Shell,
  bytes: Uint8Array,
  name: string,
  currency: string,
  known: Known & Pick<PaymentsView, 'asOf'>,
): Promise<string[] | null> {
  const source = isSpreadsheet(bytes) ? await rowsOfSpreadsheet(bytes) : { bytes, decode };
  const report = bankReport(source, currency === '' ? {} : { currency });
  if (report.refused) {
    shell.alert(report.refused.message);
    return null;
  }
  const booked = report.lines.filter(({ pending, infoOnly }) => !pending && !infoOnly);
  const nameless = booked.filter((line) => !/^[A-Z]{3}$/.test(line.currency) || line.currency === 'XXX');
  if (nameless.length > 0) {
    shell.alert('The file names no currency. Write the currency of the account into its field, then read it again.');
    return null;
  }
  const said: string[] = [];
  const { ends, loose } = goesOn(accountEnds(report, known.asOf), known);
  for (let from = 0; from < booked.length || (from === 0 && ends.length > 0); from += AT_ONCE) {
    const part = booked.slice(from, from + AT_ONCE);
    // Only with its last lines the file is there whole.
    const request = requestOf(part, name, from + AT_ONCE < booked.length ? [] : ends);
    const result = await shell.ask('addBankLines', request);
    if (!result) return null;
    said.push(result.message);
  }
  if (booked.length === 0) said.push('There is no booked line in it.');
  const early = report.lines.length - booked.length;
  if (early > 0) said.push(`${early} announced and not booked yet: they come again when they are.`);
  const today = dayFromIso(known.asOf) ?? 0;
  for (const [account, upTo] of loose) {
    const after = shortDay(dayFromIso(upTo) ?? today, today);
    said.push(
      `Lines of account ${account} after ${after} may be missing: read an export that begins there, or confirm the day under Today.`,
    );
  }
  return [...said, ...report.problems.map(({ message }) => message)];
}

function requestOf(lines: BankReport['lines'], name: string, ends: BankLinesRequest['ends']): BankLinesRequest {
  return {
    ...{ name, ends },
    lines: lines.map((line) => ({
      account: line.account ?? '',
      ...{ date: line.date, amount: line.amount, currency: line.currency },
      payer: line.payer || line.onBehalfOf || line.payerAccount || '',
      // What proves a payment or a return is kept in the words of the line.
      text: [line.text, line.structuredReference, line.returnReason, line.returnReason && 'RETURN']
        .filter((part, at) => part && (at === 0 || !line.text.includes(part)))
        .join(' '),
      bankId: line.bankId ?? '',
      charges: line.charges ?? '',
      original: line.original ?? null,
    })),
  };
}
