"""问答: questions with answers that have a source, a graph of words, and the engine that finds one for the other."""
