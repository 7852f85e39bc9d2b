from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from armswire.errors import RegisterError
from armswire.register import queries
from armswire.register.databases.sqlite import APPLICATION_ID
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import record
from armswire.register.schema import SCHEMA_VERSION
from armswire.register.store import open_register
from tests.factories import make_article, make_claim


def fill(path: Path, articles: int = 1) -> None:
    with open_register(path) as register:
        for i in range(articles):
            record(register, make_article(f"dispatch-{i}"), [make_claim(document=f"dispatch-{i}")])
        queries.count(register)


def test_a_new_register_is_one_file_and_knows_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    fill(path)
    assert [file.name for file in tmp_path.iterdir()] == ["armswire.db"]
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("SELECT value FROM meta WHERE key='schema_version'").fetchone() == (str(SCHEMA_VERSION),)
    connection.close()


def test_odd_names_of_folders_are_no_trouble(tmp_path: Path) -> None:
    folder = tmp_path / "a?b#c %41 ü"
    folder.mkdir()
    fill(folder / "new.db")
    assert (folder / "new.db").stat().st_size > 0
    with open_register(folder / "new.db", create=False) as register:
        assert queries.count(register).claims == 1


def test_a_register_that_was_killed_before_its_first_byte_is_begun(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    path.touch()
    fill(path)
    with open_register(path) as register:
        assert queries.count(register).articles == 1


def test_a_missing_register_is_named_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"there is no register here.*armswire add") as caught:
        open_register(tmp_path / "none.db", create=False)
    assert caught.value.place == str(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="folder does not exist") as caught:
        open_register(tmp_path / "no" / "armswire.db")
    assert caught.value.place == str(tmp_path / "no")


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="this is a folder"):
        open_register(tmp_path)


@pytest.mark.parametrize("content", [b"dear diary", b"SQLite format 2\x00", b"\x00" * 5000, b"x"])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(RegisterError, match="not a register") as caught:
        open_register(path)
    assert caught.value.remedy
    assert caught.value.value == content[:16]
    assert path.read_bytes() == content


