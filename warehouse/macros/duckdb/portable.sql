{# What DuckDB writes its own way. macros/bigquery has the same macros. #}
{% macro money_type() %}decimal(38, 9){% endmacro %}
{% macro float_type() %}double{% endmacro %}
{% macro quoted_text(words) %}'{{ words | replace("'", "''") }}'{% endmacro %}
{% macro text(value) %}cast({{ value }} as varchar){% endmacro %}
{% macro to_date(value) %}try_cast({{ value }} as date){% endmacro %}
{% macro to_money(value) %}try_cast({{ value }} as decimal(38, 9)){% endmacro %}
{% macro today(time_zone) %}current_date{% endmacro %}
{% macro days_between(first, last) %}date_diff('day', {{ first }}, {{ last }}){% endmacro %}
{% macro add_days(day, days) %}({{ day }} + cast({{ days }} as integer)){% endmacro %}
{% macro month_start(day, months_back) %}cast(date_trunc('month', {{ day }}) - to_months({{ months_back }}) as date){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}){% endmacro %}
{% macro folded(value) %}lower(trim(regexp_replace(cast({{ value }} as varchar), '\s+', ' ', 'g'))){% endmacro %}
