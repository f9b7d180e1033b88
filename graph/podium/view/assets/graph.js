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
const READABLE = 0.62; // the scale below which names crowd each other
const tight = () => byId("graph").clientWidth < 640; // a phone, or a frame in a notebook
const isCluster = (id) => typeof id === "string";
const clusterId = (id) => `c${id}`;
const placeOf = (id) => (isCluster(id) ? D.clusters[+id.slice(1)] : places.get(id));
const thick = () => Math.max(1, Math.min(2.4, Math.sqrt(places.size / 60)));

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
