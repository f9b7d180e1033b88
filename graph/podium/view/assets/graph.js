// The picture: vis-network with places computed ahead, own signs, and names that never overlap.
let network = null;
let points = null;
let lines = null;
let around = null; // points next to the selection; null: nothing is dimmed
let named = new Map(); // points whose name has room at this scale → the middle of its first line
let nameBoxes = []; // where those names stand
let signBoxes = [];
let namedFor = "";
let clusters = new Map(); // cluster → how many points it stands for
const MANY = 1500; // lines; beyond that they are drawn together, without arrows
const CROWD = 800; // points; beyond that they are drawn together, too
const READABLE = 0.62; // the scale below which names crowd each other
const tight = () => byId("graph").clientWidth < 640; // a phone, or a frame in a notebook
const isCluster = (id) => typeof id === "string";
const clusterId = (id) => `c${id}`;
const placeOf = (id) => (isCluster(id) ? D.clusters[+id.slice(1)] : places.get(id));
const thick = () => Math.max(1, Math.min(2.4, Math.sqrt(places.size / 60)));
const widths = new Map();

/** A name on at most two lines of about 26 letters, for the picture. */
const wrapped = D.nodes.map((node) => {
  const rows = [""];
  for (const part of cut(node.label.replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""), 50).split(/\s+/)) {
    const last = rows.length - 1;
    if (rows[last] && rows[last].length + part.length > 25 && rows.length < 2) rows.push(part);
    else rows[last] = rows[last] ? `${rows[last]} ${part}` : part;
  }
  return rows.map((row) => cut(row, 34));
});

const fontOf = (id) => `${D.nodes[id].degree > 5 ? 600 : 400} 13px system-ui, "DejaVu Sans", sans-serif`;
const sizeOf = (id, scale) => (1 + Math.min(0.7, Math.log2(1 + D.nodes[id].degree) / 9)) * Math.max(0.9, Math.min(3.2, 0.5 / scale));
const letterScale = (scale) => (scale < 0.9 ? 0.9 / scale : 1);

function widthOf(ctx, id) {
  if (!widths.has(id)) {
    ctx.save();
    ctx.font = fontOf(id);
    widths.set(id, Math.max(...wrapped[id].map((row) => ctx.measureText(row).width)));
    ctx.restore();
  }
  return widths.get(id);
}

/** Decide whose name is written: the selection and its neighbours first, then the most connected, where there is room. */
function placeNames(ctx, scale) {
  const key = `${scale.toFixed(3)} ${visible.version} ${state.selection?.type}${state.selection?.id}`;
  if (key === namedFor) return;
  namedFor = key;
  named = new Map();
  nameBoxes = [];
  const factor = letterScale(scale);
  const cells = new Map();
  const cell = 120 * factor;
  const hubs = Math.max(3, Math.min(12, (ctx.canvas.clientWidth * ctx.canvas.clientHeight) / 50000));
  const order = [...places.keys()].filter((id) => visible.nodes[id]);
  const rank = new Map(order.map((id) => [id, (isSelected(id) ? 2e6 : around?.has(id) ? 1e6 : 0) + (D.nodes[id].degree > 12 ? 2e3 : D.nodes[id].kind === "event" ? 1e3 : 0) + D.nodes[id].degree]));
  order.sort((a, b) => rank.get(b) - rank.get(a) || a - b);
  const boxes = new Map(order.map((id) => {
    const radius = 15 * sizeOf(id, scale), place = placeOf(id);
    return [id, [place.x - radius, place.y - radius, place.x + radius, place.y + radius]];
  }));
  const near = (box, visit) => {
    for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i += 1) {
      for (let j = Math.floor(box[1] / cell); j <= Math.floor(box[3] / cell); j += 1) visit(`${i} ${j}`);
    }
  };
  const keep = (box) => near(box, (at) => { if (!cells.has(at)) cells.set(at, []); cells.get(at).push(box); });
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  signBoxes = order.filter((id) => !around || around.has(id)).map((id) => boxes.get(id));
  for (const id of clusters.keys()) {
    const { x, y } = D.clusters[id], size = clusterRadius(id, scale), half = 70 * factor;
    signBoxes.push([x - half, y - size, x + half, y + size + 34 * factor]);
  }
  const numbers = new Set(order.filter((id) => hasMore(id, scale) && (!around || around.has(id))).map((id) => moreBox(id, scale)));
  signBoxes.push(...numbers);
  signBoxes.forEach(keep);
  const signs = new Set(signBoxes);
  // Who is far down that list has no room in a large picture anyway.
  order.slice(0, 300).forEach((id, place) => {
    if (around && !around.has(id)) return;
    const [left, top, right, bottom] = boxes.get(id);
    const half = (widthOf(ctx, id) * factor) / 2 + 3 * factor, middle = (left + right) / 2;
    const high = wrapped[id].length * 16 * factor;
    const wide = 2 * half, line = 16 * factor, centre = (top + bottom) / 2;
    const below = [middle - half, bottom + 1, middle + half, bottom + high], above = [middle - half, top - high, middle + half, top - 1];
    const after = [right + 1, centre - high / 2, right + wide, centre + high / 2], before = [left - wide, centre - high / 2, left - 1, centre + high / 2];
    const hasRoom = (box, over) => {
      for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i += 1) {
        for (let j = Math.floor(box[1] / cell); j <= Math.floor(box[3] / cell); j += 1) {
          for (const other of cells.get(`${i} ${j}`) || []) if (meets(box, other) && !over?.has(other)) return false;
        }
      }
      return true;
    };
    const sides = [below, above, after, before];
    // The names of the most connected may stand on other signs: without them a dense picture says nothing.
    const free = sides.find((box) => hasRoom(box)) || sides.find((box) => hasRoom(box, numbers))
      || (place < hubs && !around && sides.find((box) => hasRoom(box, signs))) || (isSelected(id) ? below : null);
    if (free) { named.set(id, { x: (free[0] + free[2]) / 2, y: free[1] + line / 2 }); keep(free); nameBoxes.push(free); }
  });
}

