// What a segment is called where people read it; its name as stored stays in tabs, formulas and settings.

/** The names that behaviour and size give. */
export const SEGMENTS_BY_BEHAVIOUR = [
  'New',
  'Timely',
  'Timely large',
  'Delinquent SMB',
  'Delinquent large',
  'Doubtful SMB',
  'Doubtful large',
] as const;

/** The names that the open balance alone gives. */
export const SEGMENTS_BY_BALANCE = ['A', 'B', 'C'] as const;

/** Every name that is worked out, in either mode. */
export const COMPUTED_SEGMENTS: readonly string[] = [...SEGMENTS_BY_BEHAVIOUR, ...SEGMENTS_BY_BALANCE];

/** Whether a name is one that figures give, however it is written. @example isComputedSegment('timely') // true */
export function isComputedSegment(segment: string): boolean {
  const name = segment.trim().toLowerCase();
  return COMPUTED_SEGMENTS.some((one) => one.toLowerCase() === name);
}

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    New: 'new customer',
    Timely: 'pays on time',
    'Timely large': 'pays on time, large',
    'Delinquent SMB': 'often late, small',
    'Delinquent large': 'often late, large',
    'Doubtful SMB': 'very late, small',
    'Doubtful large': 'very late, large',
    // Lists of AR Policy that are for several.
    Default: 'everybody else',
    Any: 'every customer',
    'Any large': 'every large customer',
  }),
);

/** A segment in words; one of a person's own as it is written. @example segmentWords('Delinquent SMB') // 'often late, small' */
export function segmentWords(segment: string): string {
  return WORDS.get(segment) ?? segment;
}

/** The same at the beginning of a sentence. @example segmentAtStart('Timely') // 'Pays on time' */
export function segmentAtStart(segment: string): string {
  const words = segmentWords(segment);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
