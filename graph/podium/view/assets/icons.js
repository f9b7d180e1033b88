// The sign of each kind: one description, drawn in the canvas and as SVG in the legend.
const SVG = "http://www.w3.org/2000/svg";
const paths = Object.fromEntries(Object.entries(D.kinds).map(([kind, look]) => [
  kind, { outline: new Path2D(look.outline), glyph: new Path2D(look.glyph) },
]));
const LINES = { contribution: [], office: [7, 4], about: [2, 4], carrier: [], part: [], organiser: [] };

const ink = () => (state.theme === "dark" ? "#10161d" : "#ffffff");
const paper = () => (state.theme === "dark" ? "#12181f" : "#ffffff");
const textInk = () => (state.theme === "dark" ? "#e8edf2" : "#17202a");
const faintInk = () => (state.theme === "dark" ? "#a9b6c3" : "#55616d");
const colour = (kind) => D.kinds[kind][state.theme];

/** The sign of a node as an SVG image; jobcenters carry their type ("gE", "zkT"), the others a drawing. */
function icon(kind, carrier) {
  const svg = document.createElementNS(SVG, "svg");
  const add = (tag, attributes) => {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    svg.append(node);
    return node;
  };
  for (const [key, value] of Object.entries({ viewBox: "-16 -16 32 32", width: 20, height: 20, "aria-hidden": "true", class: "icon" })) svg.setAttribute(key, value);
  add("path", { d: D.kinds[kind].outline, fill: colour(kind) });
  if (carrier) {
    const text = add("text", { x: 0, y: 4, "text-anchor": "middle", "font-size": carrier.length > 2 ? 10 : 12, "font-weight": 700, fill: ink() });
    text.textContent = carrier.slice(0, 4);
  } else {
    add("path", { d: D.kinds[kind].glyph, fill: kind === "person" || kind === "organisation" || kind === "jobcenter" ? ink() : "none", stroke: ink(), "stroke-width": 1.2 });
  }
  return svg;
}

/** A sample of how a kind of line is drawn. */
function lineSample(kind) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 34 8", width: 34, height: 8, "aria-hidden": "true", class: "icon" })) svg.setAttribute(key, value);
  const line = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ d: "M0 4H34", stroke: "currentColor", "stroke-width": kind === "contribution" ? 2 : 1.4, "stroke-dasharray": LINES[kind].join(" ") })) line.setAttribute(key, value);
  svg.append(line);
  return svg;
}

function drawSign(ctx, node, x, y, size) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size, size);
  ctx.fillStyle = colour(node.kind);
  ctx.strokeStyle = paper();
  ctx.lineWidth = 2.5;
  ctx.stroke(paths[node.kind].outline);
  ctx.fill(paths[node.kind].outline);
  ctx.fillStyle = ctx.strokeStyle = ink();
  ctx.lineWidth = 1.2;
  if (node.carrier) {
    ctx.font = `700 ${node.carrier.length > 2 ? 10 : 12}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(node.carrier.slice(0, 4), 0, 1);
  } else {
    if (["person", "organisation", "jobcenter"].includes(node.kind)) ctx.fill(paths[node.kind].glyph);
    ctx.stroke(paths[node.kind].glyph);
  }
  ctx.restore();
}

// Signs as small pictures, one for each kind, carrier and size: drawn once, then stamped; thousands would be slow otherwise.
const stamps = new Map();

/** The picture of a sign, so many pixels wide and high. */
function stampOf(node, pixels) {
  const key = `${node.kind} ${node.carrier || ""} ${state.theme} ${pixels}`;
  let picture = stamps.get(key);
  if (!picture) {
    picture = document.createElement("canvas");
    picture.width = picture.height = pixels;
    const own = picture.getContext("2d");
    own.scale(pixels / 36, pixels / 36);
    drawSign(own, node, 18, 18, 1);
    stamps.set(key, picture);
  }
  return picture;
}

const pixelsOf = (size, scale) => Math.min(192, Math.max(8, Math.ceil((36 * size * scale * devicePixelRatio) / 4) * 4));

function stamp(ctx, node, x, y, size, scale) {
  ctx.drawImage(stampOf(node, pixelsOf(size, scale)), x - 18 * size, y - 18 * size, 36 * size, 36 * size);
}
