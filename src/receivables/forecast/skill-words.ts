// How good a forecast was, in words for the collector.
import type { Skill } from './back-test';

/**
 * How good the forecast was here, in a sentence.
 * @example 'Over the last 6 months it missed the day by 5.8 days on average (due dates: 8.7); 58 % were paid within the range; the money of a week was off by 20 %.'
 */
export function skillInWords({ months, mae, maeDueDate, inside, weeklyError, totalError }: Skill): string {
  const parts = [
    `it missed the day by ${oneDecimal(mae)} days on average (due dates: ${oneDecimal(maeDueDate)})`,
    `${percent(inside)} were paid within the range`,
    ...(weeklyError === null ? [] : [`the money of a week was off by ${percent(weeklyError)}`]),
    ...(totalError === null ? [] : [`the sum of 13 weeks was off by ${percent(totalError)}`]),
  ];
  return `Over the last ${months === 1 ? 'month' : `${months} months`} ${parts.join('; ')}.`;
}

/** Why nothing is forecast where due dates are as near. */
export function silenceInWords({ months, mae, maeDueDate }: Skill): string {
  return `No forecast: over the last ${months === 1 ? 'month' : `${months} months`} it missed the day by ${oneDecimal(mae)} days on average, due dates by ${oneDecimal(maeDueDate)}. Go by the due dates.`;
}

function oneDecimal(days: number): string {
  return days.toFixed(1);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
