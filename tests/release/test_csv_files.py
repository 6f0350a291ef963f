from __future__ import annotations

import gzip

import pyarrow as pa

from oic_reports.release.csv_files import write_csv


def test_canonical_file(tmp_path):
    table = pa.table({"a": ["x", None, "", 'say "no", please\nor not'], "n": [1, None, 3, 4]})
    write_csv(tmp_path / "t.csv.gz", table)
    content = gzip.decompress((tmp_path / "t.csv.gz").read_bytes()).decode()
    assert content == '"a","n"\r\n"x",1\r\n,\r\n"",3\r\n"say ""no"", please\nor not",4\r\n'
    write_csv(tmp_path / "again.csv.gz", table)
    assert (tmp_path / "again.csv.gz").read_bytes() == (tmp_path / "t.csv.gz").read_bytes()
