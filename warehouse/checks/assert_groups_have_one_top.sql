-- Customers whose parents go on beyond five levels, or lead in a circle: their group is not its top.
select customers.customer_key, customers.group_key
from {{ ref('int_customers') }} as customers
inner join {{ ref('int_customers') }} as tops on customers.group_key = tops.customer_key
where tops.parent_key is not null
