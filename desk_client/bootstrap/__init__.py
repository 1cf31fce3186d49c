"""The only place where concrete parts are chosen and wired together: one composition root per program.

It may know every wing below it; nothing but the command line may know it.
"""
