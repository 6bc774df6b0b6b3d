// How often a dear property is tried: less in every run, in full by `npm run test:long`.

/**
 * The runs of a property.
 * @param daily in `npm test`
 * @param full in `npm run test:long`, for whose project vitest.config.ts lists the file
 * @example runs(300, 2000) // 300, and 2000 in a long run
 */
export function runs(daily: number, full: number): number {
  return process.env['PROPERTIES'] === 'full' ? full : daily;
}
