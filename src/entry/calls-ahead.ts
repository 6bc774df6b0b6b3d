// What the pages that look ahead ask for: the book once, in columns; they compute the rest themselves.
import { asked } from '../google/asked';
import { showAhead } from '../usecases/ahead/show-ahead';
import type { AheadView } from '../usecases/ahead/view';
import type { Result } from '../usecases/result';

/** The book to look ahead in; changes nothing. */
export function getAhead(): Result<AheadView> {
  return asked([], [], showAhead);
}
