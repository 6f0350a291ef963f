"""Great Expectations, loaded once and without what no check here asks of it.

Its import takes two to three seconds, a third of it for statistics (scipy) and charts (altair) of expectations about
distributions. These are loaded when they are first used. ``load_ahead`` loads the library beside other work. A fifth
of the rest would be looks for garbage (``loading``).
"""

from __future__ import annotations

import logging
import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from threading import Thread
from types import ModuleType
from typing import TYPE_CHECKING, Any

from oic_reports.loading import load_at_once

if TYPE_CHECKING:
    from great_expectations.core.batch_definition import BatchDefinition

# modules that the library imports as a whole, for expectations that no suite has
_SELDOM_USED = ("scipy.stats", "altair")


class _Deferred(ModuleType):
    """A module that is loaded when a name of it is asked for.

    ``importlib.util.LazyLoader`` loads one as soon as it is imported again (Python 3.11), which the library does.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever the module holds)
        if name.startswith("__"):
            # what the import system asks of each module
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


@cache
def load_library() -> ModuleType:
    """The package ``great_expectations``."""
    for name in _SELDOM_USED:
        spec = find_spec(name)
        if name not in sys.modules and spec is not None:
            sys.modules[name] = _Deferred(name)
            sys.modules[name].__spec__ = spec
    with load_at_once():
        return import_module("great_expectations")


def load_ahead() -> None:
    """Load the library in a thread of its own, while this process waits for others."""
    Thread(target=load_library, name="great-expectations", daemon=True).start()


@cache
def open_frames() -> BatchDefinition[Any]:
    """What gives a batch of any data frame, in one context without progress bars and remarks about itself.

    One for all tables: the library prints its whole configuration as YAML for each that is added.
    """
    gx = load_library()
    from great_expectations.data_context.types.base import ProgressBarsConfig  # noqa: PLC0415  (loaded by now)

    for name in list(logging.root.manager.loggerDict):
        if name.startswith("great_expectations"):
            logging.getLogger(name).setLevel(logging.ERROR)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    frames: BatchDefinition[Any] = (
        context.data_sources.add_pandas("tables")
        .add_dataframe_asset("rows")
        .add_batch_definition_whole_dataframe("all")
    )
    return frames
