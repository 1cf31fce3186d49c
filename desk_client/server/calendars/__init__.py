"""Calendar files (RFC 5545) of offices, read and written. Knows neither the store nor who asks."""
