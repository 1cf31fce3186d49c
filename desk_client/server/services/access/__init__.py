"""Who comes in, how they prove who they are, and what is kept of them."""
