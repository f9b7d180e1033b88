// The picture: vis-network with places computed ahead, own signs, and names that never overlap.
// A large picture is seen from far away: thicker lines, and names only for some.
const thick = Math.max(1, Math.min(2.4, Math.sqrt(D.nodes.length / 60)));
let network = null;
let lines = null;
let around = null; // points next to the selection; null: nothing is dimmed
let named = new Map(); // points whose name has room at this scale → whether below the sign (else above)
let nameBoxes = []; // where those names stand
let signBoxes = [];
let namedFor = "";
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
const letterScale = (scale) => (scale < 1 ? 1 / scale : 1);

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
  const order = D.nodes.map((_, id) => id).filter((id) => visible.nodes[id] || around?.has(id));
  const rank = (id) => (isSelected(id) ? 2e6 : around?.has(id) ? 1e6 : 0) + D.nodes[id].degree;
  order.sort((a, b) => rank(b) - rank(a) || a - b);
  const boxes = new Map(order.map((id) => {
    const radius = 15 * sizeOf(id, scale), place = network.body.nodes[id];
    return [id, [place.x - radius, place.y - radius, place.x + radius, place.y + radius]];
  }));
  const near = (box, visit) => {
    for (let i = Math.floor(box[0] / cell); i <= Math.floor(box[2] / cell); i += 1) {
      for (let j = Math.floor(box[1] / cell); j <= Math.floor(box[3] / cell); j += 1) visit(`${i} ${j}`);
    }
  };
  const put = (box) => near(box, (at) => { if (!cells.has(at)) cells.set(at, []); cells.get(at).push(box); });
  const meets = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  signBoxes = order.filter((id) => !around || around.has(id)).map((id) => boxes.get(id));
  signBoxes.forEach(put);
  order.forEach((id, place) => {
    if (around && !around.has(id)) return;
    const [left, top, right, bottom] = boxes.get(id);
    const half = (widthOf(ctx, id) * factor) / 2 + 3 * factor, middle = (left + right) / 2;
    const high = wrapped[id].length * 16 * factor;
    const below = [middle - half, bottom + 1, middle + half, bottom + high], above = [middle - half, top - high, middle + half, top - 1];
    const free = [below, above].find((box) => {
      let room = true;
      // The names of the most connected may stand on other signs: without them a dense picture says nothing.
      const hub = place < hubs && !around;
      near(box, (at) => { for (const other of cells.get(at) || []) if (meets(box, other) && !(hub && signBoxes.includes(other))) room = false; });
      return room;
    }) || (isSelected(id) ? below : null);
    if (free) { named.set(id, free === below); put(free); nameBoxes.push(free); }
  });
}

const isSelected = (id) => state.selection?.type === "node" && state.selection.id === id;

function drawNode({ ctx, id, x, y }) {
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
      drawSign(ctx, node, x, y, size);
      ctx.globalAlpha = 1;
    },
    drawExternalLabel() {
      if (!named.has(id)) return;
      const factor = letterScale(scale);
      ctx.save();
      ctx.translate(x, named.get(id) ? y + radius + 3 + 8 * factor : y - radius - 3 - (wrapped[id].length * 15 - 7) * factor);
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

function edgeLook(edge, id) {
  const chosen = state.selection?.type === "edge" && state.selection.id === id;
  const touches = around === null || chosen || (state.selection?.type === "node" && [edge.from, edge.to].includes(state.selection.id));
  const base = state.theme === "dark" ? "#93a4b5" : "#5d6b79";
  const own = chosen || (around !== null && touches);
  const calm = Math.max(0.18, Math.min(0.6, 260 / Math.max(1, D.edges.length))); // many lines: each a little
  const strong = edge.kind === "contribution" ? colour("person") : edge.kind === "office" ? colour("organisation") : edge.kind === "about" ? colour("instrument") : base;
  return {
    id, from: edge.from, to: edge.to,
    hidden: !(chosen || (visible.edges[id] && (own || !state.filters.lines.has(["part", "organiser"].includes(edge.kind) ? "carrier" : edge.kind)))),
    color: { color: strong, opacity: chosen ? 1 : touches ? (around === null ? calm : 0.95) : 0.08, inherit: false },
    width: chosen ? 4 * thick : thick * (edge.kind === "contribution" ? Math.min(4, 1.4 + Math.log2(edge.records.length)) : 1.1),
  };
}

/** Write at the selected line, or at those of the selected point, what they are; names are not written over. */
function drawEdgeLabels(ctx) {
  if (!state.selection || !network) return;
  const chosen = state.selection, factor = letterScale(network.getScale());
  const taken = [...nameBoxes, ...signBoxes];
  ctx.font = '11px system-ui, "DejaVu Sans", sans-serif';
  D.edges.forEach((edge, id) => {
    const own = chosen.type === "edge" ? chosen.id === id : [edge.from, edge.to].includes(chosen.id) && visible.edges[id];
    const body = network.body.edges[id];
    if (!own || !body?.connected) return;
    const text = cut(edgeLabel(edge), 44), half = ctx.measureText(text).width / 2 + 3;
    // Nearer to the other end first, where the lines of a hub have parted.
    for (const share of chosen.type === "edge" ? [0.5, 0.4, 0.6] : edge.from === chosen.id ? [0.6, 0.7, 0.5, 0.4] : [0.4, 0.3, 0.5, 0.6]) {
      const at = body.edgeType?.getPoint?.(share) || { x: body.from.x + (body.to.x - body.from.x) * share, y: body.from.y + (body.to.y - body.from.y) * share };
      const box = [at.x - half * factor, at.y - 8 * factor, at.x + half * factor, at.y + 8 * factor];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      writeAt(ctx, at, factor, text, half);
      break;
    }
  });
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
  const points = new vis.DataSet(D.nodes.map((node, id) => ({ id, x: node.x, y: node.y, shape: "custom", ctxRenderer: drawNode })));
  lines = new vis.DataSet(D.edges.map((edge, id) => ({
    ...edgeLook(edge, id),
    dashes: LINES[edge.kind].length ? LINES[edge.kind] : recordsOf(edge).every((one) => one.announced) && edge.kind === "contribution" ? [10, 6] : false,
    smooth: edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false,
  })));
  network = new vis.Network(byId("graph"), { nodes: points, edges: lines }, {
    autoResize: true, physics: false, layout: { improvedLayout: false },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, selectionWidth: 0, hoverWidth: 0, chosen: false },
    nodes: { chosen: false },
    interaction: { hover: false, keyboard: false, selectConnectedEdges: false, hideEdgesOnDrag: D.edges.length > 2500, hideEdgesOnZoom: D.edges.length > 2500 },
  });
  network.on("beforeDrawing", (ctx) => placeNames(ctx, network.getScale()));
  network.on("afterDrawing", drawEdgeLabels);
  network.on("dragEnd", () => { namedFor = ""; });
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) select({ type: "node", id: nodes[0] });
    else if (edges.length) select({ type: "edge", id: edges[0] });
    else select(null);
  });
  for (const [id, factor] of [["zoom-in", 1.35], ["zoom-out", 1 / 1.35]]) byId(id).addEventListener("click", () => zoom(factor));
  byId("fit").addEventListener("click", () => fit());
  byId("png").addEventListener("click", picture);
  byId("graph").addEventListener("keydown", keys);
}

