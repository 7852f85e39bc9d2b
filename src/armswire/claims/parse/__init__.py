"""The parse of a document: its usual slips mended, then asked in the terms of grammar."""
