-- What was open of every claim at the close of the as-of day, by value date: one issued later does not exist yet, a payment dated later has not happened.
with paid as (
  select
    movements.claim_id,
    {{ paid_by(month_start(as_of(), 0), as_of()) }}
  from {{ ref('int_movements') }} as movements
  group by movements.claim_id
),
balances as (
  select
    claims.claim_id,
    claims.invoice_number,
    claims.customer_key,
    claims.issue_date,
    claims.due_date,
    claims.currency,
    claims.amount,
    coalesce(paid.paid_before, {{ nought() }}) as paid_before,
    paid.last_before,
    coalesce(paid.came_within, {{ nought() }}) as came_within,
    paid.last_came,
    coalesce(paid.went_within, {{ nought() }}) as went_within,
    paid.last_went,
    {{ days_between('claims.due_date', as_of()) }} as days_past_due,
    claims.is_disputed,
    claims.assigned_to,
    claims.order_number,
    claims.account_owner,
    claims.region,
    claims.business_unit
  from {{ ref('int_claims') }} as claims
  left join paid on claims.claim_id = paid.claim_id
  where claims.issue_date is null or claims.issue_date <= {{ as_of() }}
)
select
  claim_id,
  invoice_number,
  customer_key,
  issue_date,
  due_date,
  currency,
  amount,
  paid_before,
  last_before,
  came_within,
  last_came,
  went_within,
  last_went,
  {{ last_paid_on() }} as paid_on,
  amount - paid_before - came_within - went_within as open_balance,
  days_past_due,
  is_disputed,
  assigned_to,
  order_number,
  account_owner,
  region,
  business_unit
from balances
