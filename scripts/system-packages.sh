#!/usr/bin/env bash
# Installs what the tests need from the distribution, on Debian and its relatives: the shared libraries
# that headless Chromium links against, Prometheus with promtool, shellcheck, and what the generated
# services of the starters for Python and Go are made of, because the registries of these languages are not
# needed then. Does nothing where they are present or where apt-get is not at hand.
set -euo pipefail
wanted=(libnss3 libnspr4 fonts-dejavu-core curl git shellcheck)
wanted+=(python3-fastapi python3-httpx python3-pip python3-prometheus-client python3-pytest python3-pytest-cov)
wanted+=(python3-setuptools python3-uvicorn python3-venv python3-wheel)
wanted+=(golang-go golang-github-prometheus-client-golang-dev golang-github-masterminds-sprig-dev)
command -v promtool >/dev/null && command -v prometheus >/dev/null || wanted+=(prometheus)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
command -v apt-get >/dev/null || { echo "apt-get is missing; going on without: ${missing[*]}" >&2; exit 0; }
# Only the programs are wanted: a refusal here keeps the package from starting its server.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ] && printf '#!/bin/sh\nexit 101\n' 2>/dev/null >"$policy"; then
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
for attempt in 1 2 3; do
  if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    exit 0
  fi
  echo "installing ${missing[*]} failed (attempt $attempt)" >&2
  sleep $((attempt * 5))
done
exit 1
