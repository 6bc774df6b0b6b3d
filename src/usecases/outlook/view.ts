// What the forecast page is shown: the next days if nobody pays.
import type { Channel, ContactCount } from '../../dunning/policy/channels';

/** A business day of the forecast. */
export interface ForecastDayView extends Record<ContactCount, number> {
  day: string;
  customers: number;
  /** The first of its contacts; `customers` says how many there are. */
  contacts: { customer: string; channel: Channel; stage: string; amounts: string }[];
}

/** The next days if nobody pays. */
export interface ForecastView {
  asOf: string;
  totals: Record<ContactCount | 'customers', number>;
  days: ForecastDayView[];
  /** Customers with more than two contacts within seven days, the most contacted first. */
  crowded: { customer: string; days: string[] }[];
  /** How many of those there are; `crowded` names the first. */
  crowdedCount: number;
  /** Who is contacted most within seven days, a sentence; '' when nobody is contacted. */
  busiest: string;
  /** Customers who cannot be reached before something is mended. */
  fixes: { customer: string; message: string }[];
  fixesCount: number;
}
