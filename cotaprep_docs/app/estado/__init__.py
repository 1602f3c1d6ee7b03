"""Where a process stands on a day: read, told in words, as JSON and as a page."""
