"""What people bring with them: recognised, scanned, taken apart and made anew before it is kept (docs/adr/0014).

Bytes in, a vetted file or a refusal out. It knows neither routes nor tables.
"""
