"""R2: many hands on one scarce thing at the same moment, in calm weather and in a storm.

The suite sends a few dozen hands; `make contention` sends a thousand (HANDS) and writes docs/contention.md. In a storm
every fifth transaction meets a conflict, is throttled or exceeds its capacity before it is sent.
"""
