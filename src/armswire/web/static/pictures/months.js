// How many transfers came to each stage, month by month: forward above the line, refusals and halts below it. A period
// is chosen by drawing over it, a month by its column.
/* global d3 */
import { makeLabel, makeMarks, makeSvg, NARROW } from "./frame.js";

const SHORTEST = 12; // months on the axis
const BROADEST = 44; // pixels of a column
const LEAST = 7; // pixels of a column: with less room months are put together
const MARGIN = { top: 12, right: 28, bottom: 26, left: 40 };
const monthOf = d3.utcParse("%Y-%m");
const asMonth = d3.utcFormat("%Y-%m");
const asDay = d3.utcFormat("%Y-%m-%d");
const asFirst = d3.utcFormat("%b %Y");
const SIZES = [
  { every: d3.utcMonth, months: 1, words: asMonth },
  { every: d3.utcMonth.every(3), months: 3, words: (day) => `${day.getUTCFullYear()}, quarter ${day.getUTCMonth() / 3 + 1}` },
  { every: d3.utcYear, months: 12, words: d3.utcFormat("%Y") },
];

function startOf(one) {
  return monthOf(one.period.padEnd(7, "-01"));
}

export function drawMonths(figure, canvas, data) {
  const label = makeLabel(figure);
  const stages = data.stages.map((one) => one.stage);
  const back = new Set(data.stages.filter((one) => one.back).map((one) => one.stage));
  const months = data.periods.filter((one) => one.period.length === 7);
  const years = data.periods.filter((one) => one.period.length === 4);

  // Columns of months, quarters or years, whichever have room; what is known by the year alone fits into years.
  function gather(room) {
    const span = d3.utcMonth.count(...d3.extent(months, startOf)) + 1;
    const size = SIZES.find((one) => months.length && span / one.months + 1 <= room / LEAST) ?? SIZES.at(-1);
    const shown = size === SIZES.at(-1) ? [...months, ...years] : months;
    const [first, last] = d3.extent(shown, startOf);
    const told = d3.group(shown, (one) => Number(size.every.floor(startOf(one))));
    const columns = [...told].map(([start, parts]) => column(new Date(start), parts, size));
    const [from, end] = [size.every.floor(first), size.every.offset(size.every.floor(last), 1)];
    // Of a few months nobody wants to see days.
    const to = new Date(Math.max(end, d3.utcMonth.offset(from, SHORTEST)));
    return { columns, from, to };
  }

  function column(start, parts, size) {
    const end = size.every.offset(start, 1);
    const sums = Object.fromEntries(stages.map((stage) => [stage, d3.sum(parts, (one) => one.stages[stage] ?? 0)]));
    if (parts.length === 1 && size === SIZES[0]) {
      return { ...parts[0], start, end, sums };
    }
    const told = data.stages.filter((one) => sums[one.stage]).map((one) => `${sums[one.stage]} ${one.name}`);
    const until = d3.utcDay.offset(end, -1);
    const isSet = data.since === asDay(start) && data.until === asDay(until);
    const href = isSet ? withPeriod(null, null) : withPeriod(start, until);
    return { words: `${size.words(start)}: ${told.join(", ")}`, href, set: isSet, start, end, sums };
  }

  return (width) => {
    const isNarrow = width < NARROW;
    const height = isNarrow ? 220 : 260;
    const { columns, from, to } = gather(width - MARGIN.left - MARGIN.right);
    const svg = makeSvg(
      canvas,
      width,
      height,
      "What happened when",
      "Columns over a time axis, one for each period in which something happened; each is a link that narrows the page " +
        "to it. Dates can also be written into the fields below. The table has the same figures by month.",
    );
    makeHatching(svg);
    const x = d3.scaleUtc([from, to], [MARGIN.left, width - MARGIN.right]);
    const stacked = d3
      .stack()
      .keys(stages)
      .value((one, stage) => (back.has(stage) ? -one.sums[stage] : one.sums[stage]))
      .offset(d3.stackOffsetDiverging)(columns);
    const extent = d3.extent(stacked.flat(2));
    const y = d3.scaleLinear([Math.min(0, extent[0]), Math.max(1, extent[1])], [height - MARGIN.bottom, MARGIN.top]).nice();

    drawAxes(svg, x, y, width, height, isNarrow);
    drawChosen(svg, data, x, height);
    const brush = d3
      .brushX()
      .extent([
        [MARGIN.left, MARGIN.top],
        [width - MARGIN.right, height - MARGIN.bottom],
      ])
      .on("end", (event) => {
        if (event.sourceEvent && event.selection) {
          const [start, end] = event.selection.map(x.invert);
          location.assign(withPeriod(d3.utcMonth.floor(start), d3.utcDay.offset(d3.utcMonth.ceil(end), -1)));
        }
      });
    svg.append("g").attr("class", "brush").attr("aria-hidden", "true").call(brush);

    const marks = makeMarks(svg.append("g").selectAll("a").data(columns).join("a").attr("class", "column"), label);
    const breadth = (one) => Math.max(1.5, Math.min(BROADEST, (x(one.end) - x(one.start)) * 0.85));
    marks
      .append("rect")
      .attr("class", "hit")
      .attr("x", (one) => x(one.start))
      .attr("width", (one) => x(one.end) - x(one.start))
      .attr("y", MARGIN.top)
      .attr("height", height - MARGIN.bottom - MARGIN.top);
    marks
      .selectAll("rect.part")
      .data((one, at) =>
        stacked
          .map((layer) => ({ stage: layer.key, low: layer[at][0], high: layer[at][1], one }))
          .filter((part) => part.low !== part.high),
      )
      .join("rect")
      .attr("class", (part) => `part stage-${part.stage}`)
      .attr("x", (part) => (x(part.one.start) + x(part.one.end) - breadth(part.one)) / 2)
      .attr("width", (part) => breadth(part.one))
      .attr("y", (part) => y(part.high))
      .attr("height", (part) => Math.max(1, y(part.low) - y(part.high)));
    // Drawing over columns begins a period as well as beside them; a press without drawing follows the link.
    marks.on("pointerdown", (event) => startBrush(event, svg)).on("dragstart", (event) => event.preventDefault());
    drawLegend(canvas, data.stages);
  };
}

