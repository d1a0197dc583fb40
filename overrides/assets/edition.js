/* What the pages gain with JavaScript; without it links are links and everything is readable.
   1 light or dark  2 the gloss of a term  3 layers  4 filter and sorting */
(() => {
  "use strict";
  const { words } = window;

  /* 1 Light or dark: the system's setting until the reader chooses; choosing what the system has gives the choice back to it. */
  const root = document.documentElement, button = document.getElementById("scheme"), dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches);
  const offer = () => { button.ariaLabel = button.title = words(isDark() ? "lighter" : "darker"); };
  button.hidden = false;
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    root.dataset.scheme = (wanted === "dark") === dark.matches ? "" : wanted;
    try { localStorage.setItem("scheme", root.dataset.scheme); } catch { /* not allowed: it holds for this page */ }
    offer();
  });
  dark.addEventListener("change", offer);
  offer();

  /* 2 The gloss: text from the list at the page's end, shown on hover, focus and tap, closed with Esc. */
  const tip = document.createElement("div");
  tip.id = "gloss-tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  let shownFor = null, closing = 0;

  const hide = () => {
    tip.hidden = true;
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
  };
  const later = () => { closing = setTimeout(hide, 250); };
  const show = (term) => {
    clearTimeout(closing);
    const gloss = document.getElementById("gloss-" + term.hash.replace("#term-", ""));
    if (!gloss || shownFor === term) return;
    hide();
    tip.textContent = gloss.textContent;
    const more = document.createElement("a");
    more.href = term.href;
    more.textContent = words("gloss_more");
    tip.append(" ", more);
    tip.hidden = false;
    const at = term.getClientRects()[0], width = tip.offsetWidth;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const below = at.bottom + tip.offsetHeight + 8 < innerHeight;
    tip.style.left = left + scrollX + "px";
    tip.style.top = (below ? at.bottom + 6 : at.top - tip.offsetHeight - 6) + scrollY + "px";
    term.setAttribute("aria-describedby", tip.id);
    shownFor = term;
  };

  for (const term of document.querySelectorAll("a.term")) {
    let touched = false;
    term.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse" && shownFor !== term; });
    term.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(term); });
    term.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(); });
    term.addEventListener("focus", () => show(term));
    term.addEventListener("blur", later);
    term.addEventListener("click", (event) => {
      if (!touched) return;
      event.preventDefault();
      show(term);
    });
  }
  tip.addEventListener("pointerenter", () => clearTimeout(closing));
  tip.addEventListener("pointerleave", later);
  tip.addEventListener("focusin", () => clearTimeout(closing));
  tip.addEventListener("focusout", later);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("pointerdown", (event) => { if (!tip.contains(event.target) && event.target !== shownFor) hide(); });

  /* 3 Layers: each on or off, remembered on the device; ?layers=terms,notes in the address wins. */
  const switches = [...document.querySelectorAll(".layers input")];
  if (switches.length) {
    const asked = new URLSearchParams(location.search).get("layers");
    let kept = null;
    try { kept = localStorage.getItem("layers"); } catch { /* not allowed: then nothing is remembered */ }
    const ALL = ["links", "terms", "notes"], on = new Set((asked ?? kept ?? ALL.join()).split(","));
    for (const box of switches) { // a page has boxes only for what it has; the others keep their setting
      box.checked = on.has(box.value);
      box.addEventListener("change", () => {
        if (box.checked) on.add(box.value);
        else on.delete(box.value);
        const chosen = ALL.filter((layer) => on.has(layer));
        try { localStorage.setItem("layers", chosen.join()); } catch { /* as above */ }
        const here = new URL(location.href);
        if (chosen.length === ALL.length) here.searchParams.delete("layers");
        else here.searchParams.set("layers", chosen.join());
        history.replaceState(null, "", here);
      });
    }
  }

  /* 4 A filter above the glossary, and headers that sort. */
  const entries = [...document.querySelectorAll(".entry")];
  const filter = document.querySelector(".filter");
  if (entries.length && filter) {
    const input = filter.querySelector("input"), said = filter.querySelector("[role=status]");
    const texts = entries.map((entry) => entry.textContent.toLowerCase());
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let left = 0;
      entries.forEach((entry, index) => { left += (entry.hidden = !texts[index].includes(wanted)) ? 0 : 1; });
      for (const letter of document.querySelectorAll("h2[id^=initial-]")) {
        let next = letter.nextElementSibling;
        while (next?.hidden && next.matches(".entry")) next = next.nextElementSibling;
        letter.hidden = !next?.classList.contains("entry");
      }
      said.textContent = wanted ? words("entries_left", { count: left }) : "";
    });
  }
  for (const table of document.querySelectorAll(".sortable table, table.sortable")) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => {
        const down = cell.ariaSort !== "descending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        cell.ariaSort = down ? "descending" : "ascending";
        const key = (row) => row.cells[column].textContent.trim();
        const rows = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), "zh", { numeric: true }));
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }
})();
