// Suppliers, go-betweens, recipients: a ribbon for each way that transfers take, as wide as they are many or much.
/* global d3 */
import { fit, makeLabel, makeLegend, makeMarks, makeSvg, NARROW, STANDINGS } from "./frame.js";

const BAR = 11; // width of an actor's bar
const ROW = 26; // height that an actor needs for its name
const COLUMNS = { supplier: 0, intermediary: 1, recipient: 2 };

export function drawFlow(figure, canvas, data) {
  const label = makeLabel(figure);
  const isQuantity = data.width === "quantity";
  const hasMiddle = data.nodes.some((node) => node.role === "intermediary");

  function layOut(width, height, edge) {
    const nodes = data.nodes.map((node) => ({ ...node }));
    const size = (flow) => (isQuantity ? flow.most : flow.transfers);
    const smallest = d3.sum(data.flows, size) / 400; // what is next to nothing can still be seen
    const links = data.flows.flatMap((flow) =>
      d3.pairs(flow.path).map(([source, target]) => ({ source, target, value: Math.max(size(flow), smallest), flow })),
    );
    const last = hasMiddle ? 2 : 1;
    return d3
      .sankey()
      .nodeId((node) => node.key)
      .nodeAlign((node) => Math.min(COLUMNS[node.role], last))
      .nodeWidth(BAR)
      .nodePadding(Math.max(6, ROW - 14))
      .extent([
        [edge, 26],
        [width - edge, height - 8],
      ])
      .iterations(24)({ nodes, links });
  }

  return (width) => {
    const isNarrow = width < NARROW;
    const rows = d3.max(d3.rollup(data.nodes, (side) => side.length, (node) => node.role).values());
    const height = Math.max(isNarrow ? 300 : 240, rows * ROW + 60, Math.min(520, data.flows.length * 6));
    const edge = isNarrow ? 4 : Math.min(190, width * 0.2);
    const graph = layOut(width, height, edge);
    const svg = makeSvg(
      canvas,
      width,
      height,
      "Who supplies whom, by way of whom",
      "Suppliers on the left, go-betweens in the middle, recipients on the right. Each ribbon and each bar is a link " +
        "that narrows the page to it. The table below has the same figures.",
    );
    drawHeads(svg, width, edge);

    const ways = d3.group(graph.links, (link) => link.flow);
    const ribbons = makeMarks(
      svg
        .append("g")
        .selectAll("a")
        .data(data.flows)
        .join("a")
        .attr("class", "flow"),
      label,
    );
    // Of a broad strand the kind of line runs along its middle.
    const drawn = ribbons
      .selectAll("g")
      .data((flow) => ways.get(flow).flatMap((link) => strands(link, isQuantity)))
      .join("g")
      .attr("class", (strand) => `line-${strand.standing}${strand.isRest ? " is-rest" : ""}`);
    drawn
      .append("path")
      .attr("class", "strand")
      .attr("d", (strand) => strand.d)
      .attr("stroke-width", (strand) => Math.max(1, strand.width));
    drawn
      .filter((strand) => !strand.isRest)
      .append("path")
      .attr("class", "thread")
      .attr("d", (strand) => strand.d)
      .attr("stroke-width", (strand) => Math.max(1, Math.min(2, strand.width * 0.4)));

    const bars = makeMarks(svg.append("g").selectAll("a").data(graph.nodes).join("a").attr("class", "bar"), label);
    bars
      .append("rect")
      .attr("x", (node) => node.x0)
      .attr("y", (node) => node.y0)
      .attr("width", BAR)
      .attr("height", (node) => Math.max(2, node.y1 - node.y0));
    const names = bars
      .append("text")
      .attr("y", (node) => (node.y0 + node.y1) / 2)
      .attr("dy", "0.35em")
      .attr("x", (node) => (standsLeft(node, isNarrow) ? node.x0 - 6 : node.x1 + 6))
      .attr("text-anchor", (node) => (standsLeft(node, isNarrow) ? "end" : "start"));
    names.each(function (node) {
      fit(this, node.name, isNarrow ? width / (hasMiddle ? 3 : 2) - BAR - 14 : edge - 10);
    });

    // A ribbon stands out while one of its ends is pointed at.
    bars
      .on("pointerenter.near", (_event, node) => ribbons.classed("is-far", (flow) => !flow.path.includes(node.key)))
      .on("pointerleave.near", () => ribbons.classed("is-far", false));

    const told = new Set(data.flows.flatMap((flow) => flow.standings.map(([standing]) => standing)));
    makeLegend(
      canvas,
      STANDINGS.filter((one) => told.has(one)).map((one) => ({ name: one, sample: `arc line-${one} is-sample` })),
    );
  };

  // Names of suppliers and recipients stand outside where there is room, else over the ribbons.
  function standsLeft(node, isNarrow) {
    return node.role !== "intermediary" && (node.role === "supplier") !== isNarrow;
  }

  function drawHeads(svg, width, edge) {
    const heads = [
      ["Supplier", edge, "start"],
      ...(hasMiddle ? [["By way of", width / 2, "middle"]] : []),
      ["Recipient", width - edge, "end"],
    ];
    svg
      .append("g")
      .attr("class", "heads")
      .attr("aria-hidden", "true")
      .selectAll("text")
      .data(heads)
      .join("text")
      .attr("x", (head) => head[1])
      .attr("y", 12)
      .attr("text-anchor", (head) => head[2])
      .text((head) => head[0]);
  }
}

// The strands of a ribbon, one for each standing; of a quantity each is full up to the least and pale up to the most.
function strands(link, isQuantity) {
  const { flow } = link;
  const all = d3.sum(flow.standings, ([, number]) => number);
  const parts = [];
  for (const [standing, number] of flow.standings) {
    const share = number / all;
    if (isQuantity && flow.most > 0) {
      const full = flow.least / flow.most;
      parts.push({ standing, share: share * full, isRest: false });
      parts.push({ standing, share: share * (1 - full), isRest: true });
    } else {
      parts.push({ standing, share, isRest: false });
    }
  }
  let top = -link.width / 2;
  return parts
    .filter((part) => part.share > 0)
    .map((part) => {
      const width = link.width * part.share;
      const middle = top + width / 2;
      top += width;
      const bend = d3.linkHorizontal();
      const d = bend({
        source: [link.source.x1, link.y0 + middle],
        target: [link.target.x0, link.y1 + middle],
      });
      return { ...part, width, d };
    });
}
