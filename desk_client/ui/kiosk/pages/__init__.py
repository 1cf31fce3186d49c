"""One page for each question of a visit, and for each thing to be told. A page knows the visit and the actions."""
