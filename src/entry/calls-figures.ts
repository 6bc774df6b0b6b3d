// What the desk asks for under Figures.
import { asked } from '../google/asked';
import { showFigures } from '../usecases/figures-page/show-figures';
import type { FiguresView } from '../usecases/figures-page/view';
import type { Result } from '../usecases/result';

/** Everything the pictures of Figures are made from. */
export function getFigures(): Result<FiguresView> {
  return asked([], [], showFigures);
}
