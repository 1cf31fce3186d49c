"""The parts that pages are made of. Each takes the appearance and shows what it is given; knows no page, no client."""
