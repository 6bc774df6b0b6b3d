-- Payments in another currency than their invoice: they stay on account, since currencies are never added.
select payments.payment_id, payments.currency, invoices.invoice_id, invoices.currency as invoice_currency
from {{ ref('stg_payments') }} as payments
inner join {{ ref('stg_invoices') }} as invoices on payments.invoice_id = invoices.invoice_id
where payments.currency <> invoices.currency
