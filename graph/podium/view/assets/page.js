// Puts the parts together and listens to what the reader does.

/** Choose a point, a line, a cluster or nothing, and show it everywhere; what hangs on it unfolds. */
function select(chosen, { back = false, unfolding = true } = {}) {
  const before = state.selection;
  if (before && before.type === chosen?.type && before.id === chosen?.id) return;
  if (chosen === null) state.history = [];
  else if (before && !back) state.history.push(before);
  state.selection = chosen;
  if (chosen && state.view === "table" && narrow()) setView("graph");
  if (unfolding) unfoldSelection(false);
  drawGraph();
  drawPanel();
  remember();
  if (!chosen) return;
  if (network && state.view === "graph") look(chosen);
  const title = chosen.type === "node" ? D.nodes[chosen.id].label : chosen.type === "cluster" ? clusterTitle(chosen.id) : edgeLabel(D.edges[chosen.id]);
  byId("live").textContent = t("chosen", { name: cut(title, 80), n: chosen.type === "node" ? D.nodes[chosen.id].degree : around.size });
}

/** Unfold what hangs on the selection: neighbours, members, or the two ends. */
function unfoldSelection(draw = true) {
  const chosen = state.selection;
  if (!chosen) return;
  const ends = chosen.type === "edge" ? [D.edges[chosen.id].from, D.edges[chosen.id].to] : [];
  const changed = chosen.type === "edge" ? ends.map((id) => unfold("only", id)).some(Boolean) : unfold(chosen.type === "cluster" ? "cluster" : "fan", chosen.id);
  if (changed && draw) { drawGraph(); drawPanel(); remember(); look(chosen); }
}

/** Of an address: what is selected is there; it unfolds, unless the address says what else did. */
function showSelection() {
  if (state.selection?.type === "node" && state.unfolded.length) unfold("only", state.selection.id);
  else if (!state.unfolded.length || state.selection?.type === "edge") unfoldSelection(false);
}

/** Bring the selection into the picture, unless it is there already. */
function look(chosen) {
  requestAnimationFrame(() => {
    if (state.view !== "graph" || state.selection !== chosen) return;
    network.redraw(); // the panel may have changed the room that there is
    const ids = chosen.type === "node" ? [chosen.id, ...around] : [...around];
    if (!ids.length) return;
    const canvas = byId("graph").getBoundingClientRect();
    const out = ids.some((id) => {
      const at = network.canvasToDOM(places.get(id));
      return at.x < 30 || at.y < 30 || at.x > canvas.width - 30 || at.y > canvas.height - 30;
    });
    if (out || narrow() || network.getScale() < 0.8) fit(ids.slice(0, 60), moving(), chosen.type === "node" ? chosen.id : null);
  });
}

function goBack() {
  const before = state.history.pop();
  if (before) select(before, { back: true });
}

/** Everything anew after a filter changed. */
function refresh() {
  applyFilters();
  drawFilters();
  drawGraph();
  drawPanel();
  drawTable();
  remember();
}

function setView(view) {
  state.view = view;
  byId("page").dataset.view = view;
  byId("graph-view").hidden = view !== "graph";
  byId("table-view").hidden = view !== "table";
  byId("show-graph").setAttribute("aria-pressed", String(view === "graph"));
  byId("show-table").setAttribute("aria-pressed", String(view === "table"));
  drawTable();
  if (view === "graph" && network) requestAnimationFrame(() => { network.setSize("100%", "100%"); network.redraw(); });
  remember();
}

function setFilters(open) {
  document.body.classList.toggle("filters-open", open);
  byId("show-filters").setAttribute("aria-expanded", String(open));
  if (network) requestAnimationFrame(() => network.redraw());
}

/** All words of the page in the language chosen. */
function drawWords() {
  const root = document.documentElement;
  root.lang = state.lang;
  root.dataset.theme = state.theme;
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
  document.querySelectorAll("[data-label]").forEach((node) => { node.setAttribute("aria-label", t(node.dataset.label)); if (node.tagName === "BUTTON") node.title = t(node.dataset.label); });
  document.querySelectorAll("[data-hint]").forEach((node) => { node.placeholder = t(node.dataset.hint); });
  byId("theme").textContent = t(state.theme === "dark" ? "light" : "dark");
  byId("language").lang = state.lang === "de" ? "en" : "de";
  if (D.question) document.querySelector("h1").textContent = D.question[state.lang === "de" ? 0 : 1];
  document.title = D.question ? D.question[state.lang === "de" ? 0 : 1] : t("title") + (D.focus === null ? "" : ` – ${cut(D.nodes[D.focus].label, 100)}`);
  const dates = D.releases.map((release) => release.date).filter(Boolean).sort();
  byId("sum").textContent = t("sum", {
    people: new Set(D.acts.map((act) => act.speaker).filter((id) => D.nodes[id].kind === "person")).size, events: D.nodes.filter((node) => node.kind === "event").length,
    acts: D.acts.length, releases: new Set(D.acts.map((act) => act.release)).size, years: [...new Set([dates[0] || "", dates[dates.length - 1] || ""].map((date) => date.slice(0, 4)))].join("–"),
  });
}

function redrawAll() {
  drawWords();
  namedFor = "";
  refresh();
}

fromHash();
if (!location.hash && D.focus !== null) state.selection = { type: "node", id: D.focus };
layOut();
showSelection();
applyFilters();
startGraph();
drawWords();
setFilters(innerWidth >= 1600);
drawGraph();
drawPanel();
setView(state.view);
listenToFilters();
listenToSearch();
listenToTable();
requestAnimationFrame(() => {
  network.redraw();
  firstLook();
  if (state.selection && !state.at) look(state.selection);
  performance.mark("podium-drawn");
  drawFilters(); // first the picture, then what is counted in it
  remember();
  // For those who want to go on from here in the browser's console: the vis-network, the data, and the selection.
  window.podium = { network, data: D, select, places: () => places };
});
byId("show-graph").addEventListener("click", () => setView("graph"));
byId("show-table").addEventListener("click", () => setView("table"));
byId("show-filters").addEventListener("click", () => setFilters(!document.body.classList.contains("filters-open")));
byId("language").addEventListener("click", () => { state.lang = state.lang === "de" ? "en" : "de"; state.langChosen = true; redrawAll(); });
byId("theme").addEventListener("click", () => { state.theme = state.theme === "dark" ? "light" : "dark"; state.themeChosen = true; redrawAll(); });
document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); setView("table"); byId("table-view").querySelector(".scroll").focus(); });
byId("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") { select(null); byId("graph").focus(); } });
addEventListener("hashchange", () => { fromHash(); layOut(); showSelection(); redrawAll(); setView(state.view); if (state.at) firstLook(); });
byId("png").addEventListener("click", picture);
byId("svg").addEventListener("click", () => download(new Blob([svgPicture()], { type: "image/svg+xml" }), "podium.svg"));
byId("turtle").addEventListener("click", () => download(new Blob([turtle()], { type: "text/turtle" }), "podium.ttl"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => { if (!state.themeChosen) { state.theme = event.matches ? "dark" : "light"; redrawAll(); } });
