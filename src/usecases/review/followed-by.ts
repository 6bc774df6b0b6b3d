// A change that answers with the reminder a person opens next, so that no second call is needed.
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { ChangeResult } from '../waiting/change-result';
import { showReminder } from './show-reminders';

/**
 * A change with the reminder that is opened after it. The change is done by then: where that one cannot be shown, the
 * answer comes without it.
 * @param next its reference; '' for none
 */
export function followedBy(ports: Ports, result: ChangeResult, next: string): ChangeResult {
  if (next === '') return result;
  try {
    return { ...result, next: showReminder(ports, next) };
  } catch (error) {
    if (error instanceof Refusal) return result;
    throw error;
  }
}
