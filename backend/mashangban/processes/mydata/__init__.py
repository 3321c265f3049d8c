"""Somebody takes along what every room keeps of them (个人信息保护法 Art. 45): asked for, packed, fetched."""
