"""How what people look at and do grows with the world: measured at a hundredth, a tenth and the whole of it."""
