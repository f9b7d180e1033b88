// Which points are in the picture, and where: those of the first look, what the reader has unfolded, or everything.
const WIDE = 150, HIGH = 84; // room of a point with its name
const STEP = 24; // neighbours that unfold at once

const neighbours = D.nodes.map(() => new Set());
for (const edge of D.edges) {
  neighbours[edge.from].add(edge.to);
  neighbours[edge.to].add(edge.from);
}
const members = D.clusters.map(() => []);
D.nodes.forEach((node, id) => { if (node.cluster !== undefined) members[node.cluster].push(id); });
const byDegree = (a, b) => D.nodes[b].degree - D.nodes[a].degree || a - b;
members.forEach((list) => list.sort(byDegree));

let places = new Map(); // point → its place
let grid = new Map(); // cells → places in them

// Steps from a centre outwards, the nearest first.
const spiral = (() => {
  const steps = [];
  for (let i = -30; i <= 30; i += 1) for (let j = -40; j <= 40; j += 1) steps.push([i * WIDE * 0.5, j * HIGH]);
  return steps.sort((a, b) => Math.hypot(a[0] / WIDE, a[1] / HIGH) - Math.hypot(b[0] / WIDE, b[1] / HIGH) || a[0] - b[0] || a[1] - b[1]);
})();

const cellOf = (x, y) => [Math.floor(x / WIDE), Math.floor(y / HIGH)];

function taken(x, y) {
  const [column, row] = cellOf(x, y);
  for (let i = column - 1; i <= column + 1; i += 1) {
    for (let j = row - 1; j <= row + 1; j += 1) {
      for (const [px, py] of grid.get(`${i} ${j}`) || []) if (Math.abs(px - x) < WIDE - 2 && Math.abs(py - y) < HIGH - 2) return true;
    }
  }
  return false;
}

function occupy(x, y) {
  const key = cellOf(x, y).join(" ");
  if (!grid.has(key)) grid.set(key, []);
  grid.get(key).push([x, y]);
}

function put(id, x, y) {
  places.set(id, { x, y });
  occupy(x, y);
}

/** Put a point at the free place nearest to (x, y). */
function putNear(id, x, y) {
  const step = spiral.find(([dx, dy]) => !taken(x + dx, y + dy)) || [0, 0];
  put(id, x + step[0], y + step[1]);
}

/** Bring a point into the picture, beside a neighbour that is there, else where its cluster is. */
function bring(id) {
  if (places.has(id)) return;
  const beside = [...neighbours[id]].filter((other) => places.has(other)).sort(byDegree)[0];
  const cluster = D.clusters[D.nodes[id].cluster];
  const { x, y } = beside !== undefined ? places.get(beside) : cluster || { x: 0, y: 0 };
  putNear(id, x, y);
}

const foldedNeighbours = (id) => [...neighbours[id]].filter((other) => !places.has(other)).sort(byDegree);
const foldedMembers = (cluster) => members[cluster].filter((id) => !places.has(id));

function unfoldOne({ how, id }) {
  if (how === "cluster") {
    const { x, y } = D.clusters[id];
    for (const one of foldedMembers(id).slice(0, STEP)) putNear(one, x, y);
    return;
  }
  bring(id);
  if (how === "only") return;
  const { x, y } = places.get(id);
  for (const one of foldedNeighbours(id).slice(0, STEP)) putNear(one, x, y);
}

/** All places anew, from what the reader has unfolded; the same steps give the same picture. */
function layOut() {
  places = new Map();
  grid = new Map();
  if (state.all) {
    D.nodes.forEach((node, id) => places.set(id, { x: node.x, y: node.y }));
    return;
  }
  D.clusters.forEach(({ x, y }) => occupy(x, y));
  D.nodes.forEach((node, id) => { if (node.first) put(id, ...node.first); });
  state.unfolded.forEach(unfoldOne);
}

/** Unfold a point ("fan": with its neighbours, "only": itself) or a cluster; false where all of it is there already. */
function unfold(how, id) {
  if (state.all) return false;
  const missing = how === "cluster" ? foldedMembers(id).length : how === "fan" ? foldedNeighbours(id).length || !places.has(id) : !places.has(id);
  if (!missing) return false;
  state.unfolded.push({ how, id });
  unfoldOne({ how, id });
  return true;
}

/** The clusters that are in the picture: number of points in each that pass the filters and are not there themselves. */
function clustersShown() {
  if (state.all) return [];
  return members.map((list, id) => [id, list.filter((one) => !places.has(one) && visible.passing[one]).length]).filter(([, n]) => n);
}
