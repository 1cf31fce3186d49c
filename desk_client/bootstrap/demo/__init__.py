"""The demonstration: a server with a sample region, a kiosk and a desk on this machine, worked by hand or by itself."""
