"""What one sentence owes to another: answers, taken-up goods and deals, parties left out, repetitions."""
