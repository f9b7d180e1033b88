// Which contributions, offices, lines and points pass the filters, and the controls that set them.
const visible = { acts: [], offices: [], edges: [], nodes: [], passing: [], active: false };

const monthOf = (date) => (date || "").slice(0, 7);
const tests = {
  time: (act, filters) => {
    if (!months.length || (filters.from === 0 && filters.to === months.length - 1)) return true;
    const date = monthOf(D.releases[act.release].date);
    // A year alone counts for each of its months.
    return date !== "" && date <= months[filters.to] && (date.length > 4 ? date : date + "-12") >= months[filters.from];
  },
  carrier: (act, filters) => !filters.carrier.has(act.carrier || "none"),
  kind: (act, filters) => !filters.kind.has(act.kind),
  form: (act, filters) => !filters.form.size || !(act.forms || ["none"]).every((form) => filters.form.has(form)),
  publisher: (act, filters) => !filters.publisher || D.releases[act.release].publisher === filters.publisher,
  topic: (act, filters) => !filters.topic || (act.about || []).some((id) => D.nodes[id].iri === filters.topic),
  role: (act, filters) => !filters.role.trim() || matches(folded([act.role || "", act.organisation || ""]), filters.role),
};

// For each act the tests that it fails, as bits: found once for each change, asked by every count.
const BITS = Object.fromEntries(Object.keys(tests).map((key, bit) => [key, 1 << bit]));
let failed = [];
const testAll = () => { failed = D.acts.map((act) => Object.keys(tests).reduce((bits, key) => (tests[key](act, state.filters) ? bits : bits | BITS[key]), 0)); };

/** Whether an act (number) passes all filters but `except`. */
const passes = (id, except) => (except ? failed[id] & ~BITS[except] : failed[id]) === 0;

/** Whether any filter on contributions differs from "everything". */
function filtering() {
  const f = state.filters;
  return Boolean(f.carrier.size || f.kind.size || f.form.size || f.publisher || f.topic || f.role.trim() || f.from > 0 || f.to < months.length - 1);
}

/** Recompute what is shown; points without a line that passes disappear. */
function applyFilters() {
  const f = state.filters;
  visible.active = filtering();
  testAll();
  visible.acts = failed.map((bits) => bits === 0);
  const speaks = new Set(D.acts.flatMap((act, id) => (visible.acts[id] ? [act.speaker] : [])));
  visible.offices = D.offices.map((office) => {
    if (!visible.active) return true;
    if (f.carrier.has(office.carrier || "none") || !speaks.has(office.person)) return false;
    return !f.role.trim() || matches(folded([office.title, office.organisation || ""]), f.role);
  });
  const shown = (id) => !f.hidden.has(D.nodes[id].kind);
  const ends = new Set();
  visible.edges = D.edges.map((edge) => {
    if (!shown(edge.from) || !shown(edge.to)) return false;
    const table = edge.kind === "office" ? visible.offices : ["contribution", "about"].includes(edge.kind) ? visible.acts : null;
    if (table === null) return !visible.active;
    const ok = edge.records.some((id) => table[id]);
    if (ok) ends.add(edge.from).add(edge.to);
    return ok;
  });
  // Lines between organisations say nothing about a contribution: they follow the points that are left.
  D.edges.forEach((edge, id) => {
    if (visible.active && ["carrier", "part", "organiser"].includes(edge.kind) && shown(edge.from) && shown(edge.to)) {
      visible.edges[id] = ends.has(edge.from) && (ends.has(edge.to) || edge.kind === "carrier");
      if (visible.edges[id]) ends.add(edge.to);
    }
  });
  visible.passing = D.nodes.map((node, id) => shown(id) && (!visible.active || ends.has(id)));
}

function check(list, value, label, count, set, extra) {
  const id = `${list.id}-${value}`;
  const box = el("input", { type: "checkbox", id, onchange: () => { box.checked ? set.delete(value) : set.add(value); refresh(); } });
  box.checked = !set.has(value);
  list.append(el("li", {}, box, el("label", { for: id }, extra, el("span", {}, label), el("span", { class: "n" }, String(count)))));
}

