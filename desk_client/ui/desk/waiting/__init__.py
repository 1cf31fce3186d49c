"""What an official does with the waiting room: words, breaks, order. Knows read models and actions, not the wire."""
