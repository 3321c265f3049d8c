"""Help desk: what somebody asks a department, how long the answer may take, who holds it, and what the asker says."""
