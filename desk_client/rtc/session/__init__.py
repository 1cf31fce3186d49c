"""The RTP session with one peer: what leaves and comes by its transport (RFC 3550), in place of upstream's own."""
