-- Payments for an invoice that is not in the ledger: they stay on account.
select payments.payment_id, payments.invoice_id
from {{ ref('stg_payments') }} as payments
left join {{ ref('stg_invoices') }} as invoices on payments.invoice_id = invoices.invoice_id
where payments.invoice_id is not null and invoices.invoice_id is null
