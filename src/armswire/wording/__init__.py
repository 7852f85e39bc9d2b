"""Takes values, claims, transfers, disputes and judgements; gives short words, the same for every face."""
