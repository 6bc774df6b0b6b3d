// What one step of sending did.

/** Progress of one sending step. */
export interface SendResult {
  sent: number;
  cancelled: number;
  backToReview: number;
  failed: number;
  /** Approved mails still to go. */
  remaining: number;
  /** Why it stopped while some remain: '' when the step was simply full and the caller should go on. */
  stopped: string;
  /** Why approved mails were passed over and stay approved, a sentence; '' when none were, or the calendar says so. */
  waits: string;
  /** One sentence for the progress line. */
  message: string;
}
