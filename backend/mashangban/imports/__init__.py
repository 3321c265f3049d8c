"""Files that offices import: checked as a whole, confirmed by a person, written chunk by chunk in the room's own table.

A room brings what is its own (who may, how a row is checked and written); the job stands here.
"""
