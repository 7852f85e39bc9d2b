"""A frame under its operators as one reading: composed, completed, and judged."""
