"""Words of transfer and bare items, each with who and what stands in its roles."""
