"""Giving time away, and what is given: claims, holds, appointments, tickets."""
