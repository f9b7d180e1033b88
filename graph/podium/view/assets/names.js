// Names in the picture and words at its lines: where there is room, and never over each other.
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
