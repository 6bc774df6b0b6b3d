-- Currencies in which the report is not what was invoiced less what was paid.
with claimed as (
  select currency, sum(amount) as amount
  from {{ ref('int_claims') }}
  where issue_date is null or issue_date <= {{ as_of() }}
  group by currency
),
paid as (
  select claims.currency, sum(movements.amount) as amount
  from {{ ref('int_movements') }} as movements
  inner join {{ ref('int_claims') }} as claims on movements.claim_id = claims.claim_id
  where (claims.issue_date is null or claims.issue_date <= {{ as_of() }})
    and (movements.value_date is null or movements.value_date <= {{ as_of() }})
  group by claims.currency
),
reported as (
  select currency, sum(total) as amount
  from {{ ref('fct_ar_aging_customer') }}
  group by currency
)
select claimed.currency
from claimed
left join paid on claimed.currency = paid.currency
left join reported on claimed.currency = reported.currency
where claimed.amount - coalesce(paid.amount, {{ nought() }}) <> coalesce(reported.amount, {{ nought() }})
