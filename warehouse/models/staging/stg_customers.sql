-- Customers of the ledger in our names; empty where the ledger has no such table.
{% if var('customers') %}
select
  {{ folded(column('customers', 'customer_id')) }} as customer_key,
  {{ text_column('customers', 'customer_id') }} as customer_id,
  {{ text_column('customers', 'customer') }} as customer_name,
  {{ folded(column('customers', 'parent_id')) }} as parent_key,
  {{ text_column('customers', 'email') }} as email,
  {{ text_column('customers', 'language') }} as language
from {{ source('ledger', 'customers') }}
{% else %}
select
  customer_key,
  customer_id,
  customer_name,
  {{ text('null') }} as parent_key,
  {{ text('null') }} as email,
  {{ text('null') }} as language
from {{ ref('stg_invoices') }}
where false
{% endif %}
