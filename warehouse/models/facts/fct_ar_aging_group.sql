-- The aging of the as-of day, a group of customers and currency a row.
select
  aging.as_of,
  aging.group_key,
  coalesce(min(parents.customer_name), aging.group_key) as group_name,
  count(distinct aging.customer_key) as customers,
  aging.currency,
  {{ aging_columns() }}
from {{ ref('fct_ar_aging') }} as aging
left join {{ ref('int_customers') }} as parents on aging.group_key = parents.customer_key
group by aging.as_of, aging.group_key, aging.currency
