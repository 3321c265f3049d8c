"""The demo world: invented, made by the product's own acts. Seals say 样章, ID numbers can't be issued."""
