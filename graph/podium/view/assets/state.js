// What the reader has chosen. It stands in the address (after #), so that a link brings back the same view.
const unset = () => ({
  hidden: new Set(), lines: new Set(), carrier: new Set(), kind: new Set(), form: new Set(),
  publisher: "", topic: "", role: "", from: 0, to: months.length - 1,
});

// Months from the first release to the last one, the scale of the timeline.
const months = (() => {
  const dates = D.releases.map((release) => (release.date || "").slice(0, 7)).filter((date) => date.length >= 4).sort();
  if (!dates.length) return [];
  const number = (date, missing) => +date.slice(0, 4) * 12 + (+(date.slice(5, 7) || missing) - 1);
  const [first, last] = [number(dates[0], 1), number(dates[dates.length - 1], 12)];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const month = first + step;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
})();

const state = {
  lang: (navigator.language || "de").toLowerCase().startsWith("de") ? "de" : "en",
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  themeChosen: false, langChosen: false,
  view: "graph", selection: null, history: [], filters: unset(),
  unfolded: [], // what the reader has unfolded, in that order: see places.js
  all: false, // everything at once
  table: "acts", sort: { column: 0, down: true }, find: "", // which table, by which column, rows with which words
  at: null, // place and scale of the picture, once the reader has moved it
};

const SETS = { hidden: "hide", lines: "lines", carrier: "carrier", kind: "kind", form: "form" };
const WORDS = { publisher: "publisher", topic: "topic", role: "role" };

/** The state as the part of the address after #. */
function toHash() {
  const out = new URLSearchParams();
  const filters = state.filters;
  if (state.langChosen) out.set("lang", state.lang);
  if (state.themeChosen) out.set("theme", state.theme);
  if (state.view !== "graph") out.set("view", state.view);
  if (state.table !== "acts") out.set("table", state.table);
  if (state.sort.column || state.sort.down !== (state.table === "acts")) out.set("sort", `${state.sort.down ? "-" : ""}${state.sort.column}`);
  if (state.find) out.set("find", state.find);
  if (state.selection) {
    const { type, id } = state.selection;
    out.set(type, type === "edge" ? edgeKey(D.edges[id]) : D.nodes[type === "cluster" ? D.clusters[id].head : id].iri);
  }
  if (state.all) out.set("all", "1");
  if (state.unfolded.length) out.set("open", state.unfolded.map(unfoldedKey).join(" "));
  if (state.at) out.set("at", state.at.join(","));
  const usual = unset();
  for (const [key, short] of Object.entries(SETS)) {
    const value = [...filters[key]].sort().join(",");
    if (value !== [...usual[key]].sort().join(",")) out.set(short, value);
  }
  for (const [key, short] of Object.entries(WORDS)) if (filters[key]) out.set(short, filters[key]);
  if (filters.from > 0) out.set("from", months[filters.from]);
  if (filters.to < months.length - 1) out.set("to", months[filters.to]);
  return out.toString();
}

/** Take over what the address says; what it names and the page does not have is ignored. */
function fromHash() {
  const said = new URLSearchParams(location.hash.slice(1));
  const filters = unset();
  if (["de", "en"].includes(said.get("lang"))) { state.lang = said.get("lang"); state.langChosen = true; }
  if (["dark", "light"].includes(said.get("theme"))) { state.theme = said.get("theme"); state.themeChosen = true; }
  state.view = said.get("view") === "table" ? "table" : "graph";
  state.table = ["offices", "facts"].includes(said.get("table")) ? said.get("table") : "acts";
  const sort = /^(-?)(\d)$/.exec(said.get("sort") || "");
  state.sort = sort ? { column: +sort[2], down: sort[1] === "-" } : { column: 0, down: state.table === "acts" };
  state.find = said.get("find") || "";
  for (const [key, short] of Object.entries(SETS)) if (said.has(short)) filters[key] = new Set(said.get(short).split(",").filter(Boolean));
  for (const [key, short] of Object.entries(WORDS)) filters[key] = said.get(short) || "";
  const from = months.indexOf(said.get("from")), to = months.indexOf(said.get("to"));
  if (from >= 0) filters.from = from;
  if (to >= 0) filters.to = to;
  state.filters = filters;
  const node = said.has("node") ? D.nodes.findIndex((one) => one.iri === said.get("node")) : -1;
  const edge = said.has("edge") ? D.edges.findIndex((one) => edgeKey(one) === said.get("edge")) : -1;
  const head = said.has("cluster") ? D.nodes.findIndex((one) => one.iri === said.get("cluster")) : -1;
  const cluster = D.clusters.findIndex((one) => one.head === head);
  state.selection = node >= 0 ? { type: "node", id: node } : edge >= 0 ? { type: "edge", id: edge } : cluster >= 0 ? { type: "cluster", id: cluster } : null;
  state.all = said.get("all") === "1";
  state.unfolded = (said.get("open") || "").split(" ").map(fromUnfoldedKey).filter(Boolean);
  const at = (said.get("at") || "").split(",").map(Number);
  state.at = at.length === 3 && at.every(Number.isFinite) && at[2] > 0.01 && at[2] < 10 ? at : null;
}

const THINGS = "https://w3id.org/podium/id/";
const SIGNS = { fan: "", only: "!", cluster: "*" };

/** What was unfolded, as a word of the address: a thing with its neighbours, the thing only ("!"), a cluster ("*"). */
const unfoldedKey = ({ how, id }) => SIGNS[how] + D.nodes[how === "cluster" ? D.clusters[id].head : id].iri.replace(THINGS, "");

function fromUnfoldedKey(key) {
  const how = key.startsWith("!") ? "only" : key.startsWith("*") ? "cluster" : "fan";
  const path = key.slice(SIGNS[how].length);
  const node = path ? D.nodes.findIndex((one) => one.iri === path || one.iri === THINGS + path) : -1;
  const id = how === "cluster" ? D.clusters.findIndex((one) => one.head === node) : node;
  return id >= 0 && node >= 0 ? { how, id } : null;
}

/** What an edge is called in the address: its first record's IRI and its ends, which outlive a rebuilt page. */
function edgeKey(edge) {
  return [edge.kind, recordsOf(edge)[0].iri, D.nodes[edge.to].iri].join(" ");
}

function recordsOf(edge) {
  const table = edge.kind === "office" ? D.offices : ["contribution", "about"].includes(edge.kind) ? D.acts : D.facts;
  return edge.records.map((number) => table[number]);
}

function remember() {
  try {
    history.replaceState(null, "", "#" + toHash());
  } catch {
    // Inside of a notebook's frame the address cannot be changed; the page works without.
  }
}
