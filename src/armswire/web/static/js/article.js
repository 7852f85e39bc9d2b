// Marks overlap: while the number or the card of a claim is pointed at or has the focus, its own words stand out; where
// nothing is, those of the claim that the address leads to.
const words = [...document.querySelectorAll(".words[data-claims]")];

function show(number) {
  for (const one of words) {
    one.classList.toggle("is-on", number !== null && one.dataset.claims.split(" ").includes(number));
  }
}

function numberOf(target) {
  const ref = target.closest?.("[data-claim]");
  return ref ? ref.dataset.claim : null;
}

// The number of the claim whose words or whose card the address leads to.
function numberLedTo() {
  const card = document.getElementById(location.hash.replace(/^#(in-)?/, ""));
  return card?.dataset.claim ?? null;
}

for (const [begin, end] of [
  ["pointerover", "pointerout"],
  ["focusin", "focusout"],
]) {
  document.addEventListener(begin, (event) => show(numberOf(event.target) ?? numberLedTo()));
  document.addEventListener(end, () => show(numberLedTo()));
}
window.addEventListener("hashchange", () => show(numberLedTo()));
show(numberLedTo());
