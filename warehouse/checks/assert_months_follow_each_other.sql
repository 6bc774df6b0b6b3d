-- Months that do not begin with what was open at the end of the month before.
select later.period_start, later.currency, later.beginning_ar, earlier.ending_ar
from {{ ref('fct_dso_monthly') }} as later
inner join {{ ref('fct_dso_monthly') }} as earlier
  on later.currency = earlier.currency and earlier.period_end = {{ add_days('later.period_start', -1) }}
where later.beginning_ar <> earlier.ending_ar
