"""What the server does, one synchronous function for each thing asked: `fn(transaction, command) -> answer | Refusal`.

They may not know how a request came in (no web, no sockets); each runs within one transaction, which commits rows,
audit and outgoing messages together or not at all.
"""
