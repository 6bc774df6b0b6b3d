// Header rows of real exports, with what a careful person takes each column for: the corpus that column detection is held against.
// Sources: public repositories, documentation and import templates of the products named; sample cells shortened, parties made up.

/** One header row: names and sample cells separated by bars. */
export interface HeaderRow {
  id: string;
  /** Where it was found. */
  source?: string;
  language: string;
  headers: string;
  /** A row of cells; '' where none is known. */
  cells: string;
  /** `field=header` of what a careful person reads, separated by bars; a further `field=header` is a second good reading. */
  meant: string;
  also?: string;
  /** The sheet lacks what is needed: a person must be asked. */
  lacking?: true;
}

export const REAL_HEADER_ROWS: readonly HeaderRow[] = [
  {
    id: 'H02',
    source: 'github nooobcoder/HighRadiusTraining Track 4_.../FlaskService/nulldata.csv @8ecca2ede6c4',
    language: 'en',
    headers:
      '|business_code|cust_number|name_customer|clear_date|buisness_year|doc_id|posting_date|due_in_date|baseline_create_date|cust_payment_terms|converted_usd',
    cells: '3|CA02|140105686|Buyer 1||2020|2960623488|30-03-2020|10-04-2020|31-03-2020|CA10|2309.79',
    meant:
      'invoice=doc_id|customer=name_customer|customerId=cust_number|issued=posting_date|due=due_in_date|terms=cust_payment_terms|balance=converted_usd|paidOn=clear_date',
    also: 'amount=converted_usd',
  },
  {
    id: 'H04',
    source: 'github Dcoder422/Cassandra-Final-Round-UDYAM-22 trainData.csv @1a19679a1af9',
    language: 'en',
    headers:
      'Description|Vendor_Name|Created|Invoice_Date|Due_Date|Amount|Settled|Outstanding|Number_of_Days_until_Payment',
    cells: 'Milk x 7 ltrs|Vendor 1|26-04-2011 11:50|26-Apr-11|26-May-11|672.78|672.78|0.0|13',
    meant: 'customer=Vendor_Name|issued=Invoice_Date|due=Due_Date|amount=Amount|paid=Settled|balance=Outstanding',
  },
  {
    id: 'H06',
    source: 'github prizksaad-stack/cash-flow-forecasting sales_invoices.csv @09ad31c44c18',
    language: 'en',
    headers: 'invoice_id|customer|issue_date|due_date|currency|amount|status|payment_date',
    cells: '6000|Cust_A|2024-01-27|2024-03-12|EUR|7086.27|Paid|2024-03-15',
    meant:
      'invoice=invoice_id|customer=customer|issued=issue_date|due=due_date|amount=amount|currency=currency|status=status|paidOn=payment_date',
  },
  {
    id: 'H09',
    source: 'github BDAVIDOV91/invoice-payment-tracker data/invoices.csv @bd5e69621afa',
    language: 'en',
    headers: 'Invoice ID|Client Name|Issue Date|Due Date|Amount (лв)|Payment Date',
    cells: '3|Client 2|2025-01-10|2025-01-25|800|',
    meant:
      'invoice=Invoice ID|customer=Client Name|issued=Issue Date|due=Due Date|amount=Amount (лв)|paidOn=Payment Date',
  },
  {
    id: 'H10',
    source: 'github AkshatJain110/finance-followup-agent data/invoices.csv @a91b2cfdf054',
    language: 'en',
    headers: 'invoice_no|client_name|amount_due|due_date|contact_email|followup_count|payment_link',
    cells: 'INV-1001|Client 3|5200.00|2026-05-13|billing@example.com|0|https://pay.example.com/1',
    meant: 'invoice=invoice_no|customer=client_name|email=contact_email|due=due_date|balance=amount_due',
    also: 'amount=amount_due',
  },
  {
    id: 'H12',
    source: 'github Bedant186/invoice-prediction data/invoices.csv @35456756c40f',
    language: 'en',
    headers:
      'invoice_id|customer_id|invoice_amount|payment_terms|customer_score|previous_delay_avg|invoice_month|days_to_due|late_payment',
    cells: 'INV001|CUST101|12000|30|82|3|1|30|0',
    meant: 'invoice=invoice_id|customerId=customer_id|terms=payment_terms|amount=invoice_amount',
    lacking: true,
  },
  {
    id: 'H13',
    source: 'Xero sales-invoice import CSV (same header in two independent public repositories)',
    language: 'en',
    headers:
      '*ContactName|EmailAddress|POAddressLine1|POAddressLine2|POAddressLine3|POAddressLine4|POCity|PORegion|POPostalCode|POCountry|*InvoiceNumber|Reference|*InvoiceDate|*DueDate|InventoryItemCode|*Description|*Quantity|*UnitAmount|Discount|*AccountCode|*TaxType|TrackingName1|TrackingOption1|TrackingName2|TrackingOption2|Currency|BrandingTheme',
    cells: '',
    meant:
      'invoice=*InvoiceNumber|customer=*ContactName|email=EmailAddress|issued=*InvoiceDate|due=*DueDate|currency=Currency',
  },
  {
    id: 'H15',
    source: 'Zoho Books Invoice.csv',
    language: 'en',
    headers:
      'Invoice Date|Invoice ID|Invoice Number|Invoice Status|Customer Name|GST Treatment|GST Identification Number (GSTIN)|Place of Supply|Due Date|Is Inclusive Tax|Item Name|Account|Quantity|Item Price|Item Total|Item Tax|Item Tax %|Item Tax Amount|HSN/SAC|Shipping Charge|Adjustment|SubTotal|Total|Balance',
    cells: '',
    meant:
      'invoice=Invoice Number|customer=Customer Name|issued=Invoice Date|due=Due Date|amount=Total|balance=Balance|status=Invoice Status',
  },
  {
    id: 'H17',
    source: 'FreshBooks invoice_details export',
    language: 'en',
    headers:
      'Client Name|Invoice #|Date Issued|Date Due|Invoice Status|Date Paid|Item Name|Item Description|Rate|Quantity|Discount Percentage|Line Subtotal|Tax 1 Type|Tax 1 Amount|Tax 2 Type|Tax 2 Amount|Line Total|Currency',
    cells: '||01/15/2026|02/15/2026|overdue||E2E Service|E2E line|100.00|1|0|100.00||0||0||USD',
    meant:
      'invoice=Invoice #|customer=Client Name|issued=Date Issued|due=Date Due|amount=Line Total|currency=Currency|status=Invoice Status|paidOn=Date Paid',
  },
  {
    id: 'H19',
    source: 'QuickBooks A/R Aging Detail CSV',
    language: 'en',
    headers: 'Num|Customer|Date|Due Date|Amount|Open Balance|P.O. #',
    cells: '1063|Customer 1|12/14/2025|01/13/2026|4,180.75|2,180.75|PO-8841',
    meant: 'invoice=Num|customer=Customer|issued=Date|due=Due Date|amount=Amount|balance=Open Balance',
  },
  {
    id: 'H20',
    source: 'e-Boekhouden "Openstaande posten" export',
    language: 'nl',
    headers: 'Relatiecode|Relatie|Factuurnummer|Factuurdatum|Vervaldatum|Bedrag|Openstaand|Soort',
    cells: '',
    meant:
      'invoice=Factuurnummer|customer=Relatie|customerId=Relatiecode|issued=Factuurdatum|due=Vervaldatum|amount=Bedrag|balance=Openstaand',
  },
  {
    id: 'H22',
    source: 'German dunning VBA tool',
    language: 'de',
    headers: 'Kunde|Rechnungsnummer|Rechnungsdatum|Betrag|Faelligkeitsdatum|Zahlungsstatus',
    cells: 'Kunde 1|AR-2026-1000|02.06.2026|1.154,61|02.07.2026|offen',
    meant:
      'invoice=Rechnungsnummer|customer=Kunde|issued=Rechnungsdatum|due=Faelligkeitsdatum|amount=Betrag|status=Zahlungsstatus',
  },
  {
    id: 'H24',
    source: 'German club ledger "offeneposten.csv"',
    language: 'de',
    headers:
      'kdnr|mitgliedsnummer_sewobe|rechnungsnummer|rechnungsdatum|zahlungsziel|zahlweise|mahnstufe|bezeichnung|aktuelloffen',
    cells: '',
    meant: 'invoice=rechnungsnummer|customerId=kdnr|issued=rechnungsdatum|due=zahlungsziel|balance=aktuelloffen',
    also: 'customerId=mitgliedsnummer_sewobe',
  },
  {
    id: 'H26',
    source: 'German payments journal',
    language: 'de',
    headers: 'Datum|Rechnungsnr|Kunde|Projekt|Netto|Brutto|Zahlungseingang|Bemerkung',
    cells: '',
    meant: 'invoice=Rechnungsnr|customer=Kunde|amount=Brutto|paidOn=Zahlungseingang',
  },
  {
    id: 'H27',
    source: 'French invoice export',
    language: 'fr',
    headers: 'N° Facture|Client|Date|Date échéance|Montant|Statut',
    cells: '',
    meant: 'invoice=N° Facture|customer=Client|issued=Date|due=Date échéance|amount=Montant|status=Statut',
  },
  {
    id: 'H29',
    source: 'French tax-audit export',
    language: 'fr',
    headers: 'Date|N° Facture|Client|Montant HT|TVA|Montant TTC|Statut',
    cells: '',
    meant: 'invoice=N° Facture|customer=Client|issued=Date|amount=Montant TTC|status=Statut',
  },
  {
    id: 'H31',
    source: 'Brazilian receivables export',
    language: 'pt',
    headers: 'Descrição|Cliente|Categoria|Vencimento|Valor|Status',
    cells: '',
    meant: 'customer=Cliente|due=Vencimento|amount=Valor|status=Status',
  },
  {
    id: 'H33',
    source: 'Brazilian ERP export',
    language: 'pt',
    headers: 'CONTA_ID|TIPO|DESCRICAO|FORNECEDOR|VENCIMENTO|VALOR|STATUS',
    cells: '',
    meant: 'invoice=CONTA_ID|due=VENCIMENTO|amount=VALOR|status=STATUS',
    also: 'customer=FORNECEDOR',
  },
  {
    id: 'H34',
    source: 'Polish invoice import documentation',
    language: 'pl',
    headers: 'nr faktury|kontrahent|inwestycja|data|termin płatności|netto|vat|brutto',
    cells: 'FV/2026/001|Kontrahent 1|Osiedle Słoneczne|2026-06-17|2026-07-01|1000,00|230,00|1230,00',
    meant: 'invoice=nr faktury|customer=kontrahent|issued=data|due=termin płatności|amount=brutto',
  },
  {
    id: 'H37',
    source: 'Japanese invoice CSV',
    language: 'ja',
    headers:
      '請求書番号|請求日|期日|取引先コード|取引先名称|取引先敬称|取引先郵便番号|取引先都道府県|取引先住所１|取引先住所２|当月請求額|備考|取引日付|内容|数量|単価|単位|金額|税率',
    cells: 'VERIFY2-001|2025/01/15|2025/02/15|TH003|||||||||||1|10000|式|10000|10',
    meant: 'invoice=請求書番号|customer=取引先名称|customerId=取引先コード|issued=請求日|due=期日|amount=当月請求額',
    also: 'amount=金額',
  },
  {
    id: 'H40',
    source: 'Apps Script README: tomarvsingh12-hue/email-automation-using-google-sheet-app-scirpt README.md',
    language: 'en',
    headers: 'SR.NO.|Name|Email|Due Amount|Due Date',
    cells: '',
    meant: 'customer=Name|email=Email|due=Due Date|balance=Due Amount',
    also: 'amount=Due Amount',
  },
  {
    id: 'H42',
    source: 'Payments and reminders export',
    language: 'en',
    headers:
      'Category|Client|Period|Quote number|Quote total|Invoice number|Amount paid|Payment date|Payment method|Payment reference|Due date|Days overdue|Reminders sent|Payment link',
    cells: 'Unpaid - overdue|Client 1|October’26|QT-000532|5400||||||2026-10-01|6|1|https://pay.example.com/2',
    meant:
      'invoice=Invoice number|customer=Client|due=Due date|amount=Quote total|paid=Amount paid|status=Category|paidOn=Payment date',
  },
];
