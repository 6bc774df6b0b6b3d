{# What the models share, the same in every dialect. #}

{# The day the models look at. #}
{% macro as_of() %}{% if var('as_of') == 'today' %}{{ today(var('time_zone')) }}{% else %}date '{{ var('as_of') }}'{% endif %}{% endmacro %}

{# A column of the ledger as the mapping names it. #}
{% macro column(table, field) %}{% if var(table).columns[field] %}{{ var(table).columns[field] }}{% else %}null{% endif %}{% endmacro %}

{# A text of the ledger; a blank one is none. #}
{% macro text_column(table, field) %}nullif(trim({{ text(column(table, field)) }}), ''){% endmacro %}

{# Yes, true, 1 or x, in whatever type; anything else is no. #}
{% macro yes(table, field) %}coalesce(lower({{ text_column(table, field) }}) in ('true', 'yes', 'y', '1', 'x'), false){% endmacro %}

{# Whether the ledger's status is one of the words that the mapping gives a meaning. #}
{% macro status_says(meaning) %}{% if var('invoices').status_words and var('invoices').status_words[meaning] %}coalesce(lower({{ text_column('invoices', 'status') }}) in ({% for word in var('invoices').status_words[meaning] %}{% if not loop.first %}, {% endif %}{{ quoted_text(word | lower) }}{% endfor %}), false){% else %}false{% endif %}{% endmacro %}

{# An amount rounded to the decimals of its currency (ISO 4217), half away from nought. #}
{% macro rounded(amount, currency) %}case
      when {{ currency }} in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF')
        then cast(round({{ amount }}, 0) as {{ money_type() }})
      when {{ currency }} in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND')
        then cast(round({{ amount }}, 3) as {{ money_type() }})
      when {{ currency }} in ('CLF', 'UF') then cast(round({{ amount }}, 4) as {{ money_type() }})
      else cast(round({{ amount }}, 2) as {{ money_type() }})
    end{% endmacro %}

{# No amount at all. #}
{% macro nought() %}cast(0 as {{ money_type() }}){% endmacro %}

{# The sum of an amount over the rows for which something holds. #}
{% macro sum_of(amount, condition) %}coalesce(sum(case when {{ condition }} then {{ amount }} end), {{ nought() }}){% endmacro %}

{# How many rows something holds for. #}
{% macro count_of(condition) %}sum(case when {{ condition }} then 1 else 0 end){% endmacro %}

{# A ratio, never rounded; none where the divisor is not above nought. #}
{% macro ratio(part, whole) %}case when {{ whole }} > 0 then cast({{ part }} as {{ float_type() }}) / cast({{ whole }} as {{ float_type() }}) end{% endmacro %}

{# The bucket of what is open, in the words of the formula AGING_BUCKET. #}
{% macro bucket(open_balance, due_date, days_past_due) %}case
      when {{ open_balance }} <= 0 then 'Paid'
      when {{ due_date }} is null then 'No due date'
      when {{ days_past_due }} <= 0 then 'Current'
      when {{ days_past_due }} <= 30 then '1-30 days'
      when {{ days_past_due }} <= 60 then '31-60 days'
      when {{ days_past_due }} <= 90 then '61-90 days'
      else '90+ days'
    end{% endmacro %}

{# What was paid up to a day, before the month of that day, and what came and went back within it, by value date; a payment without one has happened. #}
{% macro paid_by(first, last) %}
    {{ sum_of('movements.amount', 'movements.value_date is null or movements.value_date < ' ~ first) }} as paid_before,
    max(case when movements.value_date < {{ first }} and movements.amount <> 0 then movements.value_date end) as last_before,
    {{ sum_of('movements.amount', 'movements.amount > 0 and movements.value_date between ' ~ first ~ ' and ' ~ last) }} as came_within,
    max(case when movements.amount > 0 and movements.value_date between {{ first }} and {{ last }} then movements.value_date end) as last_came,
    {{ sum_of('movements.amount', 'movements.amount < 0 and movements.value_date between ' ~ first ~ ' and ' ~ last) }} as went_within,
    max(case when movements.amount < 0 and movements.value_date between {{ first }} and {{ last }} then movements.value_date end) as last_went
{% endmacro %}

{# The day of the last payment. #}
{% macro last_paid_on() %}case when last_went > last_came then last_went else coalesce(last_came, last_went, last_before) end{% endmacro %}

{# The columns of an aging report: positive balances by bucket, what is apart, and the total. #}
{% macro aging_columns() %}
    {{ sum_of('open_balance', "bucket = 'Current'") }} as current_amount,
    {{ sum_of('open_balance', "bucket = '1-30 days'") }} as days_1_30,
    {{ sum_of('open_balance', "bucket = '31-60 days'") }} as days_31_60,
    {{ sum_of('open_balance', "bucket = '61-90 days'") }} as days_61_90,
    {{ sum_of('open_balance', "bucket = '90+ days'") }} as days_over_90,
    {{ sum_of('open_balance', "bucket = 'No due date'") }} as no_due_date,
    {{ sum_of('open_balance', 'open_balance < 0') }} as unapplied_credits,
    sum(open_balance) as total,
    {{ sum_of('open_balance', 'open_balance > 0 and is_assigned') }} as assigned,
    {{ sum_of('open_balance', 'open_balance > 0 and is_disputed') }} as disputed
{% endmacro %}
