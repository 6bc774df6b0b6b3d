// Dutch: e-Boekhouden, Exact, Moneybird, SnelStart and sheets grown by hand.
import type { Language } from './language';

export const DUTCH: Language = {
  headers: {
    customer:
      'klant, klanten, relatie, debiteur, debiteuren, afnemer, opdrachtgever, klantnaam, relatienaam, huurder, schuldenaar',
    company: 'bedrijf, organisatie, onderneming',
    'company name': 'bedrijfsnaam',
    name: 'naam, omschrijving klant',
    contact: 'contactpersoon, contact',
    code: 'code',
    invoice: 'factuur, facturen, fact, faktuur',
    document: 'boekstuk, document',
    number: 'nummer, nr',
    'invoice number': 'factnr, boekstuknummer',
    reference: 'referentie, kenmerk, betalingskenmerk',
    date: 'datum',
    'invoice date': 'boekdatum, boekstukdatum, verstuurd op, verzenddatum factuur, datum factuur',
    'due date':
      'vervaldatum, vervalt, vervaldag, verval, betaaldatum uiterlijk, uiterste betaaldatum, uiterlijke betaaldatum, te betalen voor, vervalt op, verv datum, verv, uiterste betaaldag, betalen voor, vervaldat',
    deadline: 'betaaltermijn datum',
    'payment terms':
      'betalingstermijn, betaaltermijn, betalingsconditie, betalingscondities, betalingsvoorwaarden, betaalconditie, termijn, kredietdagen',
    amount: 'bedrag, waarde, som',
    total: 'totaal, totaalbedrag',
    gross: 'bruto, incl btw, inclusief btw, inc btw',
    net: 'netto, excl btw, exclusief btw, ex btw',
    tax: 'btw',
    'amount paid':
      'betaald, voldaan, ontvangen, betaald bedrag, reeds betaald, betalingen, reeds voldaan, ontvangen bedrag, al betaald',
    payment: 'betaling',
    outstanding:
      'openstaand, openstaande, open, openstaand bedrag, nog te betalen, openstaand saldo, restant, restbedrag, nog open, resterend, resterend bedrag, te ontvangen, onbetaald, nog te ontvangen, openst',
    'amount payable': 'te betalen, te betalen bedrag',
    balance: 'saldo',
    currency: 'valuta, munt, muntsoort, valutacode',
    status: 'status, betaalstatus, betalingsstatus, factuurstatus, toestand',
    'payment date':
      'betaaldatum, betaald op, datum betaling, betalingsdatum, voldaan op, datum betaald, ontvangen op, datum ontvangen, datum voldaan, ontvangstdatum',
    disputed: 'betwist, geschil, in geschil, betwisting, in dispuut, dispuut',
    email: 'e mailadres, emailadres, mailadres, factuur email',
    language: 'taal',
    owner:
      'verantwoordelijke, accountmanager, behandelaar, beheerder, contactpersoon intern, relatiebeheerder, verkoper',
    region: 'regio, land, provincie',
    'business unit': 'afdeling, vestiging, kostenplaats, administratie, filiaal',
    product: 'product, artikel, dienst',
    quantity: 'aantal, hoeveelheid',
    'unit price': 'stuksprijs, prijs per stuk, eenheidsprijs',
    'order number': 'ordernummer, bestelnummer, order, inkooporder',
    'payment link': 'betaallink, betaal link',
    'document type': 'soort, type',
    days: 'dagen',
    overdue: 'over vervaldatum, te laat',
  },
  months: 'januari,februari,maart|mrt,april,mei,juni,juli,augustus,september,oktober,november,december',
  status: {
    paid: 'betaald, voldaan, afgehandeld, afgeboekt betaald, volledig betaald, ontvangen, verwerkt',
    'part-paid': 'deels betaald, gedeeltelijk betaald, deelbetaling, gedeeltelijk voldaan, deels voldaan',
    open: 'open, openstaand, onbetaald, niet betaald, vervallen, verlopen, verzonden, verstuurd, te laat, herinnering, aanmaning, herinnerd, aangemaand, nog te betalen, in afwachting, nog niet betaald, achterstallig, te betalen',
    disputed: 'betwist, in geschil, geschil, in dispuut, dispuut',
    draft: 'concept, proforma',
    void: 'geannuleerd, gecrediteerd vervallen, oninbaar, afgeboekt, verwijderd, geannuleerde',
    credit: 'creditnota, creditfactuur, gecrediteerd, credit factuur, terugbetaald',
  },
  yes: 'ja, waar',
  no: 'nee, onwaar, geen',
  totals: 'totaal, subtotaal, eindtotaal, som, generaal totaal, totalen',
};
