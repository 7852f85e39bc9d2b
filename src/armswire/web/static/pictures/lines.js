// What an actor says and is reported to do, toward each recipient, on one axis of time. Each kind of mark has a shape of
// its own; where word and deed do not go together the ground is hatched.
/* global d3 */
import { fit, makeLabel, makeMarks, makeSvg, NARROW } from "./frame.js";

const LANE = 24;
const HEAD = 26;
const AXIS = 26;
const RIGHT = 16;
const asDate = d3.utcParse("%Y-%m-%d");
const [asYear, asMonth, asDay] = ["%Y", "%b %Y", "%-d %b %Y"].map((words) => d3.utcFormat(words));

const SHAPES = {
  own: d3.symbol(d3.symbolCircle, 70),
  others: d3.symbol(d3.symbolCircle, 62),
  done: d3.symbol(d3.symbolDiamond, 80),
  apart: d3.symbol(d3.symbolDiamond, 100),
  ended: d3.symbol(d3.symbolTimes ?? d3.symbolX, 60),
};

export function drawLines(figure, canvas, data) {
  const label = makeLabel(figure);
  return (width) => {
    const isNarrow = width < NARROW;
    // Names stand beside their lanes, or above them where there is no room.
    const left = isNarrow ? 6 : Math.min(230, width * 0.26);
    const lane = isNarrow ? LANE + 16 : LANE;
    const height = 2 * AXIS + d3.sum(data.groups, (group) => HEAD + group.lanes.length * lane);
    const svg = makeSvg(
      canvas,
      width,
      height,
      "What it says and what it is reported to do",
      "Lanes over one time axis, grouped by recipient: what is said above, what is reported done below. Each mark is a " +
        "link to where it is told. Below the picture all of it stands by date.",
    ).classed("lines", true);
    makeHatching(svg);
    const x = d3.scaleUtc(stretched(data), [left + 8, width - RIGHT]);
    drawAxes(svg, x, left, width, height, isNarrow);
    let top = AXIS;
    for (const group of data.groups) {
      drawGroup(svg, group, { x, top, left, width, lane, isNarrow }, label);
      top += HEAD + group.lanes.length * lane;
    }
    drawLegend(canvas, data.signs);
  };
}

// Some room on both sides, and a month at least.
function stretched(data) {
  const [first, last] = [asDate(data.first), asDate(data.last)];
  const free = Math.max(15, (last - first) / 864e5 / 30);
  return [d3.utcDay.offset(first, -Math.ceil(free)), d3.utcDay.offset(last, Math.ceil(free))];
}

function drawAxes(svg, x, left, width, height, isNarrow) {
  const axes = svg.append("g").attr("class", "axes").attr("aria-hidden", "true");
  const count = isNarrow ? 3 : Math.max(3, Math.round((width - left) / 130));
  const ticks = x.ticks(count);
  for (const [axis, place] of [
    [d3.axisTop(x), AXIS],
    [d3.axisBottom(x), height - AXIS],
  ]) {
    axes
      .append("g")
      .attr("transform", `translate(0,${place})`)
      .call(axis.tickValues(ticks).tickFormat(sayer(ticks)).tickSizeOuter(0))
      .call((drawn) => drawn.select(".domain").remove());
  }
  axes
    .append("g")
    .selectAll("line")
    .data(ticks)
    .join("line")
    .attr("x1", x)
    .attr("x2", x)
    .attr("y1", AXIS)
    .attr("y2", height - AXIS);
}

// Days are told with month and year, months with their year, years alone.
function sayer(ticks) {
  if (ticks.some((day) => day.getUTCDate() !== 1)) {
    return asDay;
  }
  return ticks.some((day) => day.getUTCMonth() !== 0) ? asMonth : asYear;
}