// A period begins on a column: what is pressed there is handed to the brush below it, once the pointer is moved.
function startBrush(event, svg) {
  if (event.button !== 0 || event.pointerType === "touch") {
    return;
  }
  const [began, overlay] = [event.clientX, svg.select(".brush .overlay").node()];
  const link = event.currentTarget;
  const move = (moved) => {
    if (Math.abs(moved.clientX - began) > 4) {
      stop();
      link.addEventListener("click", (click) => click.preventDefault(), { once: true });
      overlay.dispatchEvent(new MouseEvent("mousedown", { ...place(event), view: window, bubbles: true }));
    }
  };
  const stop = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", stop);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", stop);
}

function place(event) {
  return { clientX: event.clientX, clientY: event.clientY, button: 0 };
}

// The page as it is, for another period.
function withPeriod(since, until) {
  const query = new URLSearchParams(location.search);
  query.delete("cursor");
  for (const [name, day] of [
    ["since", since],
    ["until", until],
  ]) {
    if (day) {
      query.set(name, asDay(day));
    } else {
      query.delete(name);
    }
  }
  return `?${query}`;
}

function drawAxes(svg, x, y, width, height, isNarrow) {
  const axes = svg.append("g").attr("class", "axes").attr("aria-hidden", "true");
  const whole = y.ticks(isNarrow ? 4 : 6).filter(Number.isInteger);
  axes
    .append("g")
    .attr("transform", `translate(${MARGIN.left},0)`)
    .call(
      d3
        .axisLeft(y)
        .tickValues(whole)
        .tickFormat((number) => d3.format(",d")(Math.abs(number)))
        .tickSize(-(width - MARGIN.left - MARGIN.right)),
    )
    .call((axis) => axis.select(".domain").remove());
  axes
    .append("g")
    .attr("transform", `translate(0,${height - MARGIN.bottom})`)
    .call(
      d3
        .axisBottom(x)
        .ticks(isNarrow ? 4 : Math.round(width / 110))
        // The axis begins in the middle of a year, as a rule: the first month says in which.
        .tickFormat((day, place) => (place === 0 ? asFirst : x.tickFormat())(day))
        .tickSizeOuter(0),
    )
    .call((axis) => axis.select(".domain").remove());
  axes
    .append("line")
    .attr("class", "zero")
    .attr("x1", MARGIN.left)
    .attr("x2", width - MARGIN.right)
    .attr("y1", y(0))
    .attr("y2", y(0));
}

// The period that the page shows is marked.
function drawChosen(svg, data, x, height) {
  if (!data.since && !data.until) {
    return;
  }
  const [least, most] = x.range();
  const since = new Date(data.since.padEnd(10, "-01"));
  const until = d3.utcDay.offset(new Date(data.until.padEnd(10, "-01")), 1);
  const left = Number.isNaN(Number(since)) ? least : Math.max(least, x(since));
  const right = Number.isNaN(Number(until)) ? most : Math.min(most, x(until));
  svg
    .append("rect")
    .attr("class", "chosen")
    .attr("x", left)
    .attr("width", Math.max(0, right - left))
    .attr("y", MARGIN.top)
    .attr("height", height - MARGIN.bottom - MARGIN.top);
}

// Lines across what holds back, and across what is said of it later: a sign besides the colour.
function makeHatching(svg) {
  const defs = svg.append("defs");
  for (const [name, angle] of [
    ["refusal", 45],
    ["halt", -45],
  ]) {
    const pattern = defs
      .append("pattern")
      .attr("id", `hatch-${name}`)
      .attr("width", 5)
      .attr("height", 5)
      .attr("patternUnits", "userSpaceOnUse")
      .attr("patternTransform", `rotate(${angle})`);
    pattern.append("rect").attr("width", 5).attr("height", 5).attr("class", `ground-${name}`);
    pattern.append("path").attr("d", "M0,0V5").attr("class", "hatch");
  }
}

function drawLegend(canvas, stages) {
  d3.select(canvas).selectAll(".picture-legend").remove();
  const items = d3
    .select(canvas)
    .append("ul")
    .attr("class", "picture-legend")
    .selectAll("li")
    .data(stages)
    .join("li");
  const sample = items.append("svg").attr("width", 14).attr("height", 14).attr("aria-hidden", "true");
  sample
    .append("rect")
    .attr("width", 14)
    .attr("height", 14)
    .attr("class", (one) => `part stage-${one.stage}`);
  items.append("span").text((one) => one.name);
}
