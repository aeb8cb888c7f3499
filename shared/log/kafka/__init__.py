"""The log in production: Apache Kafka, through aiokafka."""
