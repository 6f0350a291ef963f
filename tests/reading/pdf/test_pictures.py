import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from oic_reports.errors import UnreadableFileError
from oic_reports.isolation.parent import Limits, cut_isolated
from oic_reports.model import Box
from oic_reports.reading.pdf.pictures import cut_pictures
from oic_reports.reading.reader import read_bytes

FOLDER = Path(__file__).parents[2] / "specimens" / "pdf"
LIMITS = Limits(seconds=60, memory_bytes=1 << 30, max_file_bytes=50 << 20, output_bytes=256 << 20)
COMMAND = [str(Path(sys.executable).parent / "oic-reports"), "read"]


def test_a_picture_holds_its_line_and_no_other():
    path = FOLDER / "lo_docx" / "en1.pdf"
    reading = read_bytes(path.read_bytes(), path.name)
    boxes = [line.box for line in reading.lines[:12]]
    for box, picture in zip(boxes, cut_isolated(path, boxes, LIMITS), strict=True):
        image = Image.open(io.BytesIO(picture))
        assert abs(image.width - 2 * (box.x1 - box.x0 + 2)) < 4
        rows = (np.asarray(image.convert("L")) < 128).any(axis=1)
        # ink in one run of rows, white above and below it
        assert rows.any()
        assert not rows[0]
        assert not rows[-1]


def test_a_picture_of_a_page_with_a_unit_of_its_own():
    content = (FOLDER / "lo_nazli_unit" / "k4.pdf").read_bytes()
    boxes = [line.box for line in read_bytes(content, "x.pdf").lines[:8]]
    for box, picture in zip(boxes, cut_pictures(content, boxes), strict=True):
        image = Image.open(io.BytesIO(picture))
        # the unit is two points
        assert abs(image.width - (box.x1 - box.x0 + 2)) < 4
        ink = np.asarray(image.convert("L")) < 128
        assert ink.any(axis=0)[: image.width // 5].any()
        assert ink.any(axis=0)[-image.width // 5 :].any()


def test_pictures_of_a_damaged_file_are_refused(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(UnreadableFileError):
        cut_isolated(path, [Box(1, 0, 0, 10, 10)], LIMITS)


def test_the_command_writes_one_picture_a_paragraph(tmp_path):
    done = subprocess.run(
        [*COMMAND, str(FOLDER / "lo_docx" / "ar1.pdf"), "--pictures", str(tmp_path / "p")],
        capture_output=True,
        check=True,
    )
    blocks = json.loads(done.stdout)["blocks"]
    names = sorted(path.name for path in (tmp_path / "p").iterdir())
    assert len(names) == sum(len(block["boxes"]) for block in blocks)
    assert [name.split("_")[0] for name in names] == [f"{place:04}" for place in range(1, len(blocks) + 1)]


def test_a_text_without_pages_has_no_pictures(tmp_path):
    path = Path(__file__).parents[3] / "raw" / "reports"
    text = next(path.glob("*.txt"))
    done = subprocess.run([*COMMAND, str(text), "--pictures", str(tmp_path)], capture_output=True, check=False)
    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])
    assert b"no pages" in done.stderr
