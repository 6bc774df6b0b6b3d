{# What BigQuery writes its own way. macros/duckdb has the same macros. #}
{% macro money_type() %}numeric{% endmacro %}
{% macro float_type() %}float64{% endmacro %}
{% macro quoted_text(words) %}'{{ words | replace('\\', '\\\\') | replace("'", "\\'") }}'{% endmacro %}
{% macro text(value) %}cast({{ value }} as string){% endmacro %}
{% macro to_date(value) %}safe_cast({{ value }} as date){% endmacro %}
{% macro to_money(value) %}safe_cast({{ value }} as numeric){% endmacro %}
{% macro today(time_zone) %}current_date('{{ time_zone }}'){% endmacro %}
{% macro days_between(first, last) %}date_diff({{ last }}, {{ first }}, day){% endmacro %}
{% macro add_days(day, days) %}date_add({{ day }}, interval {{ days }} day){% endmacro %}
{% macro month_start(day, months_back) %}date_sub(date_trunc({{ day }}, month), interval {{ months_back }} month){% endmacro %}
{% macro month_end(day) %}last_day({{ day }}, month){% endmacro %}
{% macro folded(value) %}lower(trim(regexp_replace(normalize(cast({{ value }} as string), nfkc), r'\s+', ' '))){% endmacro %}
