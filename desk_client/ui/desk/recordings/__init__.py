"""What an office recorded: the list, and the playing of one."""
