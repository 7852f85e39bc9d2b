"""Who is meant: names, pronouns and descriptions, and who acts in which clause."""
