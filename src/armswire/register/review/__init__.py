"""What waits for a person to look at it, by need: found from the tables, judged by nobody here."""
