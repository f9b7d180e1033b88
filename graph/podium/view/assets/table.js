// The same content as a table: who spoke where, in what role.
const COLUMNS = [
  ["date", (act) => act.date || "", (act) => day(act.date)],
  ["speaker", (act) => D.nodes[act.speaker].label, (act) => toNode(act.speaker)],
  ["roleShort", (act) => act.role || "", (act) => name(act.role || "")],
  ["organisation", (act) => act.organisation || "", (act) => toNode(act.org, act.organisation)],
  ["carrierShort", (act) => (act.carrier ? word("carrierTypes", act.carrier) : ""), (act) => carrierBadge(act.carrier)],
  ["where", (act) => (act.event ? D.nodes[act.target].label : t("inRelease", { name: D.nodes[act.target].label })), (act) => (act.event ? toNode(act.target) : toNode(act.target, t("inRelease", { name: D.nodes[act.target].label })))],
  ["kindShort", (act) => word("contributionKinds", act.kind) + (act.announced ? ` (${t("announced")})` : ""), (act) => kindBadge(act)],
  ["about", (act) => (act.about || []).map((id) => D.nodes[id].label).join(", "), (act) => (act.about || []).map((id) => toNode(id))],
];
const sorting = { column: 0, down: true };

/** The acts that pass the filters, in the order of the table. */
function sortedActs() {
  const value = COLUMNS[sorting.column][1];
  const compare = new Intl.Collator(state.lang, { numeric: true }).compare;
  const acts = D.acts.filter((_, id) => visible.acts[id]).map((act) => [value(act), act]);
  acts.sort((a, b) => (a[0] === "") - (b[0] === "") || compare(a[0], b[0]) * (sorting.down ? -1 : 1));
  return acts.map(([, act]) => act);
}

function drawTable() {
  if (state.view !== "table") return;
  const table = byId("tabelle");
  table.tHead.rows[0].replaceChildren(...COLUMNS.map(([key], column) => {
    const own = sorting.column === column;
    return el("th", { scope: "col", class: `c-${key}`, "aria-sort": own ? (sorting.down ? "descending" : "ascending") : "none" },
      el("button", { type: "button", id: `sort-${column}`, title: t("sortBy", { column: t(key) }), onclick: () => sortBy(column) }, t(key), el("span", { class: "order", "aria-hidden": "true" }, own ? (sorting.down ? " ▼" : " ▲") : "")));
  }));
  // The sentence stands below its row, over the whole width, where it can be read.
  table.tBodies[0].replaceChildren(...sortedActs().flatMap((act) => [
    el("tr", { class: "act" }, COLUMNS.map(([key, , cell]) => el("td", { class: `c-${key}`, "data-name": t(key) }, [cell(act)]))),
    el("tr", { class: "evidence" }, el("td", { colspan: COLUMNS.length }, (act.sentences || []).map(sentence), citation(act.release))),
  ]));
}

function sortBy(column) {
  sorting.down = sorting.column === column ? !sorting.down : false;
  sorting.column = column;
  drawTable();
  byId(`sort-${column}`).focus();
}

/** The rows as CSV (UTF-8 with a mark at its start, so that spreadsheets read the umlauts). */
function csv() {
  const separator = state.lang === "de" ? ";" : ","; // what spreadsheets of that language expect
  const cell = (text) => {
    // A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it text.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replace(/"/g, '""')}"`;
  };
  const words = (act) => (act.sentences || []).map((one) => D.passages[one.passage].text).join(" … ");
  const columns = [...COLUMNS.map(([key, value]) => [t(key), value]), [t("evidence"), words],
    [word("kinds", "release"), (act) => D.releases[act.release].title], [t("publisher"), (act) => D.releases[act.release].publisher || ""],
    [t("original"), (act) => D.releases[act.release].url || ""]];
  const rows = [columns.map(([title]) => title), ...sortedActs().map((act) => columns.map(([, value]) => value(act)))];
  return "\ufeff" + rows.map((row) => row.map(cell).join(separator)).join("\r\n") + "\r\n";
}

function download(blob, file) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
