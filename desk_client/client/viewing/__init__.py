"""Documents looked at: drawn in a process of their own, which ends with the document (docs/adr/0062).

It knows neither Qt nor where a document came from. What is drawn stays in memory.
"""
