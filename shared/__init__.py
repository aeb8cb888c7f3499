"""What every service needs and no service owns: contracts, ports, the path of a change, HTTP."""
