"""The command line: arguments in, tables, cards and JSON out, errors as exit statuses.

Takes what a person types, gives what the rooms below answer; holds no rule of the domain. One module per command;
each imports what it needs inside its function, so that `armswire --help` stays quick.
"""
