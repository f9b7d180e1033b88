// The panel beside the picture: an overview, or all that is known of the selected point or line.
const FIRST = 12; // events and people in the overview, before "more"
const LISTED = 100; // and at most
const newest = (a, b) => (b.date || "").localeCompare(a.date || "");
const actsWhere = (test) => D.acts.filter((act, id) => visible.acts[id] && test(act)).sort(newest);
const section = (title, items) => (items.length ? el("section", {}, el("h3", {}, title), el("ul", { class: "cards" }, items)) : null);

/** Show the panel for the selection; `focus` moves the keyboard there. */
function drawPanel() {
  const panel = byId("panel");
  const chosen = state.selection;
  const inside = panel.contains(document.activeElement); // what was pressed goes, the keyboard stays in the panel
  panel.replaceChildren(...(chosen === null ? overview() : [bar(), ...(chosen.type === "node" ? nodePanel(chosen.id) : chosen.type === "cluster" ? clusterPanel(chosen.id) : edgePanel(chosen.id))]).filter(Boolean));
  panel.classList.toggle("open", chosen !== null);
  panel.scrollTop = 0;
  if (inside) panel.focus({ preventScroll: true });
}

const bar = () => el("div", { class: "bar" },
  state.history.length ? el("button", { type: "button", onclick: goBack }, `← ${t("back")}`) : null,
  el("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => { select(null); byId("graph").focus(); } }, "×"));

function overview() {
  const count = (list) => list.reduce((map, id) => map.set(id, (map.get(id) || 0) + 1), new Map());
  const acts = D.acts.filter((_, id) => visible.acts[id]);
  const pairs = new Set(acts.filter((act) => act.event).map((act) => `${act.target} ${act.speaker}`));
  const events = count([...pairs].map((pair) => +pair.split(" ")[0]));
  const speakers = count(acts.map((act) => act.speaker));
  const byDate = [...events].sort((a, b) => (dateOf(b[0]) > dateOf(a[0]) ? 1 : dateOf(b[0]) < dateOf(a[0]) ? -1 : b[1] - a[1]));
  const most = [...speakers].sort((a, b) => b[1] - a[1] || D.nodes[a[0]].label.localeCompare(D.nodes[b[0]].label)).slice(0, FIRST);
  const item = ([id, n], extra) => el("li", {}, toNode(id), el("span", { class: "faint" }, extra ? ` ${extra}` : ""),
    el("span", { class: "n", title: t(extra === undefined ? "countActs" : "countSpeakers", { n }) }, String(n)));
  const items = byDate.slice(0, LISTED).map((pair) => item(pair, day(dateOf(pair[0]))));
  const rest = items.slice(FIRST + 2).length ? items.splice(FIRST) : [];
  return [
    el("h2", {}, t("title")),
    el("p", {}, t(D.nodes.length ? "intro" : "emptyStore")),
    byDate.length ? el("section", {}, el("h3", {}, t("eventsHead")), el("ul", { class: "plain" }, items), rest.length ? el("details", {}, el("summary", {}, t("moreEvents", { n: rest.length })), el("ul", { class: "plain" }, rest)) : null) : null,
    most.length ? el("section", {}, el("h3", {}, t("peopleHead")), el("ul", { class: "plain" }, most.map((pair) => item(pair)))) : null,
    D.actsLeftOut ? el("p", { class: "faint" }, t("actsLeftOut", { n: D.actsLeftOut })) : null,
    D.leftOut ? el("p", { class: "faint" }, t("leftOut", { n: D.leftOut })) : null,
  ];
}

// When an event was: its own date, else that of the newest release that reports of it.
const reported = new Map();
for (const act of D.acts) if ((act.date || "") > (reported.get(act.target) || "")) reported.set(act.target, act.date);
const dateOf = (id) => D.nodes[id].date || reported.get(id) || "";

function nodePanel(id) {
  const node = D.nodes[id];
  const title = node.kind === "person" && node.title && !node.label.startsWith(node.title) ? `${node.title} ${node.label}` : node.label;
  const own = D.offices.filter((office) => office.person === id);
  const here = D.offices.filter((office) => office.org === id);
  const spoke = actsWhere((act) => act.speaker === id);
  const at = actsWhere((act) => act.target === id && act.speaker !== id);
  const inRole = actsWhere((act) => act.org === id && act.target !== id);
  const about = actsWhere((act) => (act.about || []).includes(id));
  return [
    el("p", { class: "kindline" }, icon(node.kind, node.carrier), word("kinds", node.kind), node.org_kind && node.kind === "organisation" ? ` · ${word("orgKinds", node.org_kind)}` : ""),
    el("h2", { class: "long", tabindex: title.length > 200 ? 0 : null }, name(title)),
    visible.passing[id] ? null : el("p", { class: "notice" }, t("hiddenByFilter")),
    nodeFacts(node),
    moreButton("fan", id, foldedNeighbours(id).length),
    node.kind === "event" ? speakersTable(at) : null,
    section(t("offices", { n: own.length }), own.sort((a, b) => ends(b).localeCompare(ends(a))).map((office) => officeCard(office, "org"))),
    section(t("contributions", { n: spoke.length }), spoke.map((act) => actCard(act, "place"))),
    section(t("contributions", { n: at.length }), at.map((act) => actCard(act, node.kind === "event" ? "speaker" : "both"))),
    section(t("people", { n: here.length }), here.map((office) => officeCard(office, "person"))),
    section(t("contributions", { n: inRole.length }), inRole.map((act) => actCard(act, "both"))),
    section(t("contributions", { n: about.length }), about.map((act) => actCard(act, "both"))),
    relations(id),
    registerLine(node.register),
    spoke.length + at.length + inRole.length + about.length ? marksKey() : null,
    sparqlBox(nodeQuery(id, [...new Set([...spoke, ...at, ...inRole, ...about])], [...own, ...here])),
  ];
}

const ends = (office) => office.valid_until || office.valid_from || office.seen || (office.attested?.length ? D.releases[office.attested[0].release].date || "" : "");

function nodeFacts(node) {
  const pairs = [
    ["carrierNow", node.carrier ? [carrierBadge(node.carrier), " ", el("span", { class: "faint" }, word("carrierHints", node.carrier))] : null],
    [node.kind === "event" ? "date" : "valid", node.kind === "event" ? [node.date, node.until].filter((date, i, all) => date && all.indexOf(date) === i).map(day).join(" – ") : interval(node.date, node.until)],
    ["place", node.place], ["series", node.series && node.series !== node.label ? name(node.series) : null],
    ["law", node.law], ["alsoNamed", node.names ? name(cut(node.names.join(", "), 300)) : null],
  ].filter(([, value]) => value && value.length !== 0);
  return el("div", {}, pairs.length ? el("dl", {}, pairs.map(([key, value]) => [el("dt", {}, t(key)), el("dd", {}, value)])) : null);
}

/** The answer in a glance: who spoke here, in which role, for which kind of jobcenter. */
function speakersTable(acts) {
  const people = new Map();
  for (const act of acts) people.set(act.speaker, [...(people.get(act.speaker) || []), act]);
  if (!people.size) return null;
  const order = [...people].sort((a, b) => a[1][0].release - b[1][0].release || D.acts.indexOf(a[1][0]) - D.acts.indexOf(b[1][0]));
  return el("section", {}, el("h3", {}, t("speakers", { n: people.size })),
    el("table", { class: "speakers" },
      el("thead", {}, el("tr", {}, ["speaker", "roleShort", "kindShort"].map((key) => el("th", { scope: "col" }, t(key))))),
      el("tbody", {}, order.map(([id, own]) => {
        const act = own.find((one) => one.role) || own[0];
        const same = act.organisation && act.role && fold(act.role)[0].includes(fold(act.organisation)[0]);
        return el("tr", {}, el("th", { scope: "row" }, toNode(id)),
          el("td", {}, act.role ? name(act.role) : "", act.organisation && !same ? [act.role ? el("br") : null, toNode(act.org, act.organisation)] : null, act.carrier ? el("br") : null, carrierBadge(act.carrier)),
          el("td", {}, [...new Set(own.map((one) => word("contributionKinds", one.kind)))].join(", "), own.some((one) => one.announced) ? [" ", badge(t("announced"), "warn")] : null));
      }))));
}

function relations(id) {
  const items = D.edges.filter((edge) => ["carrier", "part", "organiser"].includes(edge.kind) && [edge.from, edge.to].includes(id)).map((edge) => {
    const out = edge.from === id;
    const key = { carrier: out ? "carries" : "carrierOf", part: out ? "part" : "parts", organiser: "organiser" }[edge.kind];
    return el("li", {}, el("span", { class: "faint" }, `${t(key)} `), toNode(out ? edge.to : edge.from),
      el("button", { type: "button", class: "link", onclick: () => select({ type: "edge", id: D.edges.indexOf(edge) }) }, t("evidence")));
  });
  return items.length ? el("section", {}, el("h3", {}, t("relations")), el("ul", { class: "plain" }, items)) : null;
}

function edgePanel(id) {
  const edge = D.edges[id];
  const records = recordsOf(edge);
  const spoken = ["contribution", "about"].includes(edge.kind);
  const passing = spoken ? records.filter((_, n) => visible.acts[edge.records[n]]) : records;
  const shown = passing.length ? passing : records; // a line that an address chose may fail the filters as a whole
  const cards = edge.kind === "office" ? shown.map((one) => officeCard(one, "org")) : spoken ? [...shown].sort(newest).map((one) => actCard(one, edge.kind === "about" ? "place" : "neither")) : shown.map(factCard);
  return [
    el("h2", { class: "ends" }, toNode(edge.from), el("span", { class: "arrow" }, edgeLabel(edge)), toNode(edge.to)),
    el("ul", { class: "cards" }, cards),
    ["contribution", "about", "office"].includes(edge.kind) ? marksKey() : null,
    sparqlBox(edgeQuery(edge, shown)),
  ];
}

/** What a cluster stands for. */
function clusterPanel(id) {
  const list = members[id].filter((one) => visible.passing[one]);
  return [
    el("p", { class: "kindline" }, t("cluster")),
    el("h2", { class: "long" }, clusterTitle(id)),
    moreButton("cluster", id, foldedMembers(id).length),
    el("ul", { class: "plain" }, list.map((one) => el("li", {}, toNode(one), el("span", { class: "faint" }, word("kinds", D.nodes[one].kind))))),
  ];
}

/** A button that unfolds what is not in the picture yet. */
function moreButton(how, id, left) {
  if (!left || state.all) return null;
  return el("button", { type: "button", class: "more", onclick: () => { unfold(how, id); drawGraph(); drawPanel(); remember(); look(state.selection); byId("panel").focus({ preventScroll: true }); } }, t("unfoldMore", { n: Math.min(STEP, left), all: left }));
}
