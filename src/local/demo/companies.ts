// The demo company's customers: invented firms in several countries, each with a way of paying.

/** How a demo customer pays; the segments of the product follow from it. */
export type Habit = 'new' | 'timely' | 'timely-large' | 'late' | 'late-large' | 'doubtful' | 'doubtful-large';

export interface DemoCustomer {
  id: string;
  name: string;
  country: string;
  currency: 'EUR' | 'GBP' | 'USD';
  habit: Habit;
  contact: string;
  email: string;
  owner: string;
  /** Days to pay by agreement. */
  terms: number;
}

/** The demo company, whose invoices these are. */
export const COMPANY = 'Lindqvist & Rowe Ltd';
const OWNERS = ['priya.nair@example.com', 'tom.aldous@example.com', 'ines.ferreira@example.com'] as const;

type Row = readonly [name: string, country: string, currency: DemoCustomer['currency'], habit: Habit, contact: string];

const ROWS: readonly Row[] = [
  ['Harrowfield Timber Ltd', 'GB', 'GBP', 'timely', 'Margaret Oyelaran'],
  ['Calder & Finch Interiors', 'GB', 'GBP', 'timely-large', 'Daniel Whitcombe'],
  ['Penrose Joinery Works', 'GB', 'GBP', 'late', 'Gareth Pugh'],
  ['Tidewell Catering Group', 'GB', 'GBP', 'late-large', 'Aisha Rahman'],
  ['Northmoor Signage', 'GB', 'GBP', 'doubtful', 'Kevin Strand'],
  ['Bexcombe Leisure Ltd', 'GB', 'GBP', 'doubtful-large', 'Louise Fenn'],
  ['Quillet Stationers', 'GB', 'GBP', 'new', 'Oliver Marsh'],
  ['Ashdown Veterinary Partners', 'GB', 'GBP', 'timely', 'Dr Helen Croft'],
  ['Gallowgate Print Rooms', 'GB', 'GBP', 'late', 'Moira Sinclair'],
  ['Stonebridge Lettings', 'GB', 'GBP', 'doubtful', 'Peter Ainsley'],
  ['Ballyrowan Foods', 'IE', 'EUR', 'timely', 'Niamh Gallagher'],
  ['Corrib Marine Services', 'IE', 'EUR', 'late', 'Eoin Tierney'],
  ['Rosslare Cold Storage', 'IE', 'EUR', 'new', 'Sinead Whelan'],
  ['Bergmüller Feinmechanik GmbH', 'DE', 'EUR', 'timely-large', 'Katrin Bergmüller'],
  ['Elbquell Getränke GmbH', 'DE', 'EUR', 'late', 'Jörg Petersen'],
  ['Havelmann & Söhne KG', 'DE', 'EUR', 'timely', 'Anja Havelmann'],
  ['Lindenhof Messebau', 'DE', 'EUR', 'doubtful', 'Uwe Krahl'],
  ['Sternwerk Optik AG', 'DE', 'EUR', 'late-large', 'Matthias Roth'],
  ['Alpenrand Sport GmbH', 'AT', 'EUR', 'late', 'Eva Steinlechner'],
  ['Atelier Fontvieille', 'FR', 'EUR', 'timely', 'Claire Dumont'],
  ['Brasserie du Vieux Quai', 'FR', 'EUR', 'doubtful', 'Luc Perrin'],
  ['Moulins de Saint-Aubrac', 'FR', 'EUR', 'doubtful-large', 'Sophie Carrel'],
  ['Textiles Garonne SARL', 'FR', 'EUR', 'late', 'Yann Lebrun'],
  ['Van Houtsma Bloemen BV', 'NL', 'EUR', 'timely', 'Femke van Houtsma'],
  ['Waalkade Logistiek BV', 'NL', 'EUR', 'late', 'Jeroen Bakker'],
  ['Zuiderpolder Agro', 'NL', 'EUR', 'new', 'Maaike de Wit'],
  ['Norrsken Möbler AB', 'SE', 'EUR', 'timely', 'Linnea Sjöberg'],
  ['Peñalara Turismo SL', 'ES', 'EUR', 'doubtful', 'Carmen Ibáñez'],
  ['Officina Brunetti Srl', 'IT', 'EUR', 'doubtful', 'Paolo Brunetti'],
  ['Lago Chiaro Ceramiche', 'IT', 'EUR', 'late', 'Giulia Sartori'],
  ['Hollis Creek Brewing Co', 'US', 'USD', 'timely', 'Jenna Hollis'],
  ['Prairie Lantern Media', 'US', 'USD', 'timely', 'Marcus Boone'],
  ['Bright Harbor Dental Group', 'US', 'USD', 'timely-large', 'Angela Ruiz'],
  ['Redstone Trail Outfitters', 'US', 'USD', 'late', 'Cody Barnes'],
  ['Summit Ridge Fabrication', 'US', 'USD', 'late-large', 'Diane Kowalski'],
  ['Copper Mesa Ventures', 'US', 'USD', 'doubtful', 'Rick Delgado'],
  ['Lakeshore Event Rentals', 'US', 'USD', 'doubtful', 'Tanya Brooks'],
  ['Juniper Street Pediatrics', 'US', 'USD', 'new', 'Dr Omar Haddad'],
  ['Maple & Thorne Architects', 'CA', 'USD', 'timely', 'Simon Thorne'],
  ['Granite Bay Seafoods', 'CA', 'USD', 'new', 'Elise Tremblay'],
];

/** The customers, in the order of their ids. */
export function demoCustomers(): DemoCustomer[] {
  return ROWS.map(([name, country, currency, habit, contact], index) => ({
    id: `C-${String(1001 + index)}`,
    name,
    country,
    currency,
    habit,
    contact,
    email: `accounts@${domainOf(name)}`,
    owner: OWNERS[index % OWNERS.length] ?? OWNERS[0],
    terms: habit.endsWith('large') ? 45 : index % 3 === 0 ? 14 : 30,
  }));
}

/** A domain under .example, which is reserved and reaches nobody. */
export function domainOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(ltd|gmbh|kg|ag|bv|ab|sl|srl|sarl|co)\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return `${plain.split(' ').slice(0, 2).join('-')}.example`;
}

/** A telephone number from the ranges that regulators keep for fiction; '' for the countries that keep none. */
export function phoneOf({ country, id }: DemoCustomer): string {
  const nth = Number(id.slice(-2));
  const two = String(nth).padStart(2, '0');
  const ranges: Record<string, string> = {
    GB: `+44 20 7946 00${two}`,
    US: `+1 202 555 01${two}`,
    CA: `+1 613 555 01${two}`,
    DE: `+49 30 23125 0${two}`,
    FR: `+33 1 99 00 00 ${two}`,
  };
  return ranges[country] ?? '';
}
