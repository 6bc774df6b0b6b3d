// What the pages that look ahead ask for: the book once, in columns; they compute the rest themselves.
import * as v from 'valibot';
import { aFlag, asked } from '../google/asked';
import { showAhead } from '../usecases/ahead/show-ahead';
import { showEffect } from '../usecases/ahead/show-effect';
import type { AheadView, EffectView } from '../usecases/ahead/view';
import type { Result } from '../usecases/result';

/** The book to look ahead in, with the work that waits where it is asked for; changes nothing. */
export function getAhead(withWork?: boolean): Result<AheadView> {
  return asked([withWork], [v.nullish(aFlag, false)], showAhead);
}

/** The contacts that were made, for the page Effect; changes nothing. */
export function getEffect(): Result<EffectView> {
  return asked([], [], showEffect);
}
