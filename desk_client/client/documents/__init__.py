"""What a visitor brings with them, until it is sent: in the memory of their process, and nowhere else."""
