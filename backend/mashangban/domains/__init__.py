"""The trades of the house: strangers to each other, each with the same anatomy."""
