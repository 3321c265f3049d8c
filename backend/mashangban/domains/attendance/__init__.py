"""Attendance: three witnesses of a working day, and a question where they disagree, never a silent absence."""
