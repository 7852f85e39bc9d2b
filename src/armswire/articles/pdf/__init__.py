"""PDF → text in paragraphs, title and day, in the confined process. Nothing is rendered, no form or script is run."""
