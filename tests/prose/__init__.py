"""Tests of `cotaprep_docs.prose`."""
