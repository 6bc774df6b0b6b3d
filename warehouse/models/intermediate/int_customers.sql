-- A row per customer with the group it belongs to: the top of its parents, five levels up at most.
with named as (
  select customer_key, min(customer_id) as customer_id, min(customer_name) as customer_name
  from {{ ref('int_claims') }}
  group by customer_key
),
listed as (
  select
    customer_key,
    min(customer_id) as customer_id,
    min(customer_name) as customer_name,
    min(parent_key) as parent_key,
    min(email) as email,
    min(language) as language
  from {{ ref('stg_customers') }}
  group by customer_key
),
customers as (
  select
    coalesce(listed.customer_key, named.customer_key) as customer_key,
    coalesce(listed.customer_id, named.customer_id) as customer_id,
    coalesce(listed.customer_name, named.customer_name, listed.customer_id, named.customer_id) as customer_name,
    listed.parent_key,
    listed.email,
    listed.language
  from named
  full outer join listed on named.customer_key = listed.customer_key
)
select
  customers.customer_key,
  customers.customer_id,
  customers.customer_name,
  customers.parent_key,
  coalesce(p4.parent_key, p3.parent_key, p2.parent_key, p1.parent_key, customers.parent_key, customers.customer_key) as group_key,
  customers.email,
  customers.language
from customers
left join customers as p1 on customers.parent_key = p1.customer_key
left join customers as p2 on p1.parent_key = p2.customer_key
left join customers as p3 on p2.parent_key = p3.customer_key
left join customers as p4 on p3.parent_key = p4.customer_key
