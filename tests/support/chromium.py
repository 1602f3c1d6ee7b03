"""Chromium without a screen, as Debian packages it: a telephone or a desk, and what a page asked for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.support.tools import program

TELEPHONE, DESK = (390, 844), (1280, 900)
"""Width and height of the window, in CSS pixels."""
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip


@contextlib.contextmanager
def chromium(folder: Path, size: tuple[int, int], *, dark: bool = False) -> Iterator[Chrome]:
    """Give a browser with a profile of its own in a folder, its window of that size."""
    options = ChromeOptions()
    options.binary_location = program("chromium", "chromium-browser", "google-chrome")
    for argument in (*_QUIET, f"--user-data-dir={folder / 'perfil'}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(program("chromedriver")))
    try:
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == TELEPHONE}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        if dark:
            feature = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
        yield driver
    finally:
        driver.quit()
