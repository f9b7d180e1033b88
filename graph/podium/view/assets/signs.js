// Points and clusters of the picture, as vis-network asks for them.
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