function drawGroup(svg, group, at, label) {
  const g = svg.append("g").attr("transform", `translate(0,${at.top})`);
  g.append("line").attr("class", "group-line").attr("x1", 0).attr("x2", at.width).attr("y1", 0.5).attr("y2", 0.5);
  const link = g.append("a").attr("class", "group").attr("href", group.href);
  link
    .append("text")
    .attr("class", "group-name")
    .attr("x", 0)
    .attr("y", 18)
    .each(function () {
      fit(this, group.name, at.width);
    });
  const span = (one) => [at.x(asDate(one.start)), at.x(d3.utcDay.offset(asDate(one.end), 1))];
  const grounds = g.append("g").selectAll("a").data(group.tensions).join("a").attr("class", "tension");
  makeMarks(grounds, label);
  grounds
    .append("rect")
    .attr("class", "ground")
    .attr("x", (one) => span(one)[0] - 4)
    .attr("width", (one) => Math.max(8, span(one)[1] - span(one)[0] + 8))
    .attr("y", HEAD - 3)
    .attr("height", group.lanes.length * at.lane + 2);
  const lanes = g
    .selectAll("g.lane-of")
    .data(group.lanes)
    .join("g")
    .attr("class", "lane-of")
    .attr("transform", (_, place) => `translate(0,${HEAD + place * at.lane})`);
  const middle = at.isNarrow ? at.lane - LANE / 2 : LANE / 2;
  lanes
    .append("line")
    .attr("class", "lane-line")
    .attr("x1", at.left)
    .attr("x2", at.width)
    .attr("y1", middle)
    .attr("y2", middle);
  lanes
    .append("text")
    .attr("class", "lane-name")
    .attr("x", at.isNarrow ? 8 : 10)
    .attr("y", at.isNarrow ? 12 : middle + 4)
    .each(function (one) {
      fit(this, one.label, (at.isNarrow ? at.width : at.left) - 16);
    });
  lanes
    .filter((one) => one.held)
    .append("rect")
    .attr("class", "held")
    .attr("x", (one) => span(one.held)[0])
    .attr("width", (one) => Math.max(2, span(one.held)[1] - span(one.held)[0]))
    .attr("y", middle - 4)
    .attr("height", 8)
    .attr("rx", 2);
  const marks = lanes
    .selectAll("a")
    .data((one) => one.marks.map((mark) => ({ ...mark, words: `${group.name}, ${mark.words}` })))
    .join("a");
  makeMarks(marks, label);
  marks.attr("transform", (one) => `translate(${at.x(asDate(one.start))},${middle})`);
  marks
    .append("line")
    .attr("class", "stretch")
    .attr("x2", (one) => Math.max(0, at.x(asDate(one.end)) - at.x(asDate(one.start))));
  marks.append("circle").attr("class", "hit").attr("r", 12);
  marks
    .append("path")
    .attr("class", (one) => `sign sign-${one.sign}`)
    .attr("d", (one) => SHAPES[one.sign]());
}

function makeHatching(svg) {
  const pattern = svg
    .append("defs")
    .append("pattern")
    .attr("id", "hatch-apart")
    .attr("width", 7)
    .attr("height", 7)
    .attr("patternUnits", "userSpaceOnUse")
    .attr("patternTransform", "rotate(45)");
  pattern.append("line").attr("class", "hatch-apart").attr("y2", 7);
}

function drawLegend(canvas, signs) {
  d3.select(canvas).selectAll(".picture-legend").remove();
  const items = d3
    .select(canvas)
    .append("ul")
    .attr("class", "picture-legend lines")
    .selectAll("li")
    .data(signs)
    .join("li");
  items
    .append("svg")
    .attr("width", 18)
    .attr("height", 16)
    .attr("viewBox", "-9 -8 18 16")
    .attr("aria-hidden", "true")
    .append("path")
    .attr("class", (one) => `sign sign-${one.sign}`)
    .attr("d", (one) => SHAPES[one.sign]());
  items.append("span").text((one) => one.words);
}