const isSelected = (id) => state.selection?.type === "node" && state.selection.id === id;

const clusterRadius = (id, scale) => (14 + 3.5 * Math.log2(1 + (clusters.get(id) || 1))) * Math.max(0.8, Math.min(2.2, 0.7 / scale));

/** A cluster: a circle with the number of what it stands for, and the name of its most connected point. */
function drawCluster(ctx, id, x, y) {
  const scale = network ? network.getScale() : 1, radius = clusterRadius(id, scale), factor = letterScale(scale);
  const dim = around !== null && !(state.selection?.type === "cluster" && state.selection.id === id);
  return {
    nodeDimensions: { width: radius * 2, height: radius * 2 },
    drawNode() {
      ctx.save();
      ctx.globalAlpha = dim ? 0.3 : 1;
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, Math.PI * 2);
      ctx.fillStyle = state.theme === "dark" ? "#1f2933" : "#eef2f6";
      ctx.fill();
      ctx.lineWidth = 1.5 * factor;
      ctx.setLineDash([4 * factor, 3 * factor]);
      ctx.strokeStyle = faintInk();
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.translate(x, y);
      ctx.scale(factor, factor);
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillStyle = textInk();
      ctx.font = '600 14px system-ui, "DejaVu Sans", sans-serif';
      ctx.fillText(`+${clusters.get(id) ?? ""}`, 0, 1);
      ctx.font = '12px system-ui, "DejaVu Sans", sans-serif';
      ctx.fillStyle = faintInk();
      if (!dim) clusterName(id).forEach((row, number) => ctx.fillText(row, 0, radius / factor + 10 + number * 14));
      ctx.restore();
    },
  };
}

const isRest = (id) => id === D.clusters.length - 1 && D.clusters.length > 1;
const clusterTitle = (id) => (isRest(id) ? t("clusterRest") : t("clusterOf", { name: D.nodes[D.clusters[id].head].label }));
const clusterName = (id) => (isRest(id) ? [t("clusterRest")] : [t("clusterAround"), cut(D.nodes[D.clusters[id].head].label, 24)]);

