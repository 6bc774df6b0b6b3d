// What a segment is called where people read it; its name as stored stays in tabs, formulas and settings.

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
