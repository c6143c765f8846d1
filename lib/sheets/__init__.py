"""Spreadsheets that people hand in: read in a child process, known by content, never trusted."""
