// What every page starts. A page works without any of it.
import { startThemeSwitch } from "./theme_switch.js";

const button = document.getElementById("theme-switch");
if (button) {
  startThemeSwitch(button);
}
