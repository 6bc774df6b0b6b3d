-- How each customer pays on the as-of day and the segment that follows, a customer a row: what the formula SEGMENT gives.
with invoiced as (
  select
    figures.currency,
    figures.customer_key,
    figures.invoiced_365,
    lower(customers.customer_name) as name
  from {{ ref('int_payer_figures') }} as figures
  left join {{ ref('int_customers') }} as customers on figures.customer_key = customers.customer_key
  where figures.invoiced_365 > 0
),
ranked as (
  select
    customer_key,
    sum(invoiced_365) over (partition by currency) as whole,
    sum(invoiced_365) over (
      partition by currency
      order by invoiced_365 desc, name, customer_key
      rows between unbounded preceding and current row
    ) - invoiced_365 as reached
  from invoiced
),
-- The smallest set of customers that makes the share, the one who crosses the line included.
large as (
  select distinct customer_key
  from ranked
  where cast(reached as {{ float_type() }}) < cast(whole as {{ float_type() }}) * {{ var('large_share') }} * (1 - 1e-9)
),
-- Of several currencies the worst counts: they are never added.
customers as (
  select
    customer_key,
    max(has_history) as has_history,
    sum(closed_invoices) as closed_invoices,
    sum(closed_on_time) as closed_on_time,
    max(worst_days) as worst_days,
    coalesce(max({{ ratio('weighted_days', 'weight') }}), 0) as days_beyond_terms,
    coalesce(max({{ ratio('old_balance', 'open_balance') }}), 0) as old_share
  from {{ ref('int_payer_figures') }}
  group by customer_key
),
judged as (
  select
    customers.customer_key,
    customers.closed_invoices,
    customers.closed_on_time,
    customers.worst_days,
    customers.days_beyond_terms,
    customers.old_share,
    large.customer_key is not null as is_large,
    case
      when customers.has_history = 0 then 'New'
      when customers.days_beyond_terms > {{ var('doubtful_over') }} then 'Doubtful'
      when customers.worst_days > {{ var('worst_days') }} then 'Doubtful'
      when customers.old_share > 0 and customers.old_share >= {{ var('old_share') }} then 'Doubtful'
      when customers.closed_invoices < {{ var('min_history') }} and customers.worst_days <= {{ var('grace') }} then 'New'
      when customers.days_beyond_terms > {{ var('grace') }} then 'Delinquent'
      when customers.worst_days > {{ var('grace') }} then 'Delinquent'
      else 'Timely'
    end as behaviour
  from customers
  left join large on customers.customer_key = large.customer_key
)
select
  {{ as_of() }} as as_of,
  judged.customer_key,
  names.customer_name,
  judged.behaviour,
  judged.is_large,
  case
    when judged.behaviour = 'New' then 'New'
    when judged.behaviour = 'Timely' then case when judged.is_large then 'Timely large' else 'Timely' end
    else concat(judged.behaviour, case when judged.is_large then ' large' else ' SMB' end)
  end as segment,
  judged.closed_invoices,
  judged.closed_on_time,
  judged.worst_days,
  judged.days_beyond_terms,
  judged.old_share
from judged
left join {{ ref('int_customers') }} as names on judged.customer_key = names.customer_key
