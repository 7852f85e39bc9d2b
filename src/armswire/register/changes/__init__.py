"""What differs between two states of what is known: two days of one register, or two registers."""
