// A halt that keeps mails from leaving, with the one click that may lift it.

/** A halt that keeps mails from leaving, and the one click that may lift it. */
export interface SendingHalt {
  /** `stale-payments`, `half-loaded`, `copied`, `log-mismatch`, `not-sender`, `no-permission`, `not-set-up`, ... */
  code: string;
  message: string;
  /** What a person may press; `call` is the sidebar call that does it. */
  actions: (
    | {
        label: string;
        call:
          | 'confirmPayments'
          | 'acceptTable'
          | 'acceptLog'
          | 'mendTabs'
          | 'moveHere'
          | 'startAfresh'
          | 'becomeSender'
          | 'testSendAs'
          | 'confirmSendAs'
          | 'denySendAs'
          | 'openSetup'
          | 'openCapabilities';
      }
    /** `typed`: what has to be typed before it is pressed; none where a press is enough. */
    | { label: string; call: 'confirmDetails'; typed?: string }
    /** `on`: what the switch is turned to. */
    | { label: string; call: 'setAutomatic'; on: boolean }
    /** `key`: of the customer; `on`: whether the insolvency or the assignment stands. */
    | { label: string; call: 'answerInsolvency' | 'answerAssignment'; key: string; on: boolean }
  )[];
}
