"""Acts of reporting: gathering news, composing, sending, reading answers, putting right, showing."""
