-- Payments of the ledger in our names and types: whatever lowers an invoice, on its value date.
select
  {{ text_column('payments', 'payment_id') }} as payment_id,
  {{ text_column('payments', 'invoice_id') }} as invoice_id,
  {{ text_column('payments', 'customer_id') }} as customer_id,
  {{ to_date(column('payments', 'value_date')) }} as value_date,
  upper({{ text_column('payments', 'currency') }}) as currency,
  {{ to_money(column('payments', 'amount')) }} as amount
from {{ source('ledger', 'payments') }}
