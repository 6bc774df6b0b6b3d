// Zone names as Java writes them, from the names that Intl gives.

const SHORT: Record<string, string> = {
  'Central European Standard Time': 'CET',
  'Central European Summer Time': 'CEST',
  'Eastern European Standard Time': 'EET',
  'Eastern European Summer Time': 'EEST',
  'Western European Standard Time': 'WET',
  'Western European Summer Time': 'WEST',
  'Greenwich Mean Time': 'GMT',
  'British Summer Time': 'BST',
  'Irish Standard Time': 'IST',
  'Moscow Standard Time': 'MSK',
  'Israel Standard Time': 'IST',
  'Israel Daylight Time': 'IDT',
  'South Africa Standard Time': 'SAST',
  'Gulf Standard Time': 'GST',
  'India Standard Time': 'IST',
  'China Standard Time': 'CST',
  'Hong Kong Standard Time': 'HKT',
  'Singapore Standard Time': 'SGT',
  'Korean Standard Time': 'KST',
  'Japan Standard Time': 'JST',
  'Australian Western Standard Time': 'AWST',
  'Australian Central Standard Time': 'ACST',
  'Australian Central Daylight Time': 'ACDT',
  'Australian Eastern Standard Time': 'AEST',
  'Australian Eastern Daylight Time': 'AEDT',
  'New Zealand Standard Time': 'NZST',
  'New Zealand Daylight Time': 'NZDT',
  'Brasilia Standard Time': 'BRT',
  'Argentina Standard Time': 'ART',
};

/**
 * The name of pattern letter `z`.
 * @param short what Intl gives, an offset where US English has no abbreviation
 * @example javaZoneName('GMT+1', 'Central European Standard Time', false) // 'CET'
 */
export function javaZoneName(short: string, long: string, wantsLong: boolean): string {
  if (wantsLong) return long.replace(' European Standard Time', ' European Time');
  return SHORT[long] ?? short;
}
