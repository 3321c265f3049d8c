"""Wages: a pay table every worker checks, line by line, before it is paid; and nothing changes behind their back."""
