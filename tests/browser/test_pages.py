"""The pages to share, opened in Chromium: on a telephone, at a desk, in the dark, and without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from cotaprep_docs.cli.program import program
from tests.support.chromium import DESK, TELEPHONE, chromium
from tests.support.data_sets import copy_of

pytestmark = pytest.mark.chromium

PAGES = {
    "estado-plan": ("plan", ("estado", "--hoy", "04/03/2024", "--html")),
    "estado-ficticio": ("ficticio", ("estado", "--hoy", "05/05/2027", "--html")),
    "validacion-plan": ("plan", ("validar", "--html")),
    "validacion-ficticio": ("ficticio", ("validar", "--html")),
}
# Relative luminance and contrast as WCAG 2.2 defines them (1.4.3), over what the browser really paints.
_CONTRASTS = """
const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const behind = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const paint = parse(getComputedStyle(at).backgroundColor);
    if (paint.length === 3 || paint[3] > 0) return paint;
  }
  return [255, 255, 255];
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const poor = new Set();
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !node.checkVisibility()) continue;
  const [front, back] = [light(parse(getComputedStyle(node).color)), light(behind(node))];
  const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  if (ratio < 4.5) poor.add(`${node.className || node.tagName}: ${ratio.toFixed(2)}`);
}
return [...poor];
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every page, made as a person makes it."""
    found: dict[str, Path] = {}
    for name, (data, line) in PAGES.items():
        folder = tmp_path_factory.mktemp(name)
        copy_of(data, folder / "data")
        result = CliRunner().invoke(program, [*line, "--carpeta", str(folder)], catch_exceptions=False)
        assert result.exit_code == 0
        (found[name],) = (folder / "salida").glob("*.html")
    return found


@pytest.fixture(scope="module", params=["telephone", "desk", "dark"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """A browser as each of them."""
    size = DESK if request.param == "desk" else TELEPHONE
    with chromium(tmp_path_factory.mktemp("chromium"), size, dark=request.param == "dark") as driver:
        yield driver


def opened(browser: Chrome, path: Path) -> Chrome:
    browser.get_log("performance")  # what came before
    browser.get_log("browser")
    browser.get(path.as_uri())
    return browser


@pytest.mark.parametrize("name", PAGES)
def test_it_fits_loads_nothing_and_can_be_read(browser: Chrome, pages: dict[str, Path], name: str) -> None:
    driver = opened(browser, pages[name])
    wide = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    scroll, client = driver.execute_script(wide)
    assert scroll <= client
    events = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert asked in ([], [pages[name].as_uri()])
    assert driver.get_log("browser") == []
    assert driver.execute_script(_CONTRASTS) == []
    size = "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    assert driver.execute_script(size) >= 14


def test_the_dark_is_dark(browser: Chrome, pages: dict[str, Path], request: pytest.FixtureRequest) -> None:
    driver = opened(browser, pages["estado-plan"])
    asked = request.node.callspec.params["browser"] == "dark"
    painted = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert painted == ("rgb(22, 22, 22)" if asked else "rgb(255, 255, 255)")


@pytest.mark.parametrize("name", ["estado-plan", "estado-ficticio"])
def test_the_timeline_shows_the_day_between_its_events(
    browser: Chrome, pages: dict[str, Path], name: str
) -> None:
    driver = opened(browser, pages[name])
    today = driver.find_element(By.ID, "hoy")
    assert today.is_displayed()
    place = today.location["y"]
    day = {"estado-plan": "2024-03-04", "estado-ficticio": "2027-05-05"}[name]
    events = driver.find_elements(By.CSS_SELECTOR, ".hito")
    assert len(events) > 20
    for event in events:
        when = event.find_element(By.TAG_NAME, "time").get_attribute("datetime")
        assert when is not None
        assert (event.location["y"] < place) == (when < day)


def test_a_kind_of_event_can_be_hidden(browser: Chrome, pages: dict[str, Path]) -> None:
    driver = opened(browser, pages["estado-plan"])
    events = driver.find_elements(By.CSS_SELECTOR, ".hito.entregable")
    assert all(event.is_displayed() for event in events)
    box = driver.find_element(By.ID, "ver-entregable")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", box)
    box.click()
    assert events
    assert not any(event.is_displayed() for event in events)
    assert driver.find_element(By.CSS_SELECTOR, ".hito.sesion").is_displayed()


def test_a_gravity_can_be_hidden(browser: Chrome, pages: dict[str, Path]) -> None:
    driver = opened(browser, pages["validacion-plan"])
    warnings = driver.find_elements(By.CSS_SELECTOR, "li.advertencia")
    driver.find_element(By.ID, "ver-advertencia").click()
    assert warnings
    assert not any(item.is_displayed() for item in warnings)


def test_a_wide_table_scrolls_by_itself(browser: Chrome, pages: dict[str, Path]) -> None:
    driver = opened(browser, pages["validacion-plan"])
    region = driver.find_element(By.CSS_SELECTOR, ".tabla")
    inner, outer = driver.execute_script(
        "return [arguments[0].scrollWidth, arguments[0].clientWidth]", region
    )
    window = driver.execute_script("return document.documentElement.clientWidth")
    assert outer <= window
    assert (inner > outer) == (window == TELEPHONE[0])  # at a desk all of it has room
