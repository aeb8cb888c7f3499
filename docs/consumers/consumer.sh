#!/bin/sh
# What happened to each registration, one line each, to the end of the topic: `apt-get install kcat`, then `sh consumer.sh localhost:9092`.
# kcat prints the headers as name=value with commas; awk keeps the highest sequence of each key, as a reader must.
kcat -b "$1" -C -q -e -o beginning -t plenary.registrations -f '%k\t%h\t%s\n' |
  awk -F '\t' '
    $1 ~ /^beat-/ { next }
    { sequence = type = $2
      sub(/.*ce_sequence=/, "", sequence); sub(/,.*/, "", sequence)
      sub(/.*ce_type=/, "", type); sub(/,.*/, "", type) }
    sequence + 0 > heard[$1] + 0 { heard[$1] = sequence; print $1, sequence, type, $3 }'
