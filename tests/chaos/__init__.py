"""`make chaos`: people act while parts of the running product are killed; then it is proven what holds (R1, R5).

Bounded by `SECONDS`, on this machine's own addresses only, repeatable in its choices by `SEED`, and it stops by itself.
"""
