// Whose address a column holds: the customer's, or that of our own people.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, mapped } from '../grids';

const due = date('2026-03-31');

function withAddress(header: string, addresses: readonly string[], more: string[] = []): Cell[][] {
  const rows = addresses.map((address, i): Cell[] => [`Customer ${i}`, `M-${i}`, due, 100 + i, address, ...more]);
  return [['Customer', 'Invoice', 'Due Date', 'Balance', header], ...rows];
}

const OURS = ['rep.one@ours.example', 'rep.one@ours.example', 'rep.two@ours.example'];
const THEIRS = ['ap@alder.example', 'ap@birch.example', 'ap@cedar.example'];

describe('the owner of an account', () => {
  it.each(['Owner', 'Account owner', 'Credit controller', 'Sales rep'])('may be told by an address: %s', (header) => {
    expect(mapped(withAddress(header, OURS))).toMatchObject({ owner: header });
    expect(mapped(withAddress(header, OURS))['email']).toBeUndefined();
  });
});

describe('a column of mail addresses', () => {
  it.each([
    ...['Sales Rep Email', 'created_by', 'CreatedBy', 'Owner email', 'Account Manager E-mail', 'From', 'Sender'],
    ...[
      'Agent',
      'Collector email',
      'assigned_to_email',
      'Prepared by',
      'Salesperson',
      'Last modified by',
      'Our contact email',
    ],
    ...[
      'Sachbearbeiter E-Mail',
      'Erstellt von',
      'Absender',
      'Vertreter-Mail',
      'Créé par',
      'Email commercial',
      'Expéditeur',
    ],
    ...['Creado por', 'Correo vendedor', 'Email agente', 'Creato da', 'Criado por', 'Aangemaakt door', 'Afzender'],
    ...['Utworzone przez', 'Email handlowca', '作成者', '営業担当メール'],
  ])('named "%s" is of our own people, not of the customer', (header) => {
    expect(mapped(withAddress(header, OURS))['email']).toBeUndefined();
    expect(mapped(withAddress(header, THEIRS))['email']).toBeUndefined();
    expect(detected(withAddress(header, OURS)).questions.map(({ field }) => field)).not.toContain('email');
  });

  it.each(['Email', 'Billing contact', 'AP mailbox', 'E-Mail Kunde', 'correo', 'Buchhaltung'])(
    'named "%s" is the customer’s',
    (header) => {
      expect(mapped(withAddress(header, THEIRS))['email']).toBe(header);
    },
  );

  it('under a name that says nothing is asked about where one address stands under three customers', () => {
    const found = detected(withAddress('Mailbox', ['x@ours.example', 'x@ours.example', 'x@ours.example']));
    expect(found.columns.email).toBeUndefined();
    expect(found.questions).toEqual([
      {
        field: 'email',
        message: 'Is "Mailbox" the address of the customer? x@ours.example stands under 3 customers.',
        candidates: ['Mailbox'],
      },
    ]);
  });

  it('is the customer’s beside one of our own people', () => {
    const grid = withAddress('Mailbox', THEIRS, ['rep@ours.example']);
    grid[0]?.push('Sales rep e-mail');
    expect(mapped(grid)['email']).toBe('Mailbox');
  });
});