/** Draw all filter controls anew, with counts that reflect the other filters. */
function drawFilters() {
  const f = state.filters;
  const focused = document.activeElement?.id;
  const legend = byId("legend");
  legend.replaceChildren();
  const touched = new Set(D.edges.flatMap((edge) => {
    const table = edge.kind === "office" ? visible.offices : ["contribution", "about"].includes(edge.kind) ? visible.acts : null;
    return !visible.active || (table && edge.records.some((id) => table[id])) ? [edge.from, edge.to] : [];
  }));
  for (const kind of Object.keys(D.kinds)) {
    const count = D.nodes.filter((node, id) => node.kind === kind && (!visible.active || touched.has(id))).length;
    if (D.nodes.some((node) => node.kind === kind)) check(legend, kind, word("kindsMany", kind), count, f.hidden, icon(kind));
  }
  byId("key").replaceChildren(...Object.keys(D.kinds).filter((kind) => D.nodes.some((node) => node.kind === kind)).map((kind) => el("li", {}, icon(kind), word("kindsMany", kind), " ",
    el("span", { class: "n" }, String(D.nodes.filter((node, id) => node.kind === kind && visible.passing[id]).length)))));
  const linesList = byId("lines");
  linesList.replaceChildren();
  for (const kind of ["contribution", "office", "about", "carrier"]) {
    const alike = kind === "carrier" ? ["carrier", "part", "organiser"] : [kind];
    const count = D.edges.filter((edge, id) => alike.includes(edge.kind) && visible.edges[id]).length;
    if (D.edges.some((edge) => alike.includes(edge.kind))) check(linesList, kind, word("lineKinds", kind), count, f.lines, lineSample(kind));
  }
  facet("by-carrier", "carrier", (act) => [act.carrier || "none"], (value) => (value === "none" ? t("none") : word("carrierTypes", value)), f.carrier);
  facet("by-kind", "kind", (act) => [act.kind], (value) => word("contributionKinds", value), f.kind);
  facet("by-form", "form", (act) => act.forms || ["none"], (value) => word("speechForms", value), f.form);
  options("by-publisher", "publisher", [...new Set(D.releases.map((release) => release.publisher).filter(Boolean))].map((value) => [value, value]));
  options("by-topic", "topic", D.nodes.filter((node) => node.kind === "instrument").map((node) => [node.iri, node.label]));
  if (byId("by-role").value !== f.role) byId("by-role").value = f.role;
  drawTimeline();
  byId("reset").disabled = !(visible.active || f.hidden.size || [...f.lines].join() !== [...unset().lines].join());
  const shown = visible.acts.filter(Boolean).length;
  byId("count").classList.toggle("all", shown === D.acts.length);
  byId("count").textContent = shown ? t("shown", { n: shown, all: D.acts.length }) : t("empty");
  if (focused && byId(focused) && document.activeElement?.id !== focused) byId(focused).focus();
}

function facet(id, key, values, label, set) {
  const counts = new Map();
  D.acts.forEach((act, number) => { for (const value of values(act)) counts.set(value, (counts.get(value) || 0) + (passes(number, key) ? 1 : 0)); });
  const list = byId(id);
  list.replaceChildren();
  for (const value of [...counts.keys()].sort((a, b) => (a === "none") - (b === "none") || label(a).localeCompare(label(b), state.lang))) {
    check(list, value, label(value), counts.get(value), set, key === "carrier" && value !== "none" ? icon("jobcenter", value) : null);
  }
  list.parentElement.hidden = counts.size < 2;
}

function options(id, key, pairs) {
  const select = byId(id);
  const sorted = pairs.sort((a, b) => a[1].localeCompare(b[1], state.lang));
  select.replaceChildren(el("option", { value: "" }, t("all")), ...sorted.map(([value, label]) => el("option", { value }, cut(label, 60))));
  select.value = state.filters[key];
  select.parentElement.hidden = sorted.length < 2;
}

function drawTimeline() {
  byId("period").hidden = months.length < 2;
  if (months.length < 2) return;
  const f = state.filters;
  for (const key of ["from", "to"]) {
    byId(key).max = months.length - 1;
    byId(key).value = f[key];
    byId(key).setAttribute("aria-valuetext", day(months[f[key]]));
    byId(`${key}-out`).textContent = day(months[f[key]]);
  }
  const years = new Map();
  for (let year = +months[0].slice(0, 4); year <= +months[months.length - 1].slice(0, 4); year += 1) years.set(String(year), 0);
  D.acts.forEach((act, number) => {
    const year = (D.releases[act.release].date || "").slice(0, 4);
    if (years.has(year) && passes(number, "time")) years.set(year, years.get(year) + 1);
  });
  const most = Math.max(1, ...years.values());
  const [from, to] = [months[f.from].slice(0, 4), months[f.to].slice(0, 4)];
  byId("histogram").replaceChildren(...[...years].map(([year, count]) => {
    const bar = el("span", { class: year >= from && year <= to ? "in" : "", title: `${year}: ${count}`, "data-year": year });
    bar.style.height = `${Math.max(count ? 8 : 2, (100 * count) / most)}%`;
    return bar;
  }));
}

/** The brush: drag over the years of the histogram; the two sliders below it do the same by keyboard. */
function listenToBrush() {
  const chart = byId("histogram");
  let from = null;
  const yearAt = (event) => {
    const bars = [...chart.children];
    return bars.find((bar) => event.clientX < bar.getBoundingClientRect().right) || bars[bars.length - 1];
  };
  const brush = (event) => {
    const [a, b] = [from, yearAt(event).dataset.year].sort();
    state.filters.from = Math.max(0, months.findIndex((month) => month.startsWith(a)));
    state.filters.to = Math.max(state.filters.from, months.findLastIndex((month) => month.startsWith(b)));
    refresh();
  };
  chart.addEventListener("pointerdown", (event) => { if (!chart.childElementCount) return; from = yearAt(event).dataset.year; chart.setPointerCapture(event.pointerId); brush(event); });
  chart.addEventListener("pointermove", (event) => { if (from !== null) brush(event); });
  for (const end of ["pointerup", "pointercancel"]) chart.addEventListener(end, () => { from = null; });
}

function listenToFilters() {
  listenToBrush();
  for (const [id, key] of [["by-publisher", "publisher"], ["by-topic", "topic"]]) byId(id).addEventListener("change", (event) => { state.filters[key] = event.target.value; refresh(); });
  byId("by-role").addEventListener("input", (event) => { state.filters.role = event.target.value; refresh(); });
  byId("from").addEventListener("input", (event) => { state.filters.from = Math.min(+event.target.value, state.filters.to); refresh(); });
  byId("to").addEventListener("input", (event) => { state.filters.to = Math.max(+event.target.value, state.filters.from); refresh(); });
  byId("reset").addEventListener("click", () => { state.filters = unset(); refresh(); });
}
