"""国密电子签章: seals of an e-seal platform (GB/T 38540-2020, SM2 with SM3), read and checked, never made here."""
