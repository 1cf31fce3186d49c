"""The wire between the programs: one file per noun, with its version, in codes and never in prose.

It may know the domain; it may not know who sends, who receives, or how.
"""
