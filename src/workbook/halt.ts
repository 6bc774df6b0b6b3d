// A halt that keeps mails from leaving, with the one click that may lift it.

/** A halt that keeps mails from leaving, and the one click that may lift it. */
export interface SendingHalt {
  /** `stale-payments`, `half-loaded`, `copied`, `log-mismatch`, `not-sender`, `no-permission`, `not-set-up`, ... */
  code: string;
  message: string;
  /** What a person may press; `call` is the sidebar call that does it. */
  actions: {
    label: string;
    call:
      | 'confirmPayments'
      | 'confirmDetails'
      | 'acceptTable'
      | 'acceptLog'
      | 'moveHere'
      | 'startAfresh'
      | 'becomeSender'
      | 'openSetup';
    /** What has to be typed before it is pressed; none where a press is enough. */
    typed?: string;
  }[];
}
