// What people are told of money in: differences that nobody explained, and accepted payments that the books never show.
import { type Day, plusBusinessDays, shortDay } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import { liveLines, type Payments } from '../history/payments';

/** Business days in which an accepted payment comes into the books. */
const DAYS_TO_BOOK = 10;
/** So many are named. */
const NAMED = 3;

/**
 * What is told on a day.
 * @example moneyToTell(history.payments, today, holidays)[0]?.code // 'never-booked'
 */
export function moneyToTell(
  payments: Payments,
  today: Day,
  holidays: ReadonlySet<Day>,
): { code: 'payment-difference' | 'never-booked'; message: string }[] {
  const numbers = new Map<string, string>();
  const late: string[] = [];
  for (const { decision, amount, currency, on } of liveLines(payments)) {
    for (const { key, invoice } of decision?.parts ?? []) numbers.set(key, invoice);
    if (!decision || plusBusinessDays(decision.on, DAYS_TO_BOOK, holidays) > today) continue;
    const left = decision.parts
      .filter(({ bookedOn }) => bookedOn === null)
      .map(({ invoice }) => invoice || 'on account');
    late.push(`${formatMoney(amount, currency)} of ${shortDay(on, today)} (${left.join(', ')})`);
  }
  const asked = [...payments.asked.keys()].map((key) => numbers.get(key) || key);
  return [
    ...(asked.length === 0
      ? []
      : [
          {
            code: 'payment-difference' as const,
            message: `The sheet shows another amount of ${named(asked)} than the payments accepted explain. Say on the page Payments what it is: until then nothing is asked for.`,
          },
        ]),
    ...(late.length === 0
      ? []
      : [
          {
            code: 'never-booked' as const,
            message: `Accepted more than ${DAYS_TO_BOOK} business days ago, and not in the sheet yet: ${named(late)}. Book them, or take them back on the page Payments.`,
          },
        ]),
  ];
}

function named(all: readonly string[]): string {
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
  return `${all.slice(0, NAMED).join(', ')}${more}`;
}
