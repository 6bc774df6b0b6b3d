-- The months of the monthly figures, back from the as-of day: the running one ends on that day.
with counted as (
  {% for back in range(var('months')) %}{% if not loop.first %}union all {% endif %}select {{ back }} as months_back, {{ month_start(as_of(), back) }} as period_start
  {% endfor %}
)
select
  months_back,
  period_start,
  case when months_back = 0 then {{ as_of() }} else {{ month_end('period_start') }} end as period_end
from counted
