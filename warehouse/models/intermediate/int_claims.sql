-- Everything a customer may owe or have to their credit: an invoice or credit note a row, and a row for each payment without one.
select
  invoice_id as claim_id,
  invoice_number,
  customer_key,
  customer_id,
  customer_name,
  issue_date,
  due_date,
  currency,
  amount,
  is_disputed,
  assigned_to,
  order_number,
  account_owner,
  region,
  business_unit
from {{ ref('stg_invoices') }}
where is_receivable and amount is not null
union all
select
  claim_id,
  min(payment_id) as invoice_number,
  {{ folded("coalesce(customer_id, 'Unknown customer')") }} as customer_key,
  customer_id,
  case when customer_id is null then 'Unknown customer' end as customer_name,
  min(value_date) as issue_date,
  cast(null as date) as due_date,
  currency,
  {{ nought() }} as amount,
  false as is_disputed,
  {{ text('null') }} as assigned_to,
  {{ text('null') }} as order_number,
  {{ text('null') }} as account_owner,
  {{ text('null') }} as region,
  {{ text('null') }} as business_unit
from {{ ref('int_movements') }}
where is_on_account
group by claim_id, customer_id, currency
