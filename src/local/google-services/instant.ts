// Dates by instant: JavaScript's own Date, before a context's clock and zone were put around it.

/** Makes and measures dates without clock and zone, which instants do not need. */
export const Instant = Date;

/** Whether a value is a date; a look at its kind first, as most cells hold none. */
export function isDate(value: unknown): value is Date {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value instanceof Instant || Object.prototype.toString.call(value) === '[object Date]')
  );
}
