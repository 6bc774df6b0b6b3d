// Japanese payment terms: days (30日以内), and closing days with the month in which is paid (月末締め翌月末払い, 20日締め翌月10日払い).
import type { Clock } from './payment-terms';

/** The closing day at the end of the month, and the last day of a month as a day of payment. */
const MONTH_END = 31;

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Whoever counts from the receipt, delivery or acceptance of the goods counts from a day that the invoice does not tell. */
const FROM_RECEIPT = /受領|受取|受け取り|納品|納入|検収|到着|着荷/;
const AT_ONCE =
  /^(即日|即時|即金|現金|現金引換|代引|代引き|代金引換|前払い?|前金|前受|請求時|都度)(払い?|決済|振込|入金)?$/;
const NOISE =
  /[\s・、,.。()「」]|お?支払い?(期限|期日|条件|サイト)|期限|期日|請求書?発行(後|日より|日から|から|より)?|請求日?(後|より|から)|発行日?(後|より|から)|起算|にて?|まで|現金振込|銀行振込|振り?込み?|入金|でお?|お?支払い?|払い?|サイト|後|以内|日間/g;

/**
 * The period of Japanese terms.
 * @returns null where the text is not Japanese, `receipt` where it counts from a receipt or delivery, `unknown` where it is not understood
 * @example japaneseClock('月末締め翌月末払い') // { kind: 'closing', closing: 31, months: 1, day: 31 }
 * @example japaneseClock('30日以内') // { kind: 'days', days: 30 }
 */
export function japaneseClock(text: string): Clock | 'receipt' | 'unknown' | null {
  const written = text.normalize('NFKC').trim();
  if (!JAPANESE.test(written)) return null;
  if (FROM_RECEIPT.test(written)) return 'receipt';
  const bare = written.replace(/[\s・、,.。()「」]/g, '').replace(/^お?支払い?(期限|期日|条件)?[:は]?/, '');
  if (AT_ONCE.test(bare)) return { kind: 'days', days: 0 };
  const plain = bare.replace(/日間/g, '日').replace(NOISE, '').replace(/[:は]/g, '');
  return ofDays(plain) ?? ofClosing(plain) ?? 'unknown';
}

function ofDays(plain: string): Clock | null {
  const days = /^(\d{1,3})日?$/.exec(plain);
  if (days) return { kind: 'days', days: Number(days[1]) };
  const months = /^(\d{1,2})(?:か|ヶ|カ|ケ|ヵ|箇|個)月$/.exec(plain);
  return months ? { kind: 'months', months: Number(months[1]) } : null;
}

const MONTHS: Record<string, number> = { 当月: 0, 同月: 0, 今月: 0, 翌月: 1, 翌々月: 2, 翌翌月: 2 };

// "月末締め" or "20日締め", then "翌月末" or "翌月10日"; without a closing day the month of the invoice is meant.
function ofClosing(plain: string): Clock | null {
  const match =
    /^(?:(当月|毎月)?(末日?|月末日?|\d{1,2}日)(?:締め?切?り?|〆切?り?|締め日))?(当月|同月|今月|翌月|翌々月|翌翌月)?(末日?|月末日?|\d{1,2}日)?$/.exec(
      plain,
    );
  if (!match) return null;
  const [, , closed, month, paid] = match;
  if (paid === undefined || (closed === undefined && month === undefined && !paid.includes('末'))) return null;
  const closing = dayOf(closed);
  const day = dayOf(paid);
  const months = MONTHS[month ?? ''] ?? (closed === undefined ? 0 : null);
  if (months === null || !isDay(closing) || !isDay(day)) return null;
  // Paid before it is closed: a slip.
  return months === 0 && day < closing && closed !== undefined ? null : { kind: 'closing', closing, months, day };
}

function dayOf(written: string | undefined): number {
  return written === undefined || written.includes('末') ? MONTH_END : Number.parseInt(written, 10);
}

function isDay(day: number): boolean {
  return day >= 1 && day <= MONTH_END;
}
