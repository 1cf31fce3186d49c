"""What the server tells people by itself: message texts, the outbox, and gateways that send.

It may not know why a message is sent; services ask for it within their transaction.
"""