function drawNode({ ctx, id, x, y }) {
  if (isCluster(id)) return drawCluster(ctx, +id.slice(1), x, y);
  const node = D.nodes[id], scale = network ? network.getScale() : 1, size = sizeOf(id, scale);
  const dim = around !== null && !around.has(id);
  const radius = 14 * size;
  return {
    nodeDimensions: { width: radius * 2, height: radius * 2 },
    drawNode() {
      ctx.globalAlpha = dim ? 0.16 : 1;
      if (isSelected(id)) {
        ctx.beginPath();
        ctx.arc(x, y, radius + 7 * size, 0, Math.PI * 2);
        ctx.fillStyle = colour(node.kind) + "44";
        ctx.fill();
        ctx.lineWidth = 2 * letterScale(scale);
        ctx.strokeStyle = colour(node.kind);
        ctx.stroke();
      }
      stamp(ctx, node, x, y, size, scale);
      if (!dim && hasMore(id, scale)) drawMore(ctx, id, scale);
      ctx.globalAlpha = 1;
    },
    drawExternalLabel: !named.has(id) ? undefined : () => {
      const factor = letterScale(scale);
      ctx.save();
      ctx.translate(named.get(id).x, named.get(id).y);
      ctx.scale(factor, factor);
      ctx.font = fontOf(id);
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      ctx.lineWidth = 4;
      ctx.strokeStyle = paper();
      ctx.fillStyle = state.theme === "dark" ? "#e8edf2" : "#17202a";
      wrapped[id].forEach((row, number) => { ctx.strokeText(row, 0, number * 15); ctx.fillText(row, 0, number * 15); });
      ctx.restore();
    },
  };
}

let hiddenNear = []; // how many neighbours of a point are not in the picture

const hasMore = (id, scale) => scale > 0.3 && (hiddenNear[id] > 3 || (hiddenNear[id] > 0 && isSelected(id)));

/** Where the small number beside a point stands: left, top, right, bottom. */
function moreBox(id, scale) {
  const factor = letterScale(scale), radius = 14 * sizeOf(id, scale), place = placeOf(id);
  const half = (5 + String(hiddenNear[id]).length * 3.6 + 3.6) * factor, x = place.x + radius + 6 * factor, y = place.y - radius;
  return [x - half, y - 7.5 * factor, x + half, y + 7.5 * factor];
}

