"""The sub-commands of ``oic-reports``, one module each; a module is imported only when its command is asked for.

A module has ``add_arguments(parser)`` and ``run(options)``: the docstring of ``run`` is what ``--help`` says, its
result is the exit status (0 done, 1 failed, 2 a file or a row is refused, 64 wrongly called).
"""

# command: what the list of commands says of it. The module is called as the command, with _ for -
COMMANDS = {
    "read": "read files or folders and print their reports",
    "build": "build a release from raw/, without Prefect",
    "verify": "prove a release offline",
    "site": "make the dataset's pages from a release",
    "serve": "show the dataset's pages on this machine",
    "diff": "say what changed from one release to another, and why",
    "rebuild-check": "rebuild the current release and compare",
    "sidecar": "write what is known of a file into its sidecar",
    "supersede": "say that a newer version takes the place of an older one",
    "correct": "write a correction of a text or a fact",
    "withdraw": "leave a document out of the next release",
    "mark-release": "say that a release is withdrawn, or where else it is",
    "catalogue": "check the addresses of raw/catalogue.csv",
    "prune": "remove old releases from the disk",
    "sweep": "remove what was computed by code that no longer runs",
    "rollback": "make an earlier release the current one",
    "doctor": "say whether all is well: settings, tools, disk, releases, runs, schedule",
    "thresholds": "suggest expectations/counts.csv from the current release",
}
