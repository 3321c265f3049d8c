"""Who works where, for whom and for what pay: what a contract in force tells every domain that counts days or money.

The contract itself lives in `domains/workers`; each domain that needs to know keeps its own copy in its own table,
told by message, so that it asks nobody at the time of an act.
"""
