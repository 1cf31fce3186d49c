"""A document on the desk: its pages, what is marked on them, and the tools. Loaded when the first one is opened."""
