"""The settings of a desk: its devices, its looks, how it tells of arrivals, and what it is. Knows `client` alone."""
