// What the page of promises and disputes is shown.

/** A promise with how it stands. */
export interface PromiseView {
  customerKey: string;
  customer: string;
  /** '' for what was open that day. */
  invoice: string;
  /** In words; '' when none was named. */
  amount: string;
  promisedOn: string;
  recorded: string;
  state: 'open' | 'kept' | 'partly kept' | 'broken' | 'cancelled' | 'unreadable';
  /** Received so far with its day, in words; '' when nothing was. */
  received: string;
  /** How it stands, a sentence. */
  stands: string;
  note: string;
  /** The plan it is an instalment of; '' for a promise of its own. */
  plan: string;
  row: number;
  seen: string;
}

/** A dispute with who has to do what. */
export interface DisputeView {
  customerKey: string;
  customer: string;
  invoice: string;
  amount: string;
  reason: string;
  kind: 'dispute' | 'query';
  /** Who in our firm settles it; '' where nobody said. */
  department: string;
  opened: string;
  owner: string;
  deadline: string;
  /** The deadline has passed. */
  late: boolean;
  resolved: string;
  outcome: string;
  /** Who waits for whom, a sentence. */
  stands: string;
  row: number;
  seen: string;
}

/** The Promises and disputes view; what needs somebody first. */
export interface PromisesView {
  asOf: string;
  promises: PromiseView[];
  disputes: DisputeView[];
}
