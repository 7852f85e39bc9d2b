// Finds the pictures of a page and has each drawn, again whenever its width changes. The page holds their data and,
// as tables, all that they say.
import { drawFlow } from "./flow.js";
import { drawLines } from "./lines.js";
import { drawMap } from "./map.js";
import { drawMonths } from "./months.js";

const DRAWERS = { flow: drawFlow, lines: drawLines, map: drawMap, months: drawMonths };

function start(figure) {
  const canvas = figure.querySelector("[data-canvas]");
  const script = figure.querySelector('script[type="application/json"]');
  if (!canvas || !script) {
    return;
  }
  const data = JSON.parse(script.textContent);
  const draw = DRAWERS[figure.dataset.picture](figure, canvas, data);
  let drawn = 0;
  const observer = new ResizeObserver(() => {
    const width = Math.floor(canvas.clientWidth);
    if (width > 0 && width !== drawn) {
      drawn = width;
      // What has the focus keeps it, though its mark is another element now.
      const focused = canvas.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      draw(width);
      if (focused !== null) {
        canvas.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
      }
    }
  });
  observer.observe(canvas);
}

document.querySelectorAll("figure[data-picture]").forEach(start);
