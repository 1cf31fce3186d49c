"""The books, after the fact: chained, checked and read."""
