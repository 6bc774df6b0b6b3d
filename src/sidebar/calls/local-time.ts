// What time it is where a customer is: only for countries that have one time in all of them.
import { countryCode } from '../../dunning/letter/languages';

/** Countries with one time, without their far islands; the others say nothing, as nobody knows which of theirs it is. */
const ZONES: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires',
  AT: 'Europe/Vienna',
  BE: 'Europe/Brussels',
  BO: 'America/La_Paz',
  CH: 'Europe/Zurich',
  CO: 'America/Bogota',
  CR: 'America/Costa_Rica',
  CU: 'America/Havana',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  DO: 'America/Santo_Domingo',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  GH: 'Africa/Accra',
  GT: 'America/Guatemala',
  HN: 'America/Tegucigalpa',
  IE: 'Europe/Dublin',
  IN: 'Asia/Kolkata',
  IT: 'Europe/Rome',
  JM: 'America/Jamaica',
  JP: 'Asia/Tokyo',
  KE: 'Africa/Nairobi',
  LI: 'Europe/Vaduz',
  LU: 'Europe/Luxembourg',
  MC: 'Europe/Monaco',
  MT: 'Europe/Malta',
  NG: 'Africa/Lagos',
  NI: 'America/Managua',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PA: 'America/Panama',
  PE: 'America/Lima',
  PL: 'Europe/Warsaw',
  PR: 'America/Puerto_Rico',
  PY: 'America/Asuncion',
  SE: 'Europe/Stockholm',
  SG: 'Asia/Singapore',
  SV: 'America/El_Salvador',
  TT: 'America/Port_of_Spain',
  UY: 'America/Montevideo',
  VE: 'America/Caracas',
  ZA: 'Africa/Johannesburg',
};

/**
 * The time in a country, with its weekday; '' where the country has several or is not known.
 * @param country as in AR Customers: a name or a code
 * @example localTime('Japan', new Date('2026-11-23T09:00:00Z')) // 'Mon 18:00'
 */
export function localTime(country: string, now: Date): string {
  const timeZone = ZONES[countryCode(country)];
  if (timeZone === undefined) return '';
  const shape = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', shape).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('hour')}:${part('minute')}`;
}
