-- Payments with the claim they lower. A payment without an invoice, of a void one or in another currency stays on account.
with matched as (
  select
    payments.payment_id,
    payments.value_date,
    payments.amount,
    invoices.invoice_id,
    coalesce(payments.customer_id, invoices.customer_id, invoices.customer_name) as customer_id,
    coalesce(payments.currency, invoices.currency, 'XXX') as currency,
    coalesce(invoices.is_receivable and invoices.amount is not null, false)
    and coalesce(payments.currency, invoices.currency) = invoices.currency as is_applied
  from {{ ref('stg_payments') }} as payments
  left join {{ ref('stg_invoices') }} as invoices on payments.invoice_id = invoices.invoice_id
  where payments.amount is not null
)
select
  case when coalesce(is_applied, false) then invoice_id else concat('on account ', payment_id, ' ', currency, ' ', coalesce(customer_id, '')) end as claim_id,
  payment_id,
  customer_id,
  value_date,
  currency,
  {{ rounded('amount', 'currency') }} as amount,
  not coalesce(is_applied, false) as is_on_account
from matched
