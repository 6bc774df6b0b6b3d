-- What was open of a claim before and at the end of each month, and what was paid within it; claims long settled are left out.
with settled as (
  select
    claims.claim_id,
    claims.customer_key,
    claims.issue_date,
    claims.due_date,
    claims.currency,
    claims.amount,
    claims.amount - coalesce(sum(movements.amount), {{ nought() }}) as final_balance,
    max(movements.value_date) as last_movement
  from {{ ref('int_claims') }} as claims
  left join {{ ref('int_movements') }} as movements on claims.claim_id = movements.claim_id
  group by claims.claim_id, claims.customer_key, claims.issue_date, claims.due_date, claims.currency, claims.amount
),
alive as (
  select
    periods.period_start,
    periods.period_end,
    settled.claim_id,
    settled.customer_key,
    settled.issue_date,
    settled.due_date,
    settled.currency,
    settled.amount
  from settled
  cross join {{ ref('int_periods') }} as periods
  where (settled.issue_date is null or settled.issue_date <= periods.period_end)
    and (
      settled.issue_date >= periods.period_start
      or settled.final_balance <> 0
      or settled.last_movement >= periods.period_start
    )
),
paid as (
  select
    alive.period_start,
    alive.claim_id,
    {{ paid_by('alive.period_start', 'alive.period_end') }}
  from alive
  inner join {{ ref('int_movements') }} as movements on alive.claim_id = movements.claim_id
  group by alive.period_start, alive.claim_id
),
balances as (
  select
    alive.period_start,
    alive.period_end,
    alive.claim_id,
    alive.customer_key,
    alive.issue_date,
    alive.due_date,
    alive.currency,
    alive.amount,
    coalesce(paid.paid_before, {{ nought() }}) as paid_before,
    paid.last_before,
    coalesce(paid.came_within, {{ nought() }}) as came_within,
    paid.last_came,
    coalesce(paid.went_within, {{ nought() }}) as went_within,
    paid.last_went
  from alive
  left join paid on alive.period_start = paid.period_start and alive.claim_id = paid.claim_id
)
select
  period_start,
  period_end,
  claim_id,
  customer_key,
  issue_date,
  due_date,
  currency,
  amount,
  case when issue_date is null or issue_date < period_start then amount - paid_before else {{ nought() }} end as beginning_balance,
  amount - paid_before - came_within - went_within as ending_balance,
  {{ last_paid_on() }} as paid_on
from balances
