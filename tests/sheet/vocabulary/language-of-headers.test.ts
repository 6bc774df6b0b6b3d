import { describe, expect, it } from 'vitest';
import { languageOfHeaders } from '../../../src/sheet/vocabulary/language-of-headers';

describe('the language of headers', () => {
  it.each([
    ['es', ['Nº Factura', 'Código Cliente', 'Cliente', 'Fecha Factura', 'Fecha Vencimiento', 'Divisa', 'Importe']],
    ['de', ['Rechnungsnummer', 'Kunde', 'Fällig am', 'Betrag', 'Bezahlt']],
    ['fr', ['Numéro facture', 'Client', "Date d'échéance", 'Montant TTC', 'Restant dû']],
    ['', ['Invoice No', 'Customer', 'Invoice Date', 'Due Date', 'Amount', 'Balance']],
    ['', ['Número da Nota', 'Cliente', 'Data de Vencimento', 'Valor em Aberto']],
    ['', ['Numero fattura', 'Cliente', 'Data scadenza', 'Importo']],
    ['', ['Factuurnummer', 'Klant', 'Vervaldatum', 'Bedrag']],
    ['', ['Cliente', 'Invoice', 'Due date']],
    ['', []],
  ])('is %j for %j', (language, headers) => expect(languageOfHeaders(headers)).toBe(language));
});
