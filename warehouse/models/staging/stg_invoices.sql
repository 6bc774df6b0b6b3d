-- Invoices and credit notes of the ledger in our names and types; a credit note is negative, whatever its sign in the ledger.
with ledger as (
  select
    {{ text_column('invoices', 'invoice_id') }} as invoice_id,
    {{ text_column('invoices', 'invoice_number') }} as invoice_number,
    {{ text_column('invoices', 'customer_id') }} as customer_id,
    {{ text_column('invoices', 'customer') }} as customer_name,
    {{ to_date(column('invoices', 'issue_date')) }} as issue_date,
    {{ to_date(column('invoices', 'due_date')) }} as due_date,
    coalesce(upper({{ text_column('invoices', 'currency') }}), 'XXX') as currency,
    {{ to_money(column('invoices', 'amount')) }} as amount,
    {{ status_says('draft') }} as is_draft,
    {{ status_says('void') }} as is_void,
    {{ status_says('credit') }} as is_credit_note,
    {{ yes('invoices', 'disputed') }} or {{ status_says('disputed') }} as is_disputed,
    {{ text_column('invoices', 'assigned_to') }} as assigned_to,
    {{ text_column('invoices', 'order_number') }} as order_number,
    {{ text_column('invoices', 'owner') }} as account_owner,
    {{ text_column('invoices', 'region') }} as region,
    {{ text_column('invoices', 'business_unit') }} as business_unit
  from {{ source('ledger', 'invoices') }}
)
select
  invoice_id,
  coalesce(invoice_number, invoice_id) as invoice_number,
  {{ folded("coalesce(customer_id, customer_name, 'Unknown customer')") }} as customer_key,
  customer_id,
  case when customer_id is null then coalesce(customer_name, 'Unknown customer') else customer_name end as customer_name,
  issue_date,
  due_date,
  currency,
  {{ rounded('case when is_credit_note and amount > 0 then -amount else amount end', 'currency') }} as amount,
  not is_draft and not is_void as is_receivable,
  is_disputed,
  assigned_to,
  order_number,
  account_owner,
  region,
  business_unit
from ledger
