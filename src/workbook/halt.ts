// A halt that keeps mails from leaving, with the one click that may lift it.

/** A halt that keeps mails from leaving, and the one click that may lift it. */
export interface SendingHalt {
  /** `stale-payments`, `half-loaded`, `copied`, `log-mismatch`, `not-sender`, `no-permission`, `not-set-up`, ... */
  code: string;
  message: string;
  /** What a person may press; `call` is the sidebar call that does it, `on` what it is given where it is a switch. */
  actions: (
    | {
        label: string;
        call:
          | 'confirmPayments'
          | 'acceptTable'
          | 'acceptLog'
          | 'moveHere'
          | 'startAfresh'
          | 'becomeSender'
          | 'testSendAs'
          | 'confirmSendAs'
          | 'denySendAs'
          | 'openSetup';
      }
    | { label: string; call: 'setAutomatic'; on: boolean }
  )[];
}
