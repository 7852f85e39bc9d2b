"""What the migration to version 2 builds, by what the tables hold, and how it is taken back."""
