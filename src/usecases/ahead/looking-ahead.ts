// What the command line takes to look ahead in a file and back over its past, bundled as one script beside the one that is pushed.
import { Refusal } from '../../workbook/refusal';
import type { PreviewOptions } from '../planning/preview-book';
import { type ForecastReport, forecastReport } from './forecast-report';
import type { FileBook } from './opened-file';
import { type ReplayedPolicy, type ReplayReport, replayReport } from './replay-report';

/** A sentence in place of a report. */
interface Refused {
  refused: { code: string; message: string };
}

/** The forecast of a file. */
export function forecastOfFile(file: FileBook, options: PreviewOptions): ForecastReport | Refused {
  return orRefused(() => forecastReport(file, options));
}

/** Policies over the past of a file. */
export function replayOfFile(
  file: FileBook,
  span: { from: string; to: string },
  policies: readonly ReplayedPolicy[],
): ReplayReport | Refused {
  return orRefused(() => replayReport(file, span, policies));
}

function orRefused<T>(report: () => T): T | Refused {
  try {
    return report();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}
