#!/usr/bin/env bash
# Does the broker know of a broker? One Metadata question (version 1, no topics) in Kafka's own protocol: Kafka's tools
# would start a Java machine for each look.
set -euo pipefail
exec 3<>/dev/tcp/localhost/9092
#      length 18        key 3   version correlation     client "test"  no topics
printf '\x00\x00\x00\x12\x00\x03\x00\x01\x00\x00\x00\x01\x00\x04test\x00\x00\x00\x00' >&3
# The answer: length, correlation, number of brokers, each four bytes.
brokers=$(head -c 12 <&3 | od -An -tu1 | tr -s ' \n' ' ' | cut -d' ' -f10-13)
[[ $brokers == *[1-9]* ]]
