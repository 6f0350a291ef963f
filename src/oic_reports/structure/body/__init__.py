"""The lines of the body to paragraphs: where each begins, its label, its role, its rectangles.

In: printed lines that each begin at most one paragraph. Out: the paragraphs and, of each line, the rule that decided.
"""
