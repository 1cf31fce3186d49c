"""The wire, shared by both programs: one file per noun.

It carries codes, never prose, and knows nothing above the domain.
"""
