// Puts on the chosen colours before anything is painted; that is why it is no module. Without a choice the system's hold.
(() => {
  const KEY = "armswire-theme";
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing for us: the system's colours then.
  }
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();
