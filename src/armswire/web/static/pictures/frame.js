// What all pictures have: an SVG with a title and a description, marks that are links, and a label that tells of a mark
// while it is pointed at or has the focus.
/* global d3 */

let made = 0;

export const NARROW = 560;

// An empty SVG in place of whatever the canvas held.
export function makeSvg(canvas, width, height, title, description) {
  made += 1;
  const ids = [`picture-title-${made}`, `picture-words-${made}`];
  d3.select(canvas).selectAll("svg").remove();
  const svg = d3
    .select(canvas)
    .insert("svg", ":first-child")
    .attr("class", "picture-svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("role", "group")
    .attr("aria-labelledby", ids.join(" "));
  svg.append("title").attr("id", ids[0]).text(title);
  svg.append("desc").attr("id", ids[1]).text(description);
  return svg;
}

// Makes links of the elements of a selection whose data have `words`, `href` and `set`.
export function makeMarks(selection, label) {
  selection
    .attr("href", (mark) => mark.href)
    .attr("aria-label", (mark) => (mark.set ? `${mark.words}; chosen, show all again` : mark.words))
    .attr("aria-current", (mark) => (mark.set ? "true" : null))
    .classed("mark", true)
    .classed("is-set", (mark) => mark.set)
    .on("pointerenter pointermove", (event, mark) => label.show(mark.words, event.clientX, event.clientY))
    .on("pointerleave", () => label.hide())
    .on("focus", (event, mark) => {
      if (event.currentTarget.matches(":focus-visible")) {
        const box = event.currentTarget.getBoundingClientRect();
        label.show(mark.words, box.left + box.width / 2, Math.max(box.top, 0));
      }
    })
    .on("blur", () => label.hide());
  return selection;
}

// The label of a picture. It says what the mark's own name says, so that it is for the eyes alone. Escape puts it away.
export function makeLabel(figure) {
  const label = document.createElement("div");
  label.className = "picture-label";
  label.setAttribute("aria-hidden", "true");
  label.hidden = true;
  figure.append(label);
  figure.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      label.hidden = true;
    }
  });
  return {
    show(words, x, y) {
      label.textContent = words;
      label.hidden = false;
      const box = label.getBoundingClientRect();
      const left = Math.max(4, Math.min(x + 14, document.documentElement.clientWidth - box.width - 4));
      const above = y - box.height - 10;
      label.style.left = `${left}px`;
      label.style.top = `${above > 4 ? above : y + 18}px`;
    },
    hide() {
      label.hidden = true;
    },
  };
}

export function prefersStillness() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// A name that fits into some pixels, measured as it is drawn; cut with an ellipsis where it does not.
export function fit(text, name, room) {
  text.textContent = name;
  let shown = name;
  while (shown.length > 3 && text.getComputedTextLength() > room) {
    shown = shown.slice(0, -1);
    text.textContent = `${shown.trimEnd()}…`;
  }
}

// Signs of the standings, as lines: what each picture draws them with stands in pictures.css.
export const STANDINGS = ["confirmed", "corroborated", "reported", "disputed", "denied"];

// A legend of the standings that occur.
export function makeLegend(canvas, shown) {
  d3.select(canvas).selectAll(".picture-legend").remove();
  const legend = d3.select(canvas).append("ul").attr("class", "picture-legend");
  const items = legend.selectAll("li").data(shown).join("li");
  const sample = items
    .append("svg")
    .attr("width", 36)
    .attr("height", 12)
    .attr("viewBox", "0 0 36 12")
    .attr("aria-hidden", "true");
  sample
    .append("path")
    .attr("d", "M1,6H35")
    .attr("class", (one) => one.sample);
  items.append("span").text((one) => one.name);
}
