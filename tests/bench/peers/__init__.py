"""The same routes in other frameworks, written as their own documentation shows; run in the isolated .tools/peers."""
