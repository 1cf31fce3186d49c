"""The HTTP face: each route decodes, asks one service, and encodes. Every failure leaves as a problem with a code.

It may not hold rules or state; the services and the store have them.
"""
