"""E-mail (RFC 5322, MIME) → articles: the letter's own text, and the papers, pages and letters attached to it."""
