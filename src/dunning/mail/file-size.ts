// The size of a file in words.

/**
 * The size of a file as people say it.
 * @param bytes how large it is
 * @example sizeInWords(84_213) // '84 KB'
 */
export function sizeInWords(bytes: number): string {
  if (bytes >= 999_500) return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`;
  return `${Math.max(1, Math.round(bytes / 1000))} KB`;
}
