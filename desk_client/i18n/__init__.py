"""How values read in Arabic and in English: digits, dates, direction marks, masks, folding. Knows no Qt and no I/O."""
