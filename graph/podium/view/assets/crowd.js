// Thousands of points and lines: drawn together, since vis-network would take a second for them.
const MANY = 1500; // lines; beyond that they are drawn together, without arrows
const CROWD = 800; // points; beyond that they are drawn together, too
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
