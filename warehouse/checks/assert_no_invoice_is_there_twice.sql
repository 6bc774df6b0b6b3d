-- Invoices of one customer with the same number, dates and amount: in a sheet they count once.
select customer_key, invoice_number, issue_date, due_date, currency, amount
from {{ ref('stg_invoices') }}
where is_receivable
group by customer_key, invoice_number, issue_date, due_date, currency, amount
having count(*) > 1
