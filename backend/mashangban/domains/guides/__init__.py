"""Guides: what a service item asks for, and life-event packages that lead a person through several of them."""
