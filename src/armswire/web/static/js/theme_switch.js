// The button that goes round the themes: as the system, light, dark. The choice is kept in the browser.
const KEY = "armswire-theme";
const NAMES = { system: "system", light: "light", dark: "dark" };
const NEXT = { system: "light", light: "dark", dark: "system" };

function keep(theme) {
  try {
    if (theme === "system") {
      localStorage.removeItem(KEY);
    } else {
      localStorage.setItem(KEY, theme);
    }
  } catch {
    // It holds for this page then.
  }
}

function show(button, theme) {
  const root = document.documentElement;
  if (theme === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
  button.querySelector("[data-theme-name]").textContent = NAMES[theme];
}

export function startThemeSwitch(button) {
  let theme = document.documentElement.dataset.theme ?? "system";
  show(button, theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = NEXT[theme];
    keep(theme);
    show(button, theme);
  });
}