def test_a_file_with_the_right_head_and_rubbish_behind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 8000)
    with pytest.raises(RegisterError, match=r"not a register|damaged"):
        open_register(path)


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE claims (id TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(RegisterError, match="another program"):
        open_register(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]


def test_a_register_of_a_newer_version_says_which(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(RegisterError, match=r"newer version \(99\).*Update armswire"):
        open_register(path)


def test_a_register_that_lost_its_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    fill(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = 'one' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(RegisterError, match="does not tell its version"):
        open_register(path)


def test_a_damaged_register_is_named(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    fill(path, 40)
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 4096):  # the first page stays as it is, the others lose their heads
        content[at : at + 100] = b"\xff" * 100
    path.write_bytes(content)
    with pytest.raises(RegisterError, match="damaged") as caught, open_register(path) as register:
        list(queries.list_articles(register))
    assert "copy" in caught.value.remedy


def test_another_writer_is_waited_for_and_then_named(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    fill(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_register(path, patience=0.2) as register:
        with pytest.raises(RegisterError, match=r"another process is writing.*Wait"):
            record(register, make_article("late", "Another text about rockets for Sudmark."), [])
        other.execute("COMMIT")
        record(register, make_article("late", "Another text about rockets for Sudmark."), [])
    other.close()


def test_who_only_looks_need_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    with open_register(path) as register:
        record(register, make_article(), [make_claim()])  # nothing is derived yet
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_register(path, create=False, patience=0.1) as register:
        assert len(list(queries.list_transfers(register))) == 1
        assert len(list(queries.list_transfers(register, TransferFilter(actor=("KOR",))))) == 1
    other.close()


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "armswire.db"
    with open_register(path) as register:
        with pytest.raises(RuntimeError), register.transaction() as connection:
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('half', 'done')")
            raise RuntimeError
        assert register.meta("half") is None


@contextmanager
def _limited_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB (a register without articles takes half of one, and as much while it is made); the test is left out where none can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_named_and_what_was_added_stays(tmp_path: Path) -> None:
    with _limited_disk(tmp_path) as folder:
        path, added = folder / "armswire.db", 0
        with pytest.raises(RegisterError, match=r"disk is full.*Free some space"), open_register(path) as register:
            for i in range(200):
                record(register, make_article(f"a{i}", f"{i} " + "shells and rockets " * 2000), [])
                added += 1
        assert 0 < added < 200
        with open_register(path, create=False) as register:
            assert len(list(queries.list_articles(register))) == added


def test_a_disk_without_room_for_a_new_register_is_named(tmp_path: Path) -> None:
    with _limited_disk(tmp_path) as folder:
        (folder / "filler").write_bytes(b"x" * 2_000_000)
        with pytest.raises(RegisterError, match=r"disk is full|refused to write"):
            open_register(folder / "armswire.db").close()


_TOO_LONG = """
import resource, sys
from armswire.errors import RegisterError
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    with open_register(sys.argv[1]) as register:
        for i in range(200):
            record(register, make_article(f"a{i}", f"{i} " + "shells and rockets " * 2000), [])
except RegisterError as error:
    print(error)
"""


def run_python(code: str, *arguments: object) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])},
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.skipif(os.name != "posix", reason="limits on files are a matter of POSIX")
def test_a_limit_on_the_size_of_files_is_named(tmp_path: Path) -> None:
    told = run_python(_TOO_LONG, tmp_path / "armswire.db")
    assert "disk is full" in told
    assert str(tmp_path) in told


_AS_NOBODY = """
import os, sys
from pathlib import Path
import encodings.idna
from armswire.errors import RegisterError
from armswire.register import queries
from armswire.register.derivation import rules_version
from armswire.register.record import record
from armswire.register.store import open_register
from armswire.lexicon.evidence import load_evidence
from armswire.model.transfer_encoding import encode_transfer
from tests.factories import make_article, make_claim
path = Path(sys.argv[1])
load_evidence(), rules_version()
if os.geteuid() == 0:
    os.setuid(65534)
for create in (True, False):
    try:
        with open_register(path, create=create) as register:
            print("opened", queries.count(register), [t.id for t in queries.list_transfers(register)])
            record(register, make_article("late", "Another text about rockets."), [])
            print("written")
    except RegisterError as error:
        print(error)
"""


@pytest.fixture
def readable_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that another user may enter."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("derived", [True, False], ids=["derived", "not derived yet"])
def test_a_read_only_register_is_read_and_not_written(readable_folder: Path, derived: bool) -> None:
    path = readable_folder / "armswire.db"
    with open_register(path) as register:
        record(register, make_article(), [make_claim()])
        if derived:
            queries.count(register)
    path.chmod(0o444)
    readable_folder.chmod(0o555)
    told = run_python(_AS_NOBODY, path).splitlines()
    assert "read-only" in told[0]
    assert "Make both writable" in told[0]
    assert told[1].startswith("opened Counts(articles=1, irrelevant=0, foreign=0, claims=1, transfers=1,")
    assert "['transfer-" in told[1]
    assert "read-only" in told[2]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_read_only_folder_gets_no_new_register(readable_folder: Path) -> None:
    readable_folder.chmod(0o555)
    told = run_python(_AS_NOBODY, readable_folder / "armswire.db").splitlines()
    assert f"{readable_folder}: the folder is read-only" in told[0]
    assert "there is no register here" in told[1]


def test_two_processes_may_begin_the_same_register_at_once(tmp_path: Path) -> None:
    code = """
import sys
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article
sys.stdin.readline()
with open_register(sys.argv[1]) as register:
    for i in range(20):
        record(register, make_article(f"{sys.argv[2]}-{i}", f"{sys.argv[2]} {i} shells"), [])
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    path = tmp_path / "armswire.db"
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), name], stdin=subprocess.PIPE, text=True, env=environment
        )
        for name in ("one", "other")
    ]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    assert [child.wait(timeout=120) for child in children] == [0, 0]
    for child in children:
        assert child.stdin is not None
        child.stdin.close()
    with open_register(path, create=False) as register:
        assert queries.count(register).articles == 40


def test_opening_a_register_that_is_there_does_not_load_the_migrations(tmp_path: Path) -> None:
    fill(tmp_path / "armswire.db")
    code = (
        "import sys; from armswire.register.store import open_register;"
        "open_register(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    assert run_python(code, tmp_path / "armswire.db").strip() == "False"
