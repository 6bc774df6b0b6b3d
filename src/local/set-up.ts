// Sets the add-on up in a workbook as a person would who agrees with everything it found.
import { HostFailure } from './failure';
import type { Session } from './session';

/** How currencies are paid, by code. */
type Payment = Record<string, { holder: string; iban: string; bic: string; instructions: string }>;

/** What set-up found, as the sidebar is told. */
export interface SetupView {
  sheet: string;
  headerRow: number;
  fields: { field: string; header: string }[];
  company: string;
  senderName: string;
  replyTo: string;
  problems: { code: string; message: string }[];
}

/**
 * Opens set-up and applies what was found.
 *
 * @param choice what the person types instead of what was found
 * @throws HostFailure when there is no invoice table, or set-up refuses
 */
export function setUp(
  session: Session,
  choice: { company?: string; senderName?: string; replyTo?: string; sheet?: string; payment?: Payment } = {},
): void {
  const found = session.ask<SetupView>('getSetup', ...(choice.sheet === undefined ? [] : [choice.sheet]));
  const [problem] = found.problems;
  if (found.fields.length === 0 && problem) throw new HostFailure(problem.code, problem.message);
  session.ask('applySetup', {
    sheet: found.sheet,
    headerRow: found.headerRow,
    columns: Object.fromEntries(found.fields.map((field) => [field.field, field.header])),
    company: choice.company ?? (found.company || 'Your company'),
    senderName: choice.senderName ?? (found.senderName || 'Your name'),
    replyTo: choice.replyTo ?? (found.replyTo || session.user),
    ...(choice.payment ? { payment: choice.payment } : {}),
  });
}
