// Only while serving: asks whether there is another version than the one shown, and shows it.
(async () => {
  const shown = document.currentScript.dataset.version;
  for (;;) {
    try {
      const answer = await fetch(`/.duidu/version?shown=${encodeURIComponent(shown)}`, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== shown) return location.reload();
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
