"""How a question is read, compared with what is known, and how sure the answer is."""
