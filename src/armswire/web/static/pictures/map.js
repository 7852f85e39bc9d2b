// Who hands over to whom: arcs between seats of government on a map that can be zoomed and moved.
/* global d3, topojson */
import { makeLabel, makeLegend, makeMarks, makeSvg, NARROW, prefersStillness, STANDINGS } from "./frame.js";

const POINTS = 40; // of an arc: smooth at every scale
const BULGE = 0.14; // how far an arc stands off the straight way, as a share of its length
const FARTHEST = 13; // and in degrees at most
const CROWD = 70; // places, beyond which their dots are small
const CLOSEST = 24; // the largest scale
const STEP = 1.7; // of one press of a button
const WORLD = { type: "Sphere" };

export function drawMap(figure, canvas, data) {
  const label = makeLabel(figure);
  const places = new Map(data.places.map((place) => [place.code, place]));
  const legs = bend(data.legs, places);
  const zoomed = { transform: d3.zoomIdentity };
  const areas = fetch(figure.dataset.atlas)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((atlas) => topojson.feature(atlas, atlas.objects.countries).features);
  let tools = null;

  return (width) => {
    const isNarrow = width < NARROW;
    const height = Math.round(Math.min(width * (isNarrow ? 0.64 : 0.5), 900));
    // The cut runs through the Bering Strait, where no land is torn; Antarctica is left out at the foot.
    const projection = d3.geoEqualEarth().rotate([-11, 0]);
    projection.fitExtent(
      [
        [2, 2],
        [width - 2, Math.max(height * 1.1, width / 2)],
      ],
      WORLD,
    );
    const path = d3.geoPath(projection);
    const svg = makeSvg(
      canvas,
      width,
      height,
      "Which way it goes",
      "A world map. Each arc is a leg from hand to hand and each dot a place; both are links that narrow the page. " +
        "Plus, minus, 0 and the arrow keys zoom and move the map. The table below has the same figures.",
    );
    svg.attr("tabindex", 0).classed("map", true);
    svg.append("rect").attr("class", "sea").attr("width", width).attr("height", height);
    const moved = svg.append("g");
    const land = moved.append("g").attr("class", "land").attr("aria-hidden", "true");
    const involved = new Set(data.places.map((place) => place.area));
    areas.then(
      (features) =>
        land
          .selectAll("path")
          .data(features)
          .join("path")
          .attr("d", path)
          .classed("is-involved", (feature) => involved.has(feature.id)),
      () => land.append("path").datum(WORLD).attr("d", path),
    );

    const arcs = makeMarks(moved.append("g").selectAll("a").data(legs).join("a").attr("class", "leg"), label);
    const thickest = d3.max(legs, (leg) => leg.transfers) ?? 1;
    const thickness = d3.scaleSqrt([1, Math.max(thickest, 2)], [1.4, 6]);
    arcs
      .append("path")
      .attr("class", "hit")
      .attr("d", (leg) => path(leg.line));
    arcs
      .append("path")
      .attr("class", (leg) => `arc line-${leg.standing}`)
      .attr("d", (leg) => path(leg.line))
      .attr("stroke-width", (leg) => thickness(leg.transfers));
    const heads = arcs
      .append("path")
      .attr("class", (leg) => `head standing-${leg.standing}`)
      .attr("d", (leg) => arrowHead(thickness(leg.transfers)));

    const isCrowded = data.places.length > CROWD;
    const dots = makeMarks(
      moved
        .append("g")
        .selectAll("a")
        .data(data.places)
        .join("a")
        .attr("class", (place) => `place${place.between ? " is-between" : ""}`),
      label,
    );
    dots
      .filter((place) => place.between)
      .append("circle")
      .attr("class", "ring")
      .attr("r", isCrowded ? 4.5 : 7.5);
    dots.append("circle").attr("class", "hit").attr("r", 12);
    dots.append("circle").attr("class", "dot").attr("r", isCrowded ? 2.5 : 4);
    const names = dots.append("text").attr("class", "name").attr("dy", "0.32em").text((place) => place.name);

    function place({ k, x, y }) {
      moved.attr("transform", `translate(${x},${y}) scale(${k})`);
      dots.attr("transform", (one) => {
        const [left, top] = projection(one.at);
        return `translate(${left},${top}) scale(${1 / k})`;
      });
      heads.attr("transform", (leg) => {
        const [from, to] = leg.line.coordinates.slice(-2).map(projection);
        const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
        return `translate(${to[0]},${to[1]}) rotate(${angle}) scale(${1 / k})`;
      });
      showNames(names, projection, { k, x, y }, width, height);
    }

    const zoom = d3
      .zoom()
      .scaleExtent([1, CLOSEST])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .extent([
        [0, 0],
        [width, height],
      ])
      .filter((event) => mayZoom(event, svg.node()))
      .on("zoom", (event) => {
        zoomed.transform = event.transform;
        label.hide();
        place(event.transform);
      });
    svg.call(zoom).on("dblclick.zoom", null);
    svg.call(zoom.transform, fitted(projection, data.places, legs, width, height, zoomed));

    const still = prefersStillness();
    const gently = () => (still ? svg : svg.transition().duration(250));
    const acts = {
      in: () => gently().call(zoom.scaleBy, STEP, heart(data.places, projection, zoomed.transform, width, height)),
      out: () => gently().call(zoom.scaleBy, 1 / STEP),
      all: () => gently().call(zoom.transform, d3.zoomIdentity),
      by: (x, y) => gently().call(zoom.translateBy, x / zoomed.transform.k, y / zoomed.transform.k),
      to: (code) => {
        const at = projection(places.get(code).at);
        gently().call(zoom.transform, around(at, at, width, height, 8));
        dots.filter((one) => one.code === code).node()?.focus();
      },
    };
    svg.on("keydown", (event) => press(event, acts, width));
    // A mark that gets the focus is brought into sight: a place, or both ends of an arc.
    const isSeen = (at) => isInside(zoomed.transform.apply(projection(at)), width, height);
    dots.on("focusin", (_event, one) => {
      if (!isSeen(one.at)) {
        svg.call(zoom.translateTo, ...projection(one.at));
      }
    });
    arcs.on("focusin", (_event, leg) => {
      const points = leg.line.coordinates;
      if (!isSeen(points[0]) || !isSeen(points.at(-1))) {
        svg.call(zoom.transform, showing(points.map(projection), width, height, 4));
      }
    });
    tools?.remove();
    tools = makeTools(canvas, acts, data.places);

    const told = new Set(legs.map((leg) => leg.standing));
    makeLegend(canvas, [
      ...STANDINGS.filter((one) => told.has(one)).map((one) => ({ name: one, sample: `arc line-${one} is-sample` })),
    ]);
    if (data.places.some((one) => one.between)) {
      const ring = d3.select(canvas).select(".picture-legend").append("li");
      const sample = ring.append("svg").attr("width", 20).attr("height", 16).attr("aria-hidden", "true");
      const sign = sample.append("g").attr("class", "place is-between").attr("transform", "translate(10,8)");
      sign.append("circle").attr("class", "ring").attr("r", 7);
      sign.append("circle").attr("class", "dot").attr("r", 3.5);
      ring.append("span").text("go-between");
    }
  };
}

