#!/bin/sh
# Images of Debian's own packages under the names of the two official ones, for a machine that reaches no registry of
# images: make.sh FOLDER. Needs root, debootstrap and Docker. They prove our files, not the official images.
set -eu
here=$(dirname "$0") work=$1
debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv bookworm "$work/system"
# what this machine trusts, the image trusts: there may be a proxy in between
cp /etc/ssl/certs/ca-certificates.crt "$work/system/etc/ssl/certs/"
ln -s python3 "$work/system/usr/bin/python"
# it installs from where this machine does
rm "$work/system/etc/apt/sources.list"
[ ! -e /etc/apt/sources.list ] || cp /etc/apt/sources.list "$work/system/etc/apt/"
cp -R /etc/apt/sources.list.d "$work/system/etc/apt/"
tar --create --directory "$work/system" . | docker import \
  --change "ENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt" \
  - python:3.11-slim-bookworm
docker build --tag postgres:15-bookworm --file "$here/postgres.containerfile" "$here"
