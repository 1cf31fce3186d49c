"""The inbox of those who triage requests: work lists, the request that is read, and the steps taken with it."""
