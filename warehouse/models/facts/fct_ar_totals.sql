-- The book of the as-of day, a currency a row; two currencies are never added.
select
  as_of,
  currency,
  {{ sum_of('open_balance', 'open_balance > 0') }} as open_amount,
  {{ sum_of('open_balance', 'open_balance > 0 and days_past_due > 0') }} as overdue_amount,
  {{ count_of('open_balance > 0') }} as open_invoices,
  {{ count_of('open_balance > 0 and days_past_due > 0') }} as overdue_invoices,
  {{ aging_columns() }}
from {{ ref('fct_ar_aging') }}
group by as_of, currency
