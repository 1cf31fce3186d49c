"""What an administrator does at the desk: one module for each section. Knows the client; no windows."""
