# Everything that CI checks, in its order.
check:
    .ci/run

# The tests; `just test tests/cli` for a part of them.
test *arguments:
    uv run pytest {{arguments}}

format:
    uv run ruff format
    uv run ruff check --fix

# Quality against gold and compositions; `just quality --raise` raises the floors.
quality *arguments:
    uv run python benchmarks/quality/run.py {{arguments}}

# Speed and memory, as ratios within one run.
speed *arguments:
    uv run python benchmarks/speed/run.py {{arguments}}

# Text and days of pages, with checkouts of public sets: `just extraction TRAFILATURA HTMLDATE`.
extraction *arguments:
    uv run python benchmarks/extraction/run.py {{arguments}}

# WARC to cleaned articles beside the library's own extraction.
throughput *arguments:
    uv run python benchmarks/extraction/throughput.py {{arguments}}

# How soon a browser that has just been started paints each page, and how much is sent for it.
pages *arguments:
    uv run python benchmarks/speed/pages.py {{arguments}}

# What a register costs as it grows; `just growth --claims 10000 --claims 1000000` takes an hour.
growth *arguments:
    uv run python benchmarks/register/run.py {{arguments}}

# How well claims are put together, on worlds whose truth is known.
reconciling *arguments:
    uv run python benchmarks/reconciling/run.py {{arguments}}

# How well copies are found, and what it costs: a hundred thousand invented articles in one process.
copies *arguments:
    uv run python benchmarks/copies/run.py {{arguments}}

# A month of feeds with failures, changes and kills: is anything lost, is anything twice?
month *arguments:
    uv run python benchmarks/collecting/month.py {{arguments}}

# The generated reference pages.
docs:
    uv run python scripts/write_cli_reference.py
    uv run python scripts/write_rules_pages.py

# The pages over a register; `just serve --register my.db`.
serve *arguments:
    uv run armswire serve {{arguments}}

demo:
    uv run armswire demo --serve

# Break inputs for every reader; `--record` keeps the report.
fuzz *arguments:
    uv run python benchmarks/robustness/fuzz.py {{arguments}}
