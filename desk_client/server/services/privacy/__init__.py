"""What people have a right to over what is kept about them (PDPL)."""
