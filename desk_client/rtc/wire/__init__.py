"""What goes over the wire: session descriptions, RTP and RTCP (RFC 3550), and what upstream lacks of them."""
