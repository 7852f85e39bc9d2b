// Single keys for whoever reviews, off while somebody types and off altogether where they are switched off (WCAG 2.1.4).
// Every key does what an element of the page does: without this module the page has all of it but the keys.
const KEPT_AS = "armswire-review-keys";

const isTyping = (target) =>
  target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;

function areOn() {
  try {
    return localStorage.getItem(KEPT_AS) !== "off";
  } catch {
    return true;
  }
}

function keep(on) {
  try {
    localStorage.setItem(KEPT_AS, on ? "on" : "off");
  } catch {
    // It holds for this page then.
  }
}

// The first field of a form that somebody would fill in.
const firstField = (part) => part.querySelector("input:not([type=hidden]):not([type=radio]:not(:checked)), select, textarea, input[type=radio]");

function open(details) {
  details.open = true;
  firstField(details)?.focus();
  details.scrollIntoView({ block: "nearest" });
}

function press(element) {
  if (element.matches("summary")) {
    const details = element.parentElement;
    if (details.id === "keys") {
      details.open = !details.open;
      element.focus();
    } else {
      open(details);
    }
  } else if (element.matches("input[type=radio]")) {
    open(element.closest("details"));
    element.checked = true;
    element.form.querySelector("[name=because]").focus();
  } else if (element.dataset.focus && !document.getElementById(element.dataset.focus).value.trim()) {
    // It needs a reason first.
    document.getElementById(element.dataset.focus).focus();
  } else {
    element.click();
  }
}

function walk(step) {
  const links = [...document.querySelectorAll(".choices a")];
  const at = links.findIndex((link) => link.hasAttribute("aria-current"));
  links[at + step]?.click();
}

function close(target) {
  const details = target.closest("details.act, details.whoami");
  target.blur();
  if (details) {
    details.open = false;
    details.querySelector("summary").focus();
  }
}

let isLeaving = false;

function start() {
  const button = document.getElementById("keys-switch");
  let on = areOn();
  const show = () => {
    button.querySelector("[data-keys-state]").textContent = on ? "on" : "off";
    button.setAttribute("aria-pressed", String(on));
    document.documentElement.classList.toggle("keys-off", !on);
  };
  document.getElementById("keys-switch-line").hidden = false;
  show();
  button.addEventListener("click", () => {
    on = !on;
    keep(on);
    show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) {
      close(event.target);
      return;
    }
    const withOthers = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
    if (!on || isLeaving || withOthers || isTyping(event.target)) {
      return;
    }
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      walk(event.key === "j" ? 1 : -1);
      return;
    }
    const element = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (element) {
      event.preventDefault();
      press(element);
    }
  });
  // One judgement for one press, however long the answer takes.
  document.addEventListener("submit", (event) => {
    if (isLeaving) {
      event.preventDefault();
    }
    isLeaving = true;
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  // A form that was not taken is open: its first wrong field is where to go on.
  const wrong = document.querySelector("[aria-invalid], details.act[open] [name=because]");
  if (document.getElementById("problem") && wrong) {
    wrong.focus();
  }
  if (document.getElementById("test-waits")) {
    setTimeout(() => {
      if (!isTyping(document.activeElement) && document.querySelector("details.act[open]") === null) {
        location.reload();
      }
    }, 3000);
  }
}

start();
