"""What goes out on paper: the words of a ticket and their painting. It knows no page, no client's state, no printer."""
