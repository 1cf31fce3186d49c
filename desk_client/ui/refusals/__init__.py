"""Words for refusals, one room for each sort; they may not know who is refused, or on which page."""
