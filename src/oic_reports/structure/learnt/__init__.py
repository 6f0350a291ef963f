"""What lines read like, learnt from pages whose blocks are known: where a paragraph begins, and which role it has.

In: the paragraphs that the rules made. Out: the same lines, some of them in paragraphs of another role, or parted.
"""
