-- The aging of the as-of day, an open claim a row.
select
  {{ as_of() }} as as_of,
  balances.claim_id,
  balances.invoice_number,
  balances.customer_key,
  customers.customer_name,
  customers.group_key,
  balances.issue_date,
  balances.due_date,
  balances.currency,
  balances.amount,
  balances.open_balance,
  balances.days_past_due,
  case when balances.open_balance > 0 then {{ bucket('balances.open_balance', 'balances.due_date', 'balances.days_past_due') }} end as bucket,
  balances.assigned_to is not null as is_assigned,
  balances.is_disputed,
  balances.account_owner,
  balances.region,
  balances.business_unit
from {{ ref('int_open_balance') }} as balances
left join {{ ref('int_customers') }} as customers on balances.customer_key = customers.customer_key
where balances.open_balance <> 0
