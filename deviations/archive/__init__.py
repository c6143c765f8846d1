"""Whole cases as files for an archive: what stands in every table, attachments, and sums to check.

record.py reads a case, pack.py writes the zip, build.py is the job.
"""
