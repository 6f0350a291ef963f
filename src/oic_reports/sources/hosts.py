"""Which addresses may be asked for: those on hosts of the catalogue, by http only where the catalogue says http."""

from __future__ import annotations

from urllib.parse import urlsplit

from oic_reports.sources.catalogue import Catalogue


class Hosts:
    """The hosts that the catalogue names, each with its port, scheme and site."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Collect the hosts of sites, and the schemes of all addresses."""
        self._sites = {host: site.site for site in catalogue.sites.values() for host in site.hosts}
        addresses = [
            address
            for row in catalogue.rows
            for address in (row.address, row.archive_address, row.printer_address)
            if address
        ]
        addresses += [rule.index_address for rule in catalogue.rules]
        self._plain = {urlsplit(address).netloc for address in addresses if address.startswith("http:")}

    def may_ask(self, address: str) -> bool:
        """Whether a canonical address is on a host of the catalogue, by a scheme that is used there."""
        parts = urlsplit(address)
        return parts.netloc in self._sites and (parts.scheme == "https" or parts.netloc in self._plain)

    def find_site(self, address: str) -> str:
        """The id of the site that an address is on.

        Raises:
            KeyError: it is on none.
        """
        return self._sites[urlsplit(address).netloc]
