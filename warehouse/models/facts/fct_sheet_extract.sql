-- What the team's sheet holds: everything open, and of what is settled what segments and forecasts judge by. A column a column that Duesheet reads.
with ranked as (
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
    paid_on,
    open_balance,
    is_disputed,
    assigned_to,
    order_number,
    account_owner,
    region,
    business_unit,
    -- One settled invoice of each customer stays, however old: a customer who has paid is not a new one.
    row_number() over (
      partition by customer_key
      order by
        case when open_balance <= 0 and amount > 0 and not is_disputed then 0 else 1 end,
        coalesce(paid_on, date '1900-01-01') desc,
        claim_id
    ) as place
  from {{ ref('int_open_balance') }}
)
select
  customers.customer_id,
  nullif(customers.customer_name, customers.customer_id) as customer,
  ranked.invoice_number,
  ranked.issue_date as invoice_date,
  ranked.due_date,
  nullif(ranked.currency, 'XXX') as currency,
  ranked.amount as invoice_amount,
  nullif(ranked.paid_before, 0) as payment_1,
  case when ranked.paid_before <> 0 then ranked.last_before end as payment_1_date,
  nullif(ranked.came_within, 0) as payment_2,
  ranked.last_came as payment_2_date,
  nullif(ranked.went_within, 0) as payment_3,
  ranked.last_went as payment_3_date,
  case
    when ranked.amount < 0 then 'Credit note'
    when ranked.amount = 0 then null
    when ranked.open_balance <= 0 then 'Paid'
    when ranked.open_balance < ranked.amount then 'Part paid'
    else 'Open'
  end as status,
  case when ranked.is_disputed then 'yes' end as disputed,
  ranked.assigned_to as factored_to,
  customers.email,
  customers.language,
  ranked.account_owner,
  ranked.order_number as po_number,
  ranked.region,
  ranked.business_unit
from ranked
left join {{ ref('int_customers') }} as customers on ranked.customer_key = customers.customer_key
where ranked.open_balance <> 0
  or ranked.paid_on > {{ add_days(as_of(), -365) }}
  or ranked.issue_date > {{ add_days(as_of(), -365) }}
  or ranked.place = 1
