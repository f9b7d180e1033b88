"""Folders, globs, archives: which files become documents, in what order, under what key."""

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

import podium
from podium.release import Release
from podium.sources import Rejection, Skipped, count_documents, documents, releases


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_txt", ".txt").replace("_md", ".md").replace("_json", ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def keys(*sources: object, **options: int) -> list[str]:
    return [getattr(found, "key", str(found)) for found in releases([str(s) for s in sources], **options)]  # type: ignore[arg-type]


def test_a_folder_is_read_to_the_bottom_in_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, b_txt="B", a__z_txt="AZ", a__y_md="AY", c__d__e_txt="CDE")
    assert keys(tmp_path) == ["a/y.md", "a/z.txt", "b.txt", "c/d/e.txt"]


def test_hidden_files_are_left_out_and_data_beside_is_named(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A", _json="x")
    write(tmp_path, a_json="{}", b_json="{}")
    (tmp_path / ".hidden.txt").write_text("H")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("X")
    found = list(releases([str(tmp_path)]))
    assert [type(item) for item in found] == [Release, Skipped]
    assert str(found[1]).endswith("passed over 2 files of other kinds (.json)")


def test_a_store_below_a_folder_is_no_release(tmp_path: Path) -> None:
    write(tmp_path, a_txt="Am Montag sprach Eva Stein in Kassel.")
    with podium.open(tmp_path / "store") as graph:
        assert graph.ingest(tmp_path).new == 1
    assert keys(tmp_path) == ["a.txt"]
    (found,) = releases([str(tmp_path / "store")])
    assert isinstance(found, Rejection) and found.reason.startswith("is the folder of a store")


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="B", c_txt="C")
    assert keys(tmp_path, tmp_path / "c.txt", tmp_path / "a") == ["a/b.txt", "c.txt"]


def test_globs_start_counting_at_their_fixed_part(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="B", a__c_md="C", d_txt="D")
    assert keys(tmp_path / "**" / "*.txt") == ["a/b.txt", "d.txt"]
    assert keys(tmp_path / "a" / "*") == ["b.txt", "c.md"]
    assert keys(tmp_path / "?") == ["a/b.txt", "a/c.md"]
    missing = next(iter(releases([str(tmp_path / "*.html")])))
    assert isinstance(missing, Rejection) and missing.missing and missing.reason == "no file matches"


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Text")
    assert keys(tmp_path / "a[1].txt") == ["a[1].txt"]


def test_counting_beforehand(tmp_path: Path) -> None:
    write(tmp_path, a__b_txt="B", c_md="C", d_json="{}")
    assert count_documents([str(tmp_path)]) == 2
    assert count_documents([str(tmp_path), str(tmp_path / "c.md")]) == 3
    assert count_documents([str(tmp_path), "-"]) is None


def test_names_that_are_no_unicode_or_decomposed(tmp_path: Path) -> None:
    (tmp_path / "Ko\u0308ln.txt").write_text("Text")
    with open(os.fsencode(tmp_path) + b"/k\xf6ln.txt", "w") as file:  # noqa: PTH123
        file.write("Text")
    found = [item for item in releases([str(tmp_path)]) if isinstance(item, Release)]
    assert [item.key for item in found] == ["K\u00f6ln.txt", "k\\xf6ln.txt"]
    assert all(item.iri for item in found)


def test_rejections_name_the_file_and_leave_the_rest(tmp_path: Path) -> None:
    write(tmp_path, a_txt="gut", b_txt="", c_txt="auch gut")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "big.txt").write_text("x" * 1001)
    os.mkfifo(tmp_path / "pipe.txt")  # must not block
    found = list(releases([str(tmp_path)], max_bytes=1000))
    assert [item.key for item in found if isinstance(item, Release)] == ["a.txt", "c.txt"]
    rejected = {Path(item.source).name: item.reason for item in found if isinstance(item, Rejection)}
    assert rejected == {
        "b.txt": "is empty",
        "big.txt": "is larger than 0.001 MB",
        "gone.txt": "cannot be read: no such file or directory",
        "loop.txt": "cannot be read: too many levels of symbolic links",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_without_permission(tmp_path: Path) -> None:
    write(tmp_path, a_txt="geheim", b__c_txt="auch")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").chmod(0)
    assert [str(item).split(": ")[-1] for item in releases([str(tmp_path)])] == ["permission denied"] * 2
    (tmp_path / "b").chmod(0o700)


def test_what_is_not_there(tmp_path: Path) -> None:
    (found,) = releases([str(tmp_path / "nix")])
    assert isinstance(found, Rejection) and found.missing
    assert found.reason == "no such file or folder"


def test_a_name_that_no_file_can_have() -> None:
    (found,) = releases(["a\x00b"])
    assert isinstance(found, Rejection)


def archives(folder: Path, files: dict[str, bytes]) -> tuple[Path, Path]:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with tarfile.open(folder / "a.tar.gz", "w:gz") as tape:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tape.addfile(info, io.BytesIO(data))
    return folder / "a.zip", folder / "a.tar.gz"


def test_archives_are_like_folders(tmp_path: Path) -> None:
    files = {"x/b.txt": b"B", "a.md": b"A", ".hidden.txt": b"H", "n.json": b"{}", "__MACOSX/a.md": b"M", "e.txt": b""}
    for archive in archives(tmp_path, files):
        found = list(releases([str(archive)]))
        assert [item.key for item in found if isinstance(item, Release)] == ["a.md", "x/b.txt"]
        assert [str(item).removeprefix(str(tmp_path)) for item in found if isinstance(item, Rejection)] == [
            f"/{archive.name}/e.txt: is empty"
        ]


def test_an_archive_that_unpacks_to_too_much(tmp_path: Path) -> None:
    for archive in archives(tmp_path, {"bomb.txt": b"x" * 100_000, "a.txt": b"A"}):
        found = list(releases([str(archive)], max_bytes=1000))
        assert [getattr(item, "key", getattr(item, "reason", "")) for item in found] == [
            "a.txt",
            "is larger than 0.001 MB",
        ]


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz"])
def test_a_broken_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"no archive at all")
    (found,) = releases([str(tmp_path / name)])
    assert isinstance(found, Rejection)
    assert found.reason.startswith("is no readable archive: ")


def test_an_encrypted_member(tmp_path: Path) -> None:
    path, _ = archives(tmp_path, {"a.txt": b"A"})
    data = bytearray(path.read_bytes())
    for header, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flag] |= 1
    path.write_bytes(bytes(data))
    (found,) = releases([str(path)])
    assert isinstance(found, Rejection)
    assert "encrypted" in found.reason


def test_documents_are_found_lazily(tmp_path: Path) -> None:
    write(tmp_path, a_txt="A", b_txt="B")
    found = documents([str(tmp_path)])
    assert next(found).source.endswith("a.txt")
    (tmp_path / "b.txt").unlink()
    assert str(next(found)).endswith("b.txt: cannot be read: no such file or directory")
