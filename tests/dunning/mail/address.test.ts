// Addresses: which can be written to, which are refused and why, and which are our own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAddress,
  domainOf,
  isFreemail,
  isOwnDomain,
  readAddresses,
  splitAddresses,
} from '../../../src/dunning/mail/address';

describe('checking an address', () => {
  it('accepts what mail servers accept', () => {
    for (const address of [
      'ap@example.com',
      'Anna.Weber+invoices@Example.co.uk',
      "o'neil_accounts-2@sub.example-company.example",
      'x@xn--bcher-kva.example',
      '1@2.de',
      ' ap@example.com ',
    ]) {
      expect(checkAddress(address), address).toBeNull();
    }
  });

  it('refuses names, brackets, quotes, blanks and line breaks: the bare address only', () => {
    for (const address of [
      'Anna <ap@example.com>',
      '"ap@example.com" <evil@example.org>',
      'ap@example.com (accounts)',
      'ap @example.com',
      'ap@example.com\r\nBcc: x@example.org',
      'mailto:ap@example.com',
      '"a b"@example.com',
      'ap@[10.0.0.1]',
    ]) {
      expect(checkAddress(address)?.code, address).toBe('bad-address');
    }
  });

  it('refuses broken ones with a sentence that quotes them', () => {
    for (const address of [
      'ap',
      'ap@',
      '@example.com',
      'ap@example',
      'ap@@example.com',
      'a@b@example.com',
      '.ap@example.com',
      'ap.@example.com',
      'a..p@example.com',
      'ap@-example.com',
      'ap@example..com',
      'ap@example.com.',
      'ap@example.123',
      'müller@example.com',
      'ap@bücher.example',
      `${'a'.repeat(65)}@example.com`,
      `a@${'b.'.repeat(130)}com`,
    ]) {
      const problem = checkAddress(address);
      expect(problem?.code, address).toBe('bad-address');
      expect(problem?.message).toContain(address.slice(0, 20));
    }
  });

  it('says of a blank cell that there is no address, not that it is wrong', () => {
    expect(checkAddress('  ')?.code).toBe('no-address');
  });

  it('never lets a character through that could end a header line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (middle) => {
        const address = `a${middle}@example.com`;
        if (checkAddress(address) === null) expect(address.trim()).toMatch(/^[!-~]+$/);
      }),
    );
  });
});

describe('reading a cell of addresses', () => {
  it('separates at commas, semicolons and line breaks', () => {
    expect(splitAddresses(' a@x.de, b@x.de;c@x.de\n\nd@x.de;; ')).toEqual(['a@x.de', 'b@x.de', 'c@x.de', 'd@x.de']);
    expect(splitAddresses(' ')).toEqual([]);
  });

  it('keeps the good ones, each once whatever its case, and reports the bad ones', () => {
    const list = readAddresses('ap@example.com; AP@example.com, nobody; cfo@example.com');
    expect(list.addresses).toEqual(['ap@example.com', 'cfo@example.com']);
    expect(list.problems.map((problem) => problem.code)).toEqual(['bad-address']);
  });

  it('finds nothing wrong with a blank cell', () => {
    expect(readAddresses('')).toEqual({ addresses: [], problems: [] });
  });
});

describe('our own domain', () => {
  it('is that of our address, in any case, and its parts', () => {
    expect(isOwnDomain('Jonas@ACME.com', 'anna@acme.com')).toBe(true);
    expect(isOwnDomain('ap@eu.acme.com', 'anna@acme.com')).toBe(true);
    expect(isOwnDomain('ap@notacme.com', 'anna@acme.com')).toBe(false);
    expect(isOwnDomain('ap@example.com', 'anna@acme.com')).toBe(false);
  });

  it('is nobody’s at a mailbox provider', () => {
    expect(isOwnDomain('customer@gmail.com', 'me@gmail.com')).toBe(false);
    expect(isOwnDomain('customer@googlemail.com', 'me@googlemail.com')).toBe(false);
    expect(isFreemail('GMX.de')).toBe(true);
  });

  it('is unknown while either address is', () => {
    expect(isOwnDomain('', '')).toBe(false);
    expect(isOwnDomain('ap@example.com', '')).toBe(false);
    expect(domainOf('nobody')).toBe('');
  });
});
