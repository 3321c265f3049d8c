"""Decisions of the registers: pure, dated by argument, sourced."""