const moving = () => (still() ? false : { duration: 350, easingFunction: "easeInOutQuad" });
const zoom = (factor) => network.moveTo({ scale: Math.max(0.05, Math.min(4, network.getScale() * factor)), animation: moving() });

/** Move and scale so that these points (all that are shown, if none are given) and their names are in the picture. */
function fit(ids, animation = moving()) {
  const shown = ids || D.nodes.map((_, id) => id).filter((id) => visible.nodes[id]);
  const { width, height } = byId("graph").getBoundingClientRect();
  if (!shown.length || !width || !height) return;
  const xs = shown.map((id) => network.body.nodes[id].x), ys = shown.map((id) => network.body.nodes[id].y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { x: Math.min(90, width / 5), y: Math.min(50, height / 5) }; // for half a name on each side, in pixels
  const scale = Math.min(1.1, (width - 2 * room.x) / Math.max(1, right - left), (height - 2 * room.y) / Math.max(1, bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(0.03, scale), animation });
}

/** The first look: everything, or on a small screen, where names would not be readable, what is around the most connected. */
function firstLook() {
  fit(null, false);
  if (!narrow() || network.getScale() > 0.3 || !D.nodes.length) return;
  const hub = D.nodes.reduce((a, b) => (b.degree > a.degree ? b : a));
  network.moveTo({ position: { x: hub.x, y: hub.y }, scale: 0.42 });
}

/** Redraw with what is now visible and selected; `look` moves to it. */
function drawGraph() {
  if (!network) return;
  const chosen = state.selection;
  around = null;
  if (chosen?.type === "node") {
    around = new Set([chosen.id]);
    D.edges.forEach((edge, id) => { if (visible.edges[id] && [edge.from, edge.to].includes(chosen.id)) around.add(edge.from).add(edge.to); });
  } else if (chosen) {
    around = new Set([D.edges[chosen.id].from, D.edges[chosen.id].to]);
  }
  visible.version = (visible.version || 0) + 1;
  const shown = (id) => visible.nodes[id] || around?.has(id);
  network.body.data.nodes.update(D.nodes.map((_, id) => ({ id, hidden: !shown(id) })).filter(({ id, hidden }) => Boolean(network.body.nodes[id]?.options.hidden) !== hidden));
  lines.update(D.edges.map(edgeLook));
  network.redraw();
}

/** Arrow keys go to the nearest point in that direction; Enter opens the details. */
function keys(event) {
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key in steps) step(...steps[event.key]);
  else if (event.key === "Enter") byId("panel").focus();
  else if (event.key === "+") zoom(1.35);
  else if (event.key === "-") zoom(1 / 1.35);
  else if (event.key === "0") fit();
  else if (event.key === "Escape") select(null);
  else return;
  event.preventDefault();
}

function step(dx, dy) {
  const shown = D.nodes.map((_, id) => id).filter((id) => visible.nodes[id]);
  if (!shown.length) return;
  const now = state.selection?.type === "node" ? state.selection.id : null;
  if (now === null) return select({ type: "node", id: shown.reduce((a, b) => (D.nodes[b].degree > D.nodes[a].degree ? b : a)) });
  const from = D.nodes[now];
  let best = null, least = Infinity;
  for (const id of shown) {
    const along = (D.nodes[id].x - from.x) * dx + (D.nodes[id].y - from.y) * dy;
    const aside = Math.abs((D.nodes[id].x - from.x) * dy) + Math.abs((D.nodes[id].y - from.y) * dx);
    if (id !== now && along > 0 && along + 2.5 * aside < least) { least = along + 2.5 * aside; best = id; }
  }
  if (best !== null) {
    select({ type: "node", id: best });
    network.moveTo({ position: { x: D.nodes[best].x, y: D.nodes[best].y }, animation: moving() });
  }
}

/** The picture as it is now, as a PNG file. */
function picture() {
  const canvas = byId("graph").querySelector("canvas");
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const ctx = copy.getContext("2d");
  ctx.fillStyle = paper();
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, "podium.png"));
}
