"""The attack: visitors come while everything is killed, and books kept outside say whether the promises held.

It speaks HTTP like anybody else and shares no code with the product: what is wrong there cannot be wrong here in the same way.
`make chaos SEED=1 KILLS=20 VISITORS=1000`; `TARGET=compose` attacks the composed deployment.
"""
