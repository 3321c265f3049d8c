"""Photos and papers: announced, sent straight to the object store, checked on arrival, shown without their secrets."""
