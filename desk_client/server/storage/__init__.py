"""The store: tables, migrations and the backends that keep them. The only place that knows SQL dialects.

It may not know what the rows mean: rules are the domain's, statements about people and audiences the services'.
"""
