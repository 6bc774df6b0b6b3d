// Utilities: base64, digests, dates, blobs, texts.
import { Blob } from './blob';
import { ascii, fromBase64, signed, toBase64, utf8 } from './bytes';
import { type MethodTable, serve, signatureException } from './call';
import { Charset, DigestAlgorithm, type EnumValue, MacAlgorithm } from './enums';
import { fail } from './exception';
import type { Host } from './host';
import { DateFormatError, formatDate, parseDate, type ZoneRules } from './simple-date-format';
import { formatString, parseCsv } from './texts';
import { javaZoneName } from './zone-names';

function rulesOf(host: Host): ZoneRules {
  return {
    offsetAt: (zone, instant) => host.offsetAt(zone, instant),
    instantOf: (zone, wall) => host.instantOf(zone, wall),
    nameAt: (zone, instant, long) =>
      javaZoneName(host.zoneName(zone, instant, false), host.zoneName(zone, instant, true), long),
  };
}

/** Bytes of a list as Java takes it. @throws Exception `Cannot convert ... to byte` for anything but whole numbers */
function bytesOf(list: unknown[]): number[] {
  return list.map((byte) => (typeof byte === 'number' ? byte & 255 : fail(`Cannot convert ${String(byte)} to byte.`)));
}

function textBytes(text: string, charset: unknown, fallback: 'US_ASCII' | 'UTF_8'): number[] {
  const name = charset === Charset.UTF_8 ? 'UTF_8' : charset === Charset.US_ASCII ? 'US_ASCII' : fallback;
  return name === 'UTF_8' ? utf8(text) : ascii(text);
}

function javaDates<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DateFormatError) fail(error.message);
    throw error;
  }
}

function mac(host: Host, algorithm: string, value: unknown, key: unknown, charset: unknown, method: string): number[] {
  if (Array.isArray(value) && Array.isArray(key)) return signed(host.hmac(algorithm, bytesOf(value), bytesOf(key)));
  if (typeof value !== 'string' || typeof key !== 'string') throw signatureException([value, key], method);
  return signed(host.hmac(algorithm, textBytes(value, charset, 'US_ASCII'), textBytes(key, charset, 'US_ASCII')));
}

const MAC_PAIR = 's,s|s,s,e|A,A';

const TABLE: MethodTable = {
  base64Encode: '- S|S,e|A',
  base64EncodeWebSafe: '- S|S,e|A',
  base64Decode: '- S|S,e',
  base64DecodeWebSafe: '- S|S,e',
  computeDigest: '- e,S|e,S,e|e,A',
  computeHmacSha256Signature: `- ${MAC_PAIR}`,
  computeHmacSignature: '- e,S,S|e,S,S,e|e,A,A',
  getUuid: '- ',
  newBlob: '- S|S,S?|S,S?,S?|A|A,S?|A,S?,S?',
  formatDate: '- d,S,S',
  parseDate: '- S,S,S',
  sleep: '- n',
  parseCsv: '- S|S,S',
  jsonParse: '- S',
  jsonStringify: '- a',
  gzip: '- e|e,S',
  ungzip: '- e',
};

/** Makes Utilities for an execution. */
export function createUtilities(host: Host): object {
  const zoned = (zone: string) => (host.isZone(zone) ? zone : 'GMT');
  const decode = (text: string) => signed(fromBase64(text) ?? fail('Could not decode string.'));
  const encode = (data: string | unknown[], charset: unknown) =>
    toBase64(Array.isArray(data) ? bytesOf(data) : textBytes(data, charset, 'UTF_8'));
  const utilities = {
    base64Encode: (data: string | unknown[], charset: unknown = null): string => encode(data, charset),
    base64EncodeWebSafe: (data: string | unknown[], charset: unknown = null): string =>
      encode(data, charset).replace(/\+/g, '-').replace(/\//g, '_'),
    base64Decode: (text: string): number[] => decode(text),
    base64DecodeWebSafe: (text: string): number[] => decode(text),
    computeDigest(algorithm: EnumValue, value: string | unknown[], charset: unknown = null): number[] {
      if (!Object.values(DigestAlgorithm).includes(algorithm))
        throw signatureException([algorithm, value], 'Utilities.computeDigest');
      const bytes = Array.isArray(value) ? bytesOf(value) : textBytes(value, charset, 'US_ASCII');
      return signed(host.digest(algorithm.name(), bytes));
    },
    computeHmacSha256Signature: (value: unknown, key: unknown, charset: unknown = null): number[] =>
      mac(host, 'HMAC_SHA_256', value, key, charset, 'Utilities.computeHmacSha256Signature'),
    computeHmacSignature: (algorithm: EnumValue, value: unknown, key: unknown, charset: unknown = null): number[] =>
      mac(host, algorithm.name(), value, key, charset, 'Utilities.computeHmacSignature'),
    getUuid: (): string => host.uuid(),
    newBlob(data: string | unknown[], type: string | null = null, name: string | null = null): Blob {
      const text = typeof data === 'string';
      return new Blob(text ? utf8(data) : bytesOf(data), type ?? (text ? 'text/plain' : null), name);
    },
    formatDate: (date: Date, zone: string, pattern: string): string =>
      javaDates(() => formatDate(date.getTime(), zoned(zone), pattern, rulesOf(host))),
    parseDate: (text: string, zone: string, pattern: string): Date =>
      new Date(javaDates(() => parseDate(text, zoned(zone), pattern, rulesOf(host)))),
    sleep(milliseconds: number): void {
      if (milliseconds < 0 || milliseconds > 300_000) fail('sleep time must be between 0 and 300000 milliseconds.');
      host.pass(milliseconds);
    },
    parseCsv: (text: string, delimiter = ','): string[][] => parseCsv(text, delimiter),
    jsonParse: (text: string): unknown => JSON.parse(text),
    jsonStringify: (value: unknown): string => JSON.stringify(value),
    gzip: (blob: Blob, name: string | null = null): Blob =>
      new Blob(
        host.compress('gzip', blob.getBytes()),
        'application/x-gzip',
        name ?? `${blob.getName() ?? 'archive'}.gz`,
      ),
    ungzip: (blob: Blob): Blob =>
      new Blob(host.compress('gunzip', blob.getBytes()), null, (blob.getName() ?? '').replace(/\.gz$/, '')),
  };
  serve(host, utilities, 'Utilities', 'Utilities', TABLE);
  return Object.assign(utilities, {
    formatString: (template: unknown, ...values: unknown[]): string => formatString(String(template), values),
    DigestAlgorithm,
    MacAlgorithm,
    Charset,
    toString: () => 'Utilities',
  });
}
