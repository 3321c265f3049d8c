"""One page over all domains for those who oversee: figures beside each other, down to one line with a reason."""
