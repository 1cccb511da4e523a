#!/usr/bin/env bash
# Installs the shared libraries that headless Chromium links against, on Debian and its relatives.
# Does nothing where they are present or where apt-get is not at hand.
set -euo pipefail
wanted=(libnss3 libnspr4 fonts-dejavu-core)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
command -v apt-get >/dev/null || { echo "apt-get is missing; going on without: ${missing[*]}" >&2; exit 0; }
for attempt in 1 2 3; do
  if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    exit 0
  fi
  echo "installing ${missing[*]} failed (attempt $attempt)" >&2
  sleep $((attempt * 5))
done
exit 1
