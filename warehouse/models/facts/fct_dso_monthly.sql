-- The figures of each month, a month and currency a row: what the formula AR_KPIS gives for it, and the days of sales over 90 and 365 days.
with figures as (
  select
    period_start,
    period_end,
    currency,
    sum(beginning_balance) as beginning_ar,
    {{ sum_of('amount', 'issue_date >= period_start') }} as credit_sales,
    sum(ending_balance) as ending_ar,
    {{ sum_of('ending_balance', 'ending_balance > 0') }} as open_amount,
    {{ sum_of('ending_balance', 'ending_balance > 0 and due_date < period_end') }} as overdue,
    {{ count_of('is_settled and issue_date is not null') }} as settled_invoices,
    sum(case when is_settled and issue_date is not null then {{ days_between('issue_date', 'paid_on') }} else 0 end) as days_to_pay,
    {{ sum_of('amount', 'is_settled and due_date is not null') }} as settled_amount,
    {{ sum_of('amount * ' ~ days_between('due_date', 'paid_on'), 'is_settled and paid_on > due_date') }} as weighted_days_late
  from (
    select
      period_start,
      period_end,
      issue_date,
      due_date,
      currency,
      amount,
      beginning_balance,
      ending_balance,
      paid_on,
      coalesce(ending_balance <= 0 and amount > 0 and paid_on between period_start and period_end, false) as is_settled
    from {{ ref('int_period_balance') }}
  ) as claims
  group by period_start, period_end, currency
),
ranked as (
  select
    period_start,
    currency,
    balance,
    row_number() over (partition by period_start, currency order by balance desc, customer_key) as place
  from (
    select period_start, currency, customer_key, sum(ending_balance) as balance
    from {{ ref('int_period_balance') }}
    group by period_start, currency, customer_key
  ) as customers
  where balance > 0
),
largest as (
  select period_start, currency, sum(balance) as all_balances, {{ sum_of('balance', 'place <= 5') }} as five_largest
  from ranked
  group by period_start, currency
),
daily_sales as (
  select currency, issue_date, sum(amount) as amount
  from {{ ref('int_claims') }}
  where issue_date is not null
  group by currency, issue_date
),
past_sales as (
  select
    periods.period_start,
    daily_sales.currency,
    {{ sum_of('daily_sales.amount', 'daily_sales.issue_date > ' ~ add_days('periods.period_end', -90)) }} as sales_90,
    sum(daily_sales.amount) as sales_365
  from daily_sales
  cross join {{ ref('int_periods') }} as periods
  where daily_sales.issue_date <= periods.period_end
    and daily_sales.issue_date > {{ add_days('periods.period_end', -365) }}
  group by periods.period_start, daily_sales.currency
),
joined as (
  select
    figures.period_start,
    figures.period_end,
    {{ days_between('figures.period_start', 'figures.period_end') }} + 1 as days,
    figures.currency,
    figures.beginning_ar,
    figures.credit_sales,
    figures.ending_ar,
    figures.open_amount,
    figures.overdue,
    figures.settled_invoices,
    figures.days_to_pay,
    figures.settled_amount,
    figures.weighted_days_late,
    largest.all_balances,
    largest.five_largest,
    coalesce(past_sales.sales_90, {{ nought() }}) as sales_90,
    coalesce(past_sales.sales_365, {{ nought() }}) as sales_365
  from figures
  left join largest on figures.period_start = largest.period_start and figures.currency = largest.currency
  left join past_sales on figures.period_start = past_sales.period_start and figures.currency = past_sales.currency
)
select
  period_start,
  period_end,
  currency,
  days,
  beginning_ar,
  credit_sales,
  beginning_ar + credit_sales - ending_ar as collections,
  ending_ar,
  ending_ar - overdue as current_ar,
  overdue,
  {{ ratio('ending_ar * days', 'credit_sales') }} as dso,
  {{ ratio('(ending_ar - overdue) * days', 'credit_sales') }} as best_possible_dso,
  {{ ratio('overdue * days', 'credit_sales') }} as average_days_delinquent,
  case when credit_sales > 0 then {{ ratio('(beginning_ar + credit_sales - ending_ar)', '(beginning_ar + credit_sales - ending_ar + overdue)') }} end as collection_effectiveness,
  case when credit_sales > 0 then {{ ratio('credit_sales', 'ending_ar') }} end as turnover,
  {{ ratio('overdue', 'open_amount') }} as percent_overdue,
  settled_invoices,
  {{ ratio('days_to_pay', 'settled_invoices') }} as average_days_to_pay,
  {{ ratio('weighted_days_late', 'settled_amount') }} as days_beyond_terms,
  {{ ratio('five_largest', 'all_balances') }} as top_5_concentration,
  sales_90,
  sales_365,
  {{ ratio('ending_ar * 90', 'sales_90') }} as dso_90,
  {{ ratio('(ending_ar - overdue) * 90', 'sales_90') }} as best_possible_dso_90,
  {{ ratio('overdue * 90', 'sales_90') }} as average_days_delinquent_90,
  {{ ratio('ending_ar * 365', 'sales_365') }} as dso_365
from joined
