"""The operator's and developer's tool. It speaks HTTP; only `up` runs services, and only `verify` opens stores and log."""
