#!/usr/bin/env bash
# Prints the directory whose key the command line uses for the installation at $1: PLENARY_DATA if that is set; for the
# composed deployment a copy of its key (made here, readable by you alone); else ./data, as the program has it.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${PLENARY_DATA:-}" ]; then
  printf '%s\n' "$PLENARY_DATA"
elif gateway=$(docker compose port gateway 8080 2>/dev/null) && [ "http://$gateway" = "${1%/}" ]; then
  (umask 077 && mkdir -p data/composed)
  docker compose cp registration:/data/key.json data/composed/key.json >/dev/null 2>&1
  printf '%s\n' data/composed
else
  printf '%s\n' data
fi