// Legs with a line each, bent to one side so that there and back again are two lines; of several between
// the same places each is bent further.
function bend(legs, places) {
  const seen = new Map();
  return legs.map((leg) => {
    const ends = `${leg.from} ${leg.to}`;
    const turn = seen.get(ends) ?? 0;
    seen.set(ends, turn + 1);
    const [from, to] = [places.get(leg.from).at, places.get(leg.to).at];
    return { ...leg, line: { type: "LineString", coordinates: arc(from, to, BULGE * (1 + turn * 0.7)) } };
  });
}

// The shorter way round the globe as it looks on a flat map, bent to the left. Each step is short enough to be drawn as
// one on the sphere, where d3 cuts it at the edge of the map: no line runs across the whole of it.
function arc([x, y], [u, v], bulge) {
  const across = ((u - x + 540) % 360) - 180;
  const up = v - y;
  const off = Math.min(bulge, (FARTHEST * bulge) / BULGE / Math.hypot(across, up));
  return d3.range(POINTS + 1).map((i) => {
    const t = i / POINTS;
    const rise = 4 * t * (1 - t) * off;
    return [x + across * t - up * rise, Math.max(-85, Math.min(85, y + up * t + across * rise))];
  });
}

// Pointing at the end of a line, short of the dot that stands there.
function arrowHead(width) {
  const size = 8 + width * 1.5;
  return `M-5,0L${-5 - size},${-size * 0.5}L${-5 - size * 0.75},0L${-5 - size},${size * 0.5}Z`;
}

