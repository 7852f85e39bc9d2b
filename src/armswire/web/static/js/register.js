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