/** A small number beside a point: so many neighbours unfold on a click. */
function drawMore(ctx, id, scale) {
  const factor = letterScale(scale), [left, top, right, bottom] = moreBox(id, scale);
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, 7.5 * factor);
  ctx.fillStyle = paper();
  ctx.fill();
  ctx.lineWidth = factor;
  ctx.strokeStyle = faintInk();
  ctx.stroke();
  ctx.fillStyle = faintInk();
  ctx.font = `600 ${10.5 * factor}px system-ui, "DejaVu Sans", sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(`+${hiddenNear[id]}`, (left + right) / 2, (top + bottom) / 2 + 0.5 * factor);
}

/** What is written at a line: the role, and the kind where it is a contribution. */
function edgeLabel(edge) {
  if (edge.kind === "contribution") {
    const kind = word("contributionKinds", recordsOf(edge)[0].kind);
    return (edge.label ? `${kind} · ${edge.label}` : kind) + (edge.records.length > 1 ? ` (${edge.records.length})` : "");
  }
  if (edge.kind === "office") return edge.label || "";
  if (edge.kind === "about") return t("edgeAbout") + (edge.records.length > 1 ? ` (${edge.records.length})` : "");
  return t({ carrier: "carries", part: "part", organiser: "organiser" }[edge.kind]);
}

const lineGroup = (edge) => (["part", "organiser"].includes(edge.kind) ? "carrier" : edge.kind);
const lineColour = (edge) => (edge.kind === "contribution" ? colour("person") : edge.kind === "office" ? colour("organisation") : edge.kind === "about" ? colour("instrument") : faintInk());
const isOwn = (edge, id) => (state.selection?.type === "edge" ? state.selection.id === id : state.selection?.type === "node" ? [edge.from, edge.to].includes(state.selection.id) || answers(edge) : around !== null && around.has(edge.from) && around.has(edge.to));
// Of an event also the jobcenters of those who spoke there: for which kind of jobcenter did they speak?
const answers = (edge) => edge.kind === "office" && D.nodes[edge.to].kind === "jobcenter" && D.nodes[state.selection.id].kind === "event" && neighbours[state.selection.id].has(edge.from) && places.has(edge.to);
const isDrawn = (edge, id) => places.has(edge.from) && places.has(edge.to)
  && ((state.selection?.type === "edge" && state.selection.id === id) || (visible.edges[id] && (!state.filters.lines.has(lineGroup(edge)) || (around !== null && isOwn(edge, id)))));

function edgeLook(edge, id) {
  const chosen = state.selection?.type === "edge" && state.selection.id === id;
  const own = around !== null && isOwn(edge, id);
  const calm = Math.max(0.25, Math.min(0.75, 260 / Math.max(1, drawn.length))); // many lines: each a little
  const width = edge.kind === "contribution" ? Math.min(4, 1.6 + Math.log2(edge.records.length)) : 1.1;
  return {
    id, from: edge.from, to: edge.to,
    color: { color: lineColour(edge), opacity: chosen ? 1 : around === null ? calm : own ? 0.95 : 0.08, inherit: false },
    width: chosen ? 4 * thick() : thick() * width,
    dashes: LINES[edge.kind].length ? LINES[edge.kind] : edge.kind === "contribution" && recordsOf(edge).every((one) => one.announced) ? [10, 6] : false,
    smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
  };
}

let drawn = []; // lines in the picture
const crowded = () => places.size > CROWD;
const together = () => crowded() || drawn.length > MANY;

/** A crowd of points, those in view: vis-network would save and restore the canvas for each. */
function drawCrowd(ctx) {
  if (!crowded()) return;
  const { width, height } = byId("graph").getBoundingClientRect();
  const a = network.DOMtoCanvas({ x: -40, y: -40 }), b = network.DOMtoCanvas({ x: width + 40, y: height + 40 });
  const inside = [...places].filter(([id, { x, y }]) => visible.nodes[id] && x >= a.x && x <= b.x && y >= a.y && y <= b.y);
  const scale = network.getScale(), { a: zoomed, e: left, f: top } = ctx.getTransform();
  // Most signs pixel by pixel, which takes half the time of scaling; what stands out afterwards, like a few.
  const own = ([id]) => around?.has(id) || hasMore(id, scale);
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = around === null ? 1 : 0.16;
  for (const [id, { x, y }] of inside) {
    if (own([id])) continue;
    const picture = stampOf(D.nodes[id], pixelsOf(sizeOf(id, scale), scale)), half = picture.width / 2;
    ctx.drawImage(picture, Math.round(zoomed * x + left - half), Math.round(zoomed * y + top - half));
  }
  ctx.restore();
  for (const [id, { x, y }] of inside.filter(own)) drawNode({ ctx, id, x, y }).drawNode();
  for (const [id, { x, y }] of inside) if (named.has(id)) drawNode({ ctx, id, x, y }).drawExternalLabel();
}

/** The point of a crowd at a place of the picture. */
function pointAt({ x, y }) {
  let best = null, least = Infinity;
  for (const [id, place] of places) {
    const far = Math.hypot(place.x - x, place.y - y);
    if (visible.nodes[id] && far < least && far < 16 * sizeOf(id, network.getScale())) [best, least] = [id, far];
  }
  return best;
}

/** Many lines at once, by kind; vis-network would take a second for ten thousand. */
function drawTogether(ctx) {
  if (!together()) return;
  const width = 1 / Math.max(0.25, network.getScale());
  for (const own of around === null ? [false] : [false, true]) {
    for (const kind of ["carrier", "about", "office", "contribution"]) {
      ctx.beginPath();
      for (const id of drawn) {
        const edge = D.edges[id];
        if (lineGroup(edge) !== kind || (around !== null && isOwn(edge, id) !== own)) continue;
        const from = places.get(edge.from), to = places.get(edge.to);
        ctx.moveTo(from.x, from.y);
        if (edge.bend) ctx.quadraticCurveTo(...bentPoint(edge, from, to), to.x, to.y);
        else ctx.lineTo(to.x, to.y);
      }
      ctx.globalAlpha = around === null ? 0.22 : own ? 0.95 : 0.05;
      ctx.lineWidth = width * (own ? 1.6 : 1);
      ctx.strokeStyle = lineColour({ kind });
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
}

const bentPoint = (edge, from, to) => [(from.x + to.x) / 2 + (to.y - from.y) * edge.bend, (from.y + to.y) / 2 - (to.x - from.x) * edge.bend];

/** The line at a point of the picture, among those that are drawn together. */
function lineAt({ x, y }) {
  let best = null, least = 7 / network.getScale();
  for (const id of drawn) {
    const edge = D.edges[id], from = places.get(edge.from), to = places.get(edge.to);
    const middle = edge.bend ? { x: (from.x + to.x) / 2 + ((to.y - from.y) * edge.bend) / 2, y: (from.y + to.y) / 2 - ((to.x - from.x) * edge.bend) / 2 } : to;
    for (const [a, b] of edge.bend ? [[from, middle], [middle, to]] : [[from, to]]) {
      const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1;
      const share = Math.max(0, Math.min(1, ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / long));
      const far = Math.hypot(a.x + share * (b.x - a.x) - x, a.y + share * (b.y - a.y) - y);
      if (far < least) [best, least] = [id, far];
    }
  }
  return best;
}

/** Write at the selected line, or at those of the selected point, what they are; names are not written over. */
function drawEdgeLabels(ctx) {
  if (!network) return;
  const chosen = state.selection, scale = network.getScale(), factor = letterScale(scale);
  const free = chosen === null && drawn.length <= 150 && scale > 0.4; // few lines and near enough: write at all of them
  if (!chosen && !free) return;
  const taken = [...nameBoxes, ...signBoxes];
  ctx.font = '11px system-ui, "DejaVu Sans", sans-serif';
  for (const id of drawn) {
    const edge = D.edges[id];
    if (chosen ? !isOwn(edge, id) : edge.kind !== "contribution") continue;
    const from = places.get(edge.from), to = places.get(edge.to);
    const text = cut(chosen ? edgeLabel(edge) : edge.label || edgeLabel(edge), chosen ? 44 : 26), half = ctx.measureText(text).width / 2 + 3;
    // Nearer to the other end first, where the lines of a hub have parted.
    for (const share of chosen?.type === "node" && edge.to === chosen.id ? [0.4, 0.3, 0.5, 0.6] : [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const at = network.body.edges[id]?.edgeType?.getPoint?.(share) || { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      const box = [at.x - half * factor, at.y - 8 * factor, at.x + half * factor, at.y + 8 * factor];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      writeAt(ctx, at, factor, text, half);
      break;
    }
  }
}

function writeAt(ctx, at, factor, text, half) {
  ctx.save();
  ctx.translate(at.x, at.y);
  ctx.scale(factor, factor);
  ctx.fillStyle = paper();
  ctx.globalAlpha = 0.88;
  ctx.fillRect(-half, -8, 2 * half, 16);
  ctx.globalAlpha = 1;
  ctx.fillStyle = state.theme === "dark" ? "#c9d3dd" : "#33404d";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, 0, 0);
  ctx.restore();
}

function startGraph() {
  points = new vis.DataSet();
  lines = new vis.DataSet();
  network = new vis.Network(byId("graph"), { nodes: points, edges: lines }, {
    autoResize: true, physics: false, layout: { improvedLayout: false },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, selectionWidth: 0, hoverWidth: 0, chosen: false },
    nodes: { chosen: false, shape: "custom", ctxRenderer: drawNode },
    interaction: { hover: false, keyboard: false, selectConnectedEdges: false, dragNodes: true },
  });
  network.canvas.frame.tabIndex = -1; // the element around it listens to the keyboard
  network.on("beforeDrawing", (ctx) => { drawTogether(ctx); placeNames(ctx, network.getScale()); drawCrowd(ctx); });
  network.on("afterDrawing", drawEdgeLabels);
  network.on("dragEnd", ({ nodes }) => {
    for (const id of nodes) if (!isCluster(id)) places.set(id, network.getPosition(id));
    namedFor = "";
    moved();
  });
  network.on("zoom", moved);
  network.on("click", ({ nodes, edges, pointer }) => {
    const point = nodes[0] ?? (crowded() ? pointAt(pointer.canvas) : null);
    const line = point !== null ? null : together() ? lineAt(pointer.canvas) : edges.find((id) => !isCluster(id));
    if (point !== null) pick(point);
    else if (line !== null && line !== undefined) select({ type: "edge", id: line });
    else select(null);
  });
  for (const [id, factor] of [["zoom-in", 1.35], ["zoom-out", 1 / 1.35]]) byId(id).addEventListener("click", () => zoom(factor));
  byId("fit").addEventListener("click", () => { fit(); state.at = null; remember(); });
  byId("start").addEventListener("click", toStart);
  byId("everything").addEventListener("click", () => { state.all = !state.all; relay(); });
  byId("graph").addEventListener("keydown", keys);
}

/** Choose a point or a cluster in the picture; what is chosen already unfolds further. */
function pick(id) {
  const chosen = isCluster(id) ? { type: "cluster", id: +id.slice(1) } : { type: "node", id };
  if (state.selection?.type === chosen.type && state.selection.id === chosen.id) {
    if (unfold(isCluster(id) ? "cluster" : "fan", chosen.id)) { applyFilters(); drawGraph(); drawPanel(); remember(); }
  } else select(chosen);
}

/** Back to the first look. */
function toStart() {
  state.unfolded = [];
  state.all = false;
  state.selection = null;
  state.history = [];
  state.at = null;
  relay();
}

/** All places anew. */
function relay() {
  layOut();
  refresh();
  firstLook();
}

let movedLater = 0;
function moved() {
  clearTimeout(movedLater);
  movedLater = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    state.at = [Math.round(x), Math.round(y), +network.getScale().toFixed(3)];
    remember();
  }, 300);
}

const moving = () => (still() ? false : { duration: 350, easingFunction: "easeInOutQuad" });
const zoom = (factor) => { network.moveTo({ scale: Math.max(0.05, Math.min(4, network.getScale() * factor)), animation: moving() }); setTimeout(moved, 400); };

const shownIds = () => [...[...places.keys()].filter((id) => visible.nodes[id]), ...[...clusters.keys()].map(clusterId)];

/** Move and scale so that these points (all that are shown, if none are given) and their names are in the picture. */
function fit(ids, animation = moving(), centre = null) {
  const shown = ids || shownIds();
  const { width, height: whole } = byId("graph").getBoundingClientRect();
  const height = whole - 44; // the buttons stand below
  if (!shown.length || width <= 0 || height <= 0) return;
  const xs = shown.map((id) => placeOf(id).x), ys = shown.map((id) => placeOf(id).y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { x: Math.min(80, width / 5), y: Math.min(54, height / 5) }; // for half a name on each side, in pixels
  const scale = Math.min(1.1, (width - 2 * room.x) / Math.max(1, right - left), (height - 2 * room.y) / Math.max(1, bottom - top));
  // On a small screen names would not be readable: rather what is next to the centre, and the rest by a swipe.
  const close = centre !== null && tight() && scale < READABLE;
  const near = close ? READABLE : Math.max(0.03, scale);
  const middle = close ? placeOf(centre) : { x: (left + right) / 2, y: (top + bottom) / 2 };
  network.moveTo({ position: { x: middle.x, y: middle.y + 22 / near }, scale: near, animation });
}

/** The first look: everything, or on a small screen, where names would not be readable, what is around the most connected. */
function firstLook() {
  if (state.at) {
    network.moveTo({ position: { x: state.at[0], y: state.at[1] }, scale: state.at[2] });
    return;
  }
  fit(null, false);
  const first = [...places.keys()].filter((id) => visible.nodes[id] && D.nodes[id].kind === "event");
  if (!tight() || network.getScale() > 0.5 || !first.length || state.all) return;
  const hub = first.reduce((a, b) => (D.nodes[b].degree > D.nodes[a].degree ? b : a));
  fit([hub, ...[...neighbours[hub]].filter((id) => places.has(id))], false, hub);
}

/** Redraw with what is now visible and selected. */
function drawGraph() {
  if (!network) return;
  const chosen = state.selection;
  visible.nodes = D.nodes.map((_, id) => places.has(id) && visible.passing[id]);
  clusters = new Map(clustersShown());
  around = null;
  if (chosen?.type === "node") {
    around = new Set([chosen.id]);
    D.edges.forEach((edge, id) => { if (visible.edges[id] && isOwn(edge, id) && places.has(edge.from) && places.has(edge.to)) around.add(edge.from).add(edge.to); });
  } else if (chosen?.type === "edge") around = new Set([D.edges[chosen.id].from, D.edges[chosen.id].to]);
  else if (chosen) around = new Set(members[chosen.id].filter((id) => places.has(id)));
  if (around) for (const id of around) if (places.has(id)) visible.nodes[id] = true;
  hiddenNear = [];
  if (!state.all) for (const id of places.keys()) hiddenNear[id] = [...neighbours[id]].filter((other) => !places.has(other) && visible.passing[other]).length;
  visible.version = (visible.version || 0) + 1;
  drawn = [];
  D.edges.forEach((edge, id) => { if (isDrawn(edge, id) && visible.nodes[edge.from] && visible.nodes[edge.to]) drawn.push(id); });
  const nodes = (crowded() ? [] : shownIds()).map((id) => ({ id, x: placeOf(id).x, y: placeOf(id).y }));
  sync(points, nodes.map(({ id, x, y }) => ({ id, x, y })), (before, now) => before.x === now.x && before.y === now.y);
  // vis-network leaves out what it takes to be out of view, and knows the extent of a sign only once it has drawn it.
  for (const { id, x, y } of nodes) Object.assign(network.body.nodes[id].shape.boundingBox, { left: x - 90, right: x + 90, top: y - 40, bottom: y + 60 });
  sync(lines, [...(together() ? [] : drawn.map((id) => edgeLook(D.edges[id], id))), ...(crowded() ? [] : clusterTies())], () => false);
  byId("start").disabled = !state.unfolded.length && !state.all;
  byId("everything").setAttribute("aria-pressed", String(state.all));
  byId("everything").hidden = !D.clusters.length;
  byId("start").hidden = !D.clusters.length;
  network.body.emitter.emit("_requestRedraw"); // once, in the next frame, whatever else changes
}

/** Make a DataSet hold exactly these items; equal ones stay. */
function sync(set, items, equal) {
  const wanted = new Set(items.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items.filter((item) => { const before = set.get(item.id); return !before || !equal(before, item); }));
}

/** Faint lines from a cluster to the points that it is tied to most. */
function clusterTies() {
  const ties = [];
  for (const [cluster] of clusters) {
    const count = new Map();
    for (const one of members[cluster]) if (!places.has(one)) for (const other of neighbours[one]) if (visible.nodes[other]) count.set(other, (count.get(other) || 0) + 1);
    const most = [...count].sort((a, b) => b[1] - a[1] || byDegree(a[0], b[0])).slice(0, 2);
    for (const [other] of most) ties.push({ id: `t${cluster} ${other}`, from: clusterId(cluster), to: other, arrows: "", dashes: [2, 5], width: 1, smooth: false, color: { color: faintInk(), opacity: around === null ? 0.3 : 0.06, inherit: false } });
  }
  return ties;
}

/** Arrow keys go to the nearest point in that direction; Enter opens the details. */
function keys(event) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in steps) step(...steps[event.key]);
  else if (event.key === "Enter") { if (state.selection) unfoldSelection(); byId("panel").focus(); }
  else if (event.key === "+") zoom(1.35);
  else if (event.key === "-") zoom(1 / 1.35);
  else if (event.key === "0") fit();
  else if (event.key === "Escape") select(null);
  else return;
  event.preventDefault();
}

function step(dx, dy) {
  const shown = shownIds();
  if (!shown.length) return;
  const chosen = state.selection;
  const now = chosen?.type === "node" ? chosen.id : chosen?.type === "cluster" ? clusterId(chosen.id) : null;
  const from = placeOf(now);
  let best = now === null ? shown.filter((id) => !isCluster(id)).sort(byDegree)[0] ?? shown[0] : null;
  let least = Infinity;
  for (const id of now === null ? [] : shown) {
    const place = placeOf(id);
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    if (id !== now && along > 0 && along + 2.5 * aside < least) { least = along + 2.5 * aside; best = id; }
  }
  if (best === null) return;
  // With the keyboard one walks past many points: they unfold on Enter only.
  select(isCluster(best) ? { type: "cluster", id: +best.slice(1) } : { type: "node", id: best }, { unfolding: false });
  network.moveTo({ position: { ...placeOf(best) }, animation: moving() });
}
