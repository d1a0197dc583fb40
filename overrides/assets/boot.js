/* Runs in the head, before the page is drawn: scripts work, and what the reader chose of light and dark. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try { root.dataset.scheme = localStorage.getItem("scheme") ?? ""; } catch { /* not allowed: the system's setting holds */ }
})();
