"""What actors say beside what they are reported to do: `line` puts both together, `fetching` asks a register."""
