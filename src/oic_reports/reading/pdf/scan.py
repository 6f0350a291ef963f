"""The picture of a page, made ready for recognition: rendered, set level, in even light, without rules, soft."""

from __future__ import annotations

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from oic_reports.reading.pdf.arrays import Booleans

# dots per inch that Tesseract asks for; pixels of a page that memory holds
DPI = 300
_MOST_PIXELS = 40_000_000
# degrees by which a crooked scan is turned, at most and at a time
_STEP = 0.25
_WIDEST = 5.0
# grey of 255 below which a pixel is ink; how much sharper the rows of a turned page are
DARK = 160
_SHARPER = 1.02
# pixels: squares of which one level of light is taken, their neighbours, and a blur that closes gaps of letters
_SQUARE = 16
_NEIGHBOURS = 5
_SPREAD = 4
_BLUR = 1.0
# grey of a rule; pixels: the least length of a level one, of an upright one, and of one that ends at level ones (stems
# of letters of 40 points are longer), the thickness that none has, and the breadth of its lighter edges
_GREY_RULE = 200
_LONG_RULE = 400
_HIGH_RULE = 240
_SIDE_OF_CELL = 110
_THICK_RULE = 12
_EDGE_OF_RULE = 2
_WHITE = 255


def render(document: pypdfium2.PdfDocument, number: int, dpi: int = DPI) -> tuple[Image.Image, float]:
    """A page as a grey image, and its scale in pixels a point; enormous pages are rendered smaller."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(dpi / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        return page.render(scale=scale, grayscale=True).to_pil().convert("L"), scale
    finally:
        page.close()


def even_light(image: Image.Image) -> Image.Image:
    """The picture as if its paper were white everywhere."""
    level = image.resize((max(1, image.width // _SQUARE), max(1, image.height // _SQUARE)), Image.Resampling.BOX)
    level = level.filter(ImageFilter.MaxFilter(_NEIGHBOURS)).filter(ImageFilter.GaussianBlur(_SPREAD))
    paper = np.asarray(level.resize(image.size, Image.Resampling.BILINEAR), np.float32)
    even = np.clip(np.asarray(image, np.float32) * 255 / np.maximum(paper, 1), 0, 255)
    return Image.fromarray(even.astype(np.uint8))


def soften(image: Image.Image, factor: float = 1.0) -> Image.Image:
    """The picture with its noise and the steps of its pixels smoothed, made smaller by a factor."""
    if factor != 1.0:
        image = image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.BOX)
    return image.filter(ImageFilter.GaussianBlur(_BLUR))


def erase_rules(image: Image.Image) -> Image.Image:
    """The picture without its long thin lines: recognition leaves out words that they frame."""
    greys = np.array(image)
    dark = greys < _GREY_RULE
    # what is dark in all directions is a picture, or the ground of light letters
    thin = dark & ~_spread(_keep_runs(_keep_runs(dark, _THICK_RULE).T, _THICK_RULE).T, _THICK_RULE)
    level = thin & _spread(_keep_runs(dark, _LONG_RULE), _LONG_RULE, rows=False)
    upright = thin & _find_uprights(dark, level)
    greys[_grow(level) | _grow(upright.T).T] = _WHITE
    return Image.fromarray(greys)


def _find_uprights(dark: Booleans, level: Booleans) -> Booleans:
    """The pixels of long upright runs, and of shorter ones that begin and end at level rules: sides of cells."""
    found = _spread(_keep_runs(dark.T, _HIGH_RULE), _HIGH_RULE, rows=False).T
    sides = _spread(_keep_runs(dark.T, _SIDE_OF_CELL), _SIDE_OF_CELL, rows=False).T
    columns = np.flatnonzero((sides & ~found).any(axis=0))
    if not columns.size:
        return found
    runs, rules = dark[:, columns], level[:, columns]
    rows = np.arange(len(runs))[:, None]
    above, below = np.zeros_like(runs), np.zeros_like(runs)
    above[1:], below[:-1] = runs[:-1], runs[1:]
    starts = np.maximum.accumulate(np.where(runs & ~above, rows, 0), axis=0)
    ends = np.minimum.accumulate(np.where(runs & ~below, rows, len(runs) - 1)[::-1], axis=0)[::-1]
    hang = np.take_along_axis(rules, starts, 0) & np.take_along_axis(rules, ends, 0)
    found[:, columns] |= sides[:, columns] & hang
    return found


def _keep_runs(dark: Booleans, length: int) -> Booleans:
    """The pixels at which dark runs of so many begin, along rows."""
    found = np.zeros_like(dark)
    if dark.shape[1] >= length:
        sums = np.zeros((dark.shape[0], dark.shape[1] + 1), np.int32)
        np.cumsum(dark, axis=1, out=sums[:, 1:])
        found[:, : dark.shape[1] - length + 1] = sums[:, length:] - sums[:, :-length] == length
    return found


def _spread(begins: Booleans, length: int, *, rows: bool = True) -> Booleans:
    """The pixels of runs that begin somewhere, along rows; of squares, where ``rows`` is true."""
    changes = np.zeros((begins.shape[0], begins.shape[1] + length), np.int32)
    changes[:, : begins.shape[1]] += begins
    changes[:, length:] -= begins
    found: Booleans = np.cumsum(changes, axis=1)[:, : begins.shape[1]] > 0
    return _spread(found.T, length, rows=False).T if rows else found


def _grow(rules: Booleans) -> Booleans:
    """Level rules with the grey pixels above and below them."""
    around = rules.copy()
    for step in range(1, _EDGE_OF_RULE + 1):
        around[step:] |= rules[:-step]
        around[:-step] |= rules[step:]
    return around


def deskew(image: Image.Image) -> Image.Image:
    """The image turned so that its lines are level: where the dark pixels of rows differ most from row to row."""
    factor = max(1, image.width // 800)
    small = image.resize((image.width // factor, image.height // factor))
    dark = Image.fromarray((np.asarray(small) < DARK).astype(np.uint8) * 255)
    level = _sharpness(dark, 0.0)
    steps = [float(step) for step in np.arange(-_WIDEST, _WIDEST + _STEP, _STEP)]
    sharpest = max(steps, key=lambda step: _sharpness(dark, step))
    if _sharpness(dark, sharpest) < _SHARPER * level:
        return image
    return image.rotate(sharpest, resample=Image.Resampling.BICUBIC, fillcolor=255)


def _sharpness(dark: Image.Image, angle: float) -> float:
    rows = np.asarray(dark.rotate(angle)).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())
