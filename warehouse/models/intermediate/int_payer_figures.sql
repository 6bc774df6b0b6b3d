-- What each customer's invoices add up to, per currency: the figures that segments are decided on.
with judged as (
  select
    customer_key,
    currency,
    amount,
    open_balance,
    due_date,
    paid_on,
    case when days_past_due > 0 then days_past_due else 0 end as days_late,
    coalesce(issue_date, case when due_date < {{ as_of() }} then due_date else {{ as_of() }} end) as sold_on,
    -- Credits say nothing of how somebody pays, nor does what is disputed.
    amount >= 0{% if var('exclude_disputed') %} and not is_disputed{% endif %} as counts
  from {{ ref('int_open_balance') }}
),
figures as (
  select
    customer_key,
    currency,
    amount,
    open_balance,
    days_late,
    sold_on,
    counts and open_balance > 0 as is_open,
    counts and open_balance <= 0 and amount > 0 as is_settled,
    -- Settled in the lookback, on a day that is known, after a due date that is known.
    coalesce(counts and open_balance <= 0 and amount > 0 and due_date is not null and paid_on > {{ add_days(as_of(), -365) }}, false) as is_recent,
    case when paid_on > due_date then {{ days_between('due_date', 'paid_on') }} else 0 end as paid_days_late
  from judged
)
select
  customer_key,
  currency,
  sum(open_balance) as net_balance,
  {{ sum_of('amount', 'sold_on > ' ~ add_days(as_of(), -365)) }} as invoiced_365,
  max(case when is_settled then 1 else 0 end) as has_history,
  {{ count_of('is_recent') }} as closed_invoices,
  {{ count_of('is_recent and paid_days_late = 0') }} as closed_on_time,
  max(case when is_open then days_late else 0 end) as worst_days,
  {{ sum_of('open_balance', 'is_open') }} as open_balance,
  {{ sum_of('open_balance', 'is_open and days_late > ' ~ var('old_days')) }} as old_balance,
  {{ sum_of('open_balance', 'is_open and days_late > 0') }} + {{ sum_of('amount', 'is_recent') }} as weight,
  {{ sum_of('open_balance * days_late', 'is_open and days_late > 0') }} + {{ sum_of('amount * paid_days_late', 'is_recent') }} as weighted_days
from figures
group by customer_key, currency
