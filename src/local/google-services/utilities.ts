// Utilities: base64, digests, dates, blobs, texts.
import { Blob, serveBlob } from './blob';
import { ascii, signed, toBase64, utf8 } from './bytes';
import { type MethodTable, serve, signatureException } from './call';
import { Charset, DigestAlgorithm, type EnumValue } from './enums';
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

const TABLE: MethodTable = {
  base64Encode: '- S|S,e|A',
  base64EncodeWebSafe: '- S|S,e|A',
  base64Decode: '- S|S,e',
  base64DecodeWebSafe: '- S|S,e',
  computeDigest: '- e,S|e,S,e|e,A',
  computeHmacSha256Signature: '- s,s|s,s,e|A,A',
  getUuid: '- ',
  newBlob: '- S|S,S?|S,S?,S?|A|A,S?|A,S?,S?',
  formatDate: '- d,S,S',
  parseDate: '- S,S,S',
  sleep: '- n',
  parseCsv: '- S|S,S',
};

/** Makes Utilities for an execution. */
export function createUtilities(host: Host): object {
  serveBlob(host);
  const zoned = (zone: string) => (host.isZone(zone) ? zone : 'GMT');
  const decode = (text: string) =>
    signed(Array.from(host.decoded(text) ?? fail('Could not decode string.'), (byte) => byte.charCodeAt(0)));
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
    computeHmacSha256Signature(value: string | unknown[], key: string | unknown[], charset: unknown = null): number[] {
      const bytes = (data: string | unknown[]) =>
        Array.isArray(data) ? bytesOf(data) : textBytes(data, charset, 'US_ASCII');
      return signed(host.hmac('HMAC_SHA_256', bytes(value), bytes(key)));
    },
    getUuid: (): string => host.uuid(),
    newBlob(data: string | unknown[], type: string | null = null, name: string | null = null): Blob {
      const text = typeof data === 'string';
      return new Blob(text ? utf8(data) : bytesOf(data), type ?? (text ? 'text/plain' : null), name, host);
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
  };
  serve(host, utilities, 'Utilities', 'Utilities', TABLE);
  return Object.assign(utilities, {
    formatString: (template: unknown, ...values: unknown[]): string => formatString(String(template), values),
    DigestAlgorithm,
    Charset,
    toString: () => 'Utilities',
  });
}
