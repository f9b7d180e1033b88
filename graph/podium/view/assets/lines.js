// Lines of the picture: what they are called, how they look, which ones are drawn.
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
