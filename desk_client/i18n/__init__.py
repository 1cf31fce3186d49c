"""Arabic and English as written: digits, Hijri and Gregorian dates, isolation of left-to-right runs, collation.

It may know the domain; it may not know Qt, settings or screens.
"""
