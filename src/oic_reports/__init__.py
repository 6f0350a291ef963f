"""The reports of the Organisation of Islamic Cooperation, from received files to published tables.

The order of a run is the order of the folders: ``sources`` -> ``reading`` -> ``cleaning`` and ``structure`` -> ``work``
(each file by itself, in a process of its own: ``isolation``) -> ``identity`` -> ``correcting`` -> ``tables`` ->
``checks`` -> ``release``. ``language`` and ``disk`` are the ground floor; ``jobs`` puts all together for ``commands``
and for ``flows/``, which alone knows Prefect. An arrow never runs back up (``tests/test_rooms.py``).
"""
