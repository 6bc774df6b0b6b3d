// A question about what was sent, as people type it: `what did we send to Acme since March`.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const QUESTION =
  /^(?:what (?:did|have) we (?:send|sent) |(?:what was )?sent |sent )?(?:to )?(.*?)\s*\bsince\s+(.+?)\??$/i;

/**
 * Whom and since when a question asks; null for any other text.
 * @param today `YYYY-MM-DD`: a month without its year is the latest one
 * @example sentSince('what did we send to Acme since March', '2026-11-28') // { search: 'Acme', since: '2026-03-01' }
 */
export function sentSince(text: string, today: string): { search: string; since: string } | null {
  const [, whom = '', when = ''] = QUESTION.exec(text.trim()) ?? [];
  const since = today === '' ? '' : dayOf(when, today);
  return since === '' ? null : { search: whom.trim(), since };
}

function dayOf(when: string, today: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const [, day = '1', name = '', year = ''] = /^(\d{1,2}\s+)?([a-z]{3,9})\.?(?:\s+(\d{4}))?$/i.exec(when) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  if (month < 0) return '';
  const iso = (of: number): string =>
    `${of}-${String(month + 1).padStart(2, '0')}-${String(Number(day)).padStart(2, '0')}`;
  const now = Number(today.slice(0, 4));
  if (year !== '') return iso(Number(year));
  return iso(now) > today ? iso(now - 1) : iso(now);
}
