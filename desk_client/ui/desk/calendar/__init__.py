"""The desk's calendar: weeks and months of an office, painted; knows the page's read model and no server."""
