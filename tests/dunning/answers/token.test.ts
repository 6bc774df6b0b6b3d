// The token in the link of a mail: known again with the secret, never without; HMAC-SHA256 held against another implementation.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerToken, isAnswerToken, referenceIn } from '../../../src/dunning/answers/token';
import { keyedDigest, REFERENCE_LETTERS } from '../../../src/dunning/history/digest';
import { runs } from '../../builders/property-runs';

const reference = fc
  .array(fc.constantFrom(...REFERENCE_LETTERS), { minLength: 5, maxLength: 5 })
  .map((letters) => `DS-${letters.join('')}`);
const secret = fc.string({ minLength: 1, maxLength: 80 });

describe('the keyed digest', () => {
  // RFC 4231, test cases 2 and 6: a short key, and one longer than a block.
  it.each([
    ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [
      'key',
      'The quick brown fox jumps over the lazy dog',
      'f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8',
    ],
  ])('is HMAC-SHA256: %s', (key, text, hex) => {
    expect(Buffer.from(keyedDigest(key, text)).toString('hex')).toBe(hex);
  });

  it('is that of another implementation, for whatever key and text', () => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 200 }), (key, text) => {
        const other = createHmac('sha256', Buffer.from(key)).update(Buffer.from(text)).digest('hex');
        expect(Buffer.from(keyedDigest(key, text)).toString('hex')).toBe(other);
      }),
      { numRuns: runs(100, 1000) },
    );
  });
});

describe('the token of a mail', () => {
  it('is known again by who has the secret, however it was typed', () => {
    fc.assert(
      fc.property(reference, secret, (of, key) => {
        const token = answerToken(of, key);
        expect(isAnswerToken(token)).toBe(true);
        expect(referenceIn(token, key)).toBe(of);
        expect(referenceIn(` ${token.toLowerCase()} `, key)).toBe(of);
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  it('is none with another secret, another reference, or any letter changed', () => {
    fc.assert(
      fc.property(
        reference,
        secret,
        secret,
        fc.nat(21),
        fc.constantFrom(...REFERENCE_LETTERS),
        (of, key, other, at, letter) => {
          const token = answerToken(of, key);
          if (other !== key) expect(referenceIn(token, other)).toBe('');
          const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
          if (changed.replace('-', '') !== token.replace('-', '')) expect(referenceIn(changed, key)).toBe('');
        },
      ),
      { numRuns: runs(100, 1000) },
    );
  });

  it('carries 80 bits of the proof: each letter five, the first bytes of the HMAC', () => {
    const proof = answerToken('DS-7F3K2', 'secret').slice(6);
    const bits = [...proof].map((letter) => REFERENCE_LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const bytes = createHmac('sha256', 'secret').update('answer DS-7F3K2').digest().subarray(0, 10);
    expect(bits).toBe([...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join(''));
  });

  it('is never ours while no secret was made', () => {
    expect(referenceIn(answerToken('DS-7F3K2', ''), '')).toBe('');
  });
});
