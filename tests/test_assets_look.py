"""Every kind of page looks with the reduced styles as it does with all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import yaml
from playwright.sync_api import Browser

from tests.browsing import KINDS, SMALL_KINDS, settled, some_now, watched
from tests.projects import ROOT
from tests.test_assets import THEME

# --- it looks the same

COMPARE = r"""(full) => {
  const still = document.createElement("style");
  still.textContent = "*,::before,::after,::placeholder{transition:none!important;animation:none!important}";
  document.head.append(still);
  let names = null;
  const own = (e) => e.tagName + "." + [...e.classList].join(".") + (e === e.parentElement?.firstElementChild ? "<" : "") + (e === e.parentElement?.lastElementChild ? ">" : "");
  const look = () => {
    const kinds = new Map(), boxes = [];
    for (const element of document.querySelectorAll("html, body, body *")) {
      const box = element.getBoundingClientRect();
      boxes.push([box.x, box.y, box.width, box.height].map((n) => n.toFixed(2)).join());
      let kind = own(element.previousElementSibling ?? element) + "+";
      for (let e = element, n = 0; e && n < 4; e = e.parentElement, n++) kind += " " + own(e);
      if (kinds.has(kind)) continue;
      for (const part of ["", "::before", "::after", "::placeholder", "::marker"]) {
        const style = getComputedStyle(element, part || null);
        if (/before|after/.test(part) && style.content === "none" || /placeholder/.test(part) && !element.placeholder || /marker/.test(part) && getComputedStyle(element).display !== "list-item") continue;
        names ??= Array.from(style).filter((name) => !name.startsWith("--"));
        kinds.set(kind + part, names.map((name) => style.getPropertyValue(name)));
      }
    }
    return [boxes.join("\n"), kinds];
  };
  const [boxes, looks] = look();
  const link = document.querySelector("link[rel=stylesheet]:not([media])"), style = document.createElement("style");
  style.textContent = full;
  link.replaceWith(style);
  const [fullBoxes, fullLooks] = look();
  const different = [...fullLooks].flatMap(([kind, values]) =>
    names.filter((name, n) => values[n] !== looks.get(kind)?.[n]).map((name) => `${kind}: ${name}`));
  return { different: different.slice(0, 20), boxes: boxes === fullBoxes, parts: fullLooks.size };
}"""
"""Takes the page's one style sheet away, puts another in its place, and says what looks different: the styles of every element that stands
differently among its neighbours, its generated content too, and the boxes of all elements."""
VIEWS = {
    "phone, light": (360, "light", "screen", None),
    "phone, dark, drawer open": (360, "dark", "screen", "__drawer"),
    "phone, search open": (360, "light", "screen", "__search"),
    "desk, dark by choice, search open": (1280, "chosen", "screen", "__search"),
    "desk, dark": (1280, "dark", "screen", None),
    "paper": (1280, "light", "print", None),
}


def full_styles() -> str:
    """The styles as they were before: the theme's, whole, then ours."""
    theme = [next((THEME / "assets/stylesheets").glob(f"{name}.*.css")) for name in ("main", "palette")]
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    ours = [ROOT / "overrides" / path for path in ("assets/overviews.css", *config["extra_css"])]
    return "".join(path.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";') for path in (*theme, *ours))


@pytest.mark.parametrize("view", VIEWS)
def test_every_kind_of_page_looks_as_with_all_of_the_styles(browser: Browser, small_address: str, view: str) -> None:
    """Of the small site every kind in two views."""
    kinds = SMALL_KINDS[list(VIEWS).index(view) % 3 :: 3]
    looks_the_same(browser, full_styles(), [small_address + kind for kind in kinds], view)


@pytest.mark.parametrize("view", some_now(VIEWS, ("desk, dark",)))
@pytest.mark.parametrize("kinds", [KINDS[2:8:5], pytest.param(KINDS, marks=pytest.mark.full)], ids=["some", "every"])
def test_the_pages_of_the_decisions_do_so_too(browser: Browser, address: str, view: str, kinds: Sequence[str]) -> None:
    looks_the_same(browser, full_styles(), [address + kind for kind in kinds], view)


def looks_the_same(browser: Browser, full: str, addresses: Sequence[str], view: str) -> None:
    width, scheme, medium, toggle = VIEWS[view]
    window = {"width": width, "height": 800}
    setting = "light" if scheme == "chosen" else scheme
    context = browser.new_context(bypass_csp=True, viewport=window, color_scheme=setting, reduced_motion="reduce")  # type: ignore[arg-type]
    if scheme == "chosen":
        context.add_init_script("localStorage.setItem('scheme', 'dark')")
    page = context.new_page()
    wrong = watched(page)
    page.emulate_media(media=medium)  # type: ignore[arg-type]
    for address in addresses:
        page.goto(address)
        page.evaluate("""(toggle) => {
          for (const one of document.querySelectorAll("details")) one.open = true;
          const box = toggle && document.getElementById(toggle);
          if (box) { box.checked = true; box.dispatchEvent(new Event("change")); }
        }""", toggle)  # fmt: skip
        settled(page)
        found = page.evaluate(COMPARE, full)
        assert (found["different"], found["boxes"]) == ([], True), address
        assert found["parts"] > 100
    context.close()
    assert wrong == []


def test_the_comparison_of_looks_notices_one_rule(browser: Browser, small_address: str) -> None:
    page = browser.new_page(bypass_csp=True)
    page.goto(small_address)
    found = page.evaluate(COMPARE, full_styles() + ".md-typeset h2{letter-spacing:3px!important}")
    assert found["different"] != []
    assert all("letter-spacing" in one or "H2" in one for one in found["different"])
    assert not found["boxes"]
    page.close()
