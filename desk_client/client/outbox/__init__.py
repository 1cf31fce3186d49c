"""What people left at a kiosk while its server was away, and what it last saw of the server. It knows no visit, no Qt.

It lies in the terminal's own directory and outlives the visitors' processes, one of which puts things in; the
supervisor's process alone hands them in, in order, and takes them out (ADR 0042).
"""
