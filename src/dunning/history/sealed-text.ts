// A long text of which each part proves itself: it is cut into blocks, a block is checked when something of it is first read.
import { digest } from './digest';

/** Characters of a block: few are read for a line, and few digests are kept. */
const BLOCK = 4_096;
const DIGEST = digest('').length;

/** A block is not as it was sealed: whoever reads takes what it says from somewhere else. */
export class TornText extends Error {
  override readonly name = 'TornText';
}

/** The digests of the blocks of a text, one after the other. Who keeps them apart knows the text again, block by block. */
export function blockDigests(text: string): string {
  const digests: string[] = [];
  for (let at = 0; at < text.length; at += BLOCK) digests.push(digest(text.slice(at, at + BLOCK)));
  return digests.join('');
}

/** A text that is checked where it is read. */
export class SealedText {
  private readonly checked = new Set<number>();

  /**
   * @param text may be another one by now
   * @param digests what `blockDigests` gave of it
   */
  constructor(
    readonly text: string,
    private readonly digests: string,
  ) {}

  /** A part of the text. @throws TornText where it is not as it was sealed */
  read(from: number, to: number): string {
    this.check(from, to);
    return this.text.slice(from, to);
  }

  /** @throws TornText */
  check(from: number, to: number): void {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1) {
      if (this.checked.has(block)) continue;
      const found = digest(this.text.slice(block * BLOCK, (block + 1) * BLOCK));
      if (found !== this.digests.slice(block * DIGEST, (block + 1) * DIGEST)) throw new TornText();
      this.checked.add(block);
    }
  }
}
