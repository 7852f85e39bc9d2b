// The register: why something stands in brackets, and filters that show at once what fits. All of it works without.
const FORM = "narrowing";

// Why something stands in brackets can be put away with Escape, without moving the pointer or the focus.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") {
    return;
  }
  for (const shown of document.querySelectorAll(".reasoned:hover, .reasoned:focus-within")) {
    shown.classList.add("is-put-away");
    const comeBack = () => shown.classList.remove("is-put-away");
    shown.addEventListener("pointerleave", comeBack, { once: true });
    shown.addEventListener("focusout", comeBack, { once: true });
  }
});

// What is ticked or chosen holds at once; what is typed waits for Enter or the button.
document.addEventListener("change", ({ target }) => {
  if (target.form?.id === FORM && target.matches("select, [type=checkbox]")) {
    target.form.requestSubmit();
  }
});

// What is left empty need not be sent.
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.id === FORM) {
    for (const name of new Set(formData.keys())) {
      const values = formData.getAll(name).filter((value) => value.trim());
      formData.delete(name);
      values.forEach((value) => formData.append(name, value));
    }
  }
});

// An answer that is no register, as where a value cannot be meant, is a page of its own.
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (!ctx.text.includes('id="register"')) {
    event.preventDefault();
    location.assign(ctx.request.action);
  }
});

// The address is the one that the server would give; fields say what holds now, whatever was ticked before; whoever stood
// on what is gone stands at the number found.
document.addEventListener("htmx:after:swap", () => {
  const { address } = document.getElementById("register").dataset;
  if (address !== location.pathname + location.search) {
    history.replaceState(history.state, "", address);
  }
  for (const field of document.getElementById(FORM)?.elements ?? []) {
    if (field.type === "checkbox") {
      field.checked = field.defaultChecked;
    }
  }
  if (document.activeElement === document.body) {
    document.getElementById("found")?.focus({ preventScroll: true });
  }
});
