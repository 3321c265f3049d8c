"""Remote help 远程协助: somebody from an office looks at a form while its person fills it in, points and proposes.

Only the person changes the form. What is private never leaves the phone; what was seen is wiped when it is over.
"""
