"""Policies for enterprises: items with conditions as data, the facts they ask for, who meets them and why."""
