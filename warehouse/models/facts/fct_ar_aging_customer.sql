-- The aging of the as-of day, a customer and currency a row: what the formula AGING_TABLE gives.
select
  as_of,
  customer_key,
  min(customer_name) as customer_name,
  currency,
  {{ aging_columns() }}
from {{ ref('fct_ar_aging') }}
group by as_of, customer_key, currency
