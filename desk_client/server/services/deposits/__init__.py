"""What kiosks hand in that was left at them while the server was away (ADR 0042). Its rules are `domain.deposits`."""
