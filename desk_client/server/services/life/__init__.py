"""What becomes of an appointment from the day it was booked: changes, the hour itself, its outcome, faults of ours."""
