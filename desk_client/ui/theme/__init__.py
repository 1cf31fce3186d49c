"""How everything looks: colours, type, spacing, icons, and the one object that switches them. Knows no page."""