// All places at first, with some room round them, unless the map was moved already.
function fitted(projection, places, legs, width, height, zoomed) {
  if (zoomed.transform !== d3.zoomIdentity || places.length === 0) {
    return zoomed.transform;
  }
  const points = [...places.map((one) => one.at), ...legs.map((leg) => leg.line.coordinates[POINTS / 2])];
  return showing(points.map(projection), width, height, 4);
}

function showing(points, width, height, closest) {
  const [left, right] = d3.extent(points, (point) => point[0]);
  const [top, bottom] = d3.extent(points, (point) => point[1]);
  return around([left, top], [right, bottom], width, height, closest);
}

function isInside([x, y], width, height) {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

// Where to zoom in: amid the places that are seen, in the middle where there are none.
function heart(places, projection, transform, width, height) {
  const seen = places.map((one) => transform.apply(projection(one.at))).filter((point) => isInside(point, width, height));
  return seen.length ? [d3.mean(seen, (point) => point[0]), d3.mean(seen, (point) => point[1])] : [width / 2, height / 2];
}

function around([left, top], [right, bottom], width, height, closest) {
  const scale = Math.min(0.8 * Math.min(width / (right - left || 1), height / (bottom - top || 1)), closest);
  const k = Math.max(1, scale);
  const bound = (least, value, most) => Math.max(least, Math.min(value, most));
  const x = bound(width * (1 - k), width / 2 - (k * (left + right)) / 2, 0);
  const y = bound(height * (1 - k), height / 2 - (k * (top + bottom)) / 2, 0);
  return d3.zoomIdentity.translate(x, y).scale(k);
}

// Turning the wheel moves the page until the map has the focus; one finger moves the page, two the map.
function mayZoom(event, svg) {
  if (event.type === "wheel") {
    return event.ctrlKey || event.metaKey || svg.contains(document.activeElement);
  }
  if (event.type.startsWith("touch")) {
    return event.touches.length > 1;
  }
  return !event.ctrlKey && event.button === 0;
}

function press(event, acts, width) {
  const far = width / 6;
  const act = {
    "+": acts.in,
    "=": acts.in,
    "-": acts.out,
    0: acts.all,
    ArrowLeft: () => acts.by(far, 0),
    ArrowRight: () => acts.by(-far, 0),
    ArrowUp: () => acts.by(0, far),
    ArrowDown: () => acts.by(0, -far),
  }[event.key];
  if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    act();
  }
}

// The names of as many places as have room, the most important first.
function showNames(names, projection, { k, x, y }, width, height) {
  const spot = (place) => {
    const [left, top] = projection(place.at);
    return [left * k + x, top * k + y];
  };
  const taken = names.data().map((place) => {
    const [px, py] = spot(place);
    return [px - 4, py - 4, px + 4, py + 4];
  });
  names.each(function (place) {
    const [px, py] = spot(place);
    const length = place.name.length * 6.6;
    const sides = [
      ["start", 9, [px + 7, py - 8, px + 11 + length, py + 8]],
      ["end", -9, [px - 11 - length, py - 8, px - 7, py + 8]],
    ];
    const free = sides.find(
      ([, , box]) => box[0] > 0 && box[2] < width && py > 0 && py < height && !taken.some((other) => meet(box, other)),
    );
    if (free) {
      taken.push(free[2]);
      d3.select(this).attr("text-anchor", free[0]).attr("x", free[1]);
    }
    this.classList.toggle("is-hidden", !free);
  });
}

function meet(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

// Buttons to zoom with, and a list by which a small state is found.
function makeTools(canvas, acts, places) {
  const tools = d3.select(canvas).append("div").attr("class", "map-tools");
  tools
    .selectAll("button")
    .data([
      ["+", "Zoom in", acts.in],
      ["−", "Zoom out", acts.out],
      ["0", "Show the whole world", acts.all],
    ])
    .join("button")
    .attr("type", "button")
    .attr("class", "quiet")
    .attr("aria-label", (tool) => tool[1])
    .text((tool) => tool[0])
    .on("click", (_event, tool) => tool[2]());
  const list = tools
    .append("select")
    .attr("aria-label", "Find a place on the map")
    .on("change", (event) => event.target.value && acts.to(event.target.value));
  list.append("option").attr("value", "").text("Find a place");
  list
    .selectAll("option.one")
    .data([...places].sort((one, other) => d3.ascending(one.name, other.name)))
    .join("option")
    .attr("class", "one")
    .attr("value", (place) => place.code)
    .text((place) => place.name);
  return tools;
}
