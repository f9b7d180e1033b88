// The same content as tables: contributions, offices, and what the register says of carriers and structure.
const PAGE = 300; // rows at once; a browser takes seconds for thousands
const relation = (edge) => t({ carrier: "carries", part: "part", organiser: "organiser" }[edge.kind]);
const place = (act) => (act.event ? D.nodes[act.target].label : t("inRelease", { name: D.nodes[act.target].label }));
const carrierText = (record) => (record.carrier ? word("carrierTypes", record.carrier) : "");
const registerText = (register) => [register?.row ? t("registerRow", { row: register.row }) : "", register?.source || ""].filter(Boolean).join(". ");

// Of each table: its rows; its columns (word, text to sort and to save, what the cell shows); what stands below a row;
// and what else a file of it holds.
const TABLES = {
  acts: {
    rows: () => D.acts.filter((_, id) => visible.acts[id]),
    columns: [
      ["date", (act) => act.date || "", (act) => day(act.date)],
      ["speaker", (act) => D.nodes[act.speaker].label, (act) => toNode(act.speaker)],
      ["roleShort", (act) => act.role || "", (act) => name(act.role || "")],
      ["organisation", (act) => act.organisation || "", (act) => [toNode(act.org, act.organisation), " ", carrierBadge(act.carrier)]],
      ["where", place, (act) => toNode(act.target, place(act))],
      ["kindShort", (act) => word("contributionKinds", act.kind) + (act.announced ? ` (${t("announced")})` : ""), (act) => kindBadge(act)],
      ["about", (act) => (act.about || []).map((id) => D.nodes[id].label).join(", "), (act) => (act.about || []).map((id) => toNode(id))],
    ],
    below: (act) => [(act.sentences || []).map(sentence), citation(act.release)],
    more: [
      ["carrierShort", carrierText], ["evidence", (act) => sayings(act.sentences)], ["release", (act) => D.releases[act.release].title],
      ["publisher", (act) => D.releases[act.release].publisher || ""], ["original", (act) => D.releases[act.release].url || ""],
    ],
  },
  offices: {
    rows: () => D.offices.filter((office, id) => visible.offices[id] && !state.filters.hidden.has(D.nodes[office.person].kind)),
    columns: [
      ["person", (office) => D.nodes[office.person].label, (office) => toNode(office.person)],
      ["roleShort", (office) => office.title, (office) => [name(office.title), " ", statusBadges([...new Set((office.attested || []).flatMap((one) => one.status || []))])]],
      ["organisation", (office) => office.organisation || "", (office) => [toNode(office.org, office.organisation), " ", carrierBadge(office.carrier)]],
      ["time", (office) => office.valid_from || office.valid_until || office.seen || "", (office) => interval(office.valid_from, office.valid_until, office.seen)],
    ],
    below: (office) => [(office.attested || []).slice(0, 1).map((one) => [(one.sentences || []).map(sentence), citation(one.release)]), registerLine(office.register)],
    more: [
      ["carrierShort", carrierText], ["until", (office) => office.valid_until || ""],
      ["evidence", (office) => (office.attested || []).map((one) => sayings(one.sentences)).join(" … ")],
      ["source", (office) => registerText(office.register)],
    ],
  },
  facts: {
    rows: () => D.edges.flatMap((edge, id) => (["carrier", "part", "organiser"].includes(edge.kind) && visible.edges[id] ? edge.records.map((number) => ({ edge, fact: D.facts[number] })) : [])),
    columns: [
      ["who", ({ edge }) => D.nodes[edge.from].label, ({ edge }) => toNode(edge.from)],
      ["relation", ({ edge }) => relation(edge), ({ edge }) => relation(edge)],
      ["whom", ({ edge }) => D.nodes[edge.to].label, ({ edge }) => toNode(edge.to)],
      ["carrierShort", ({ fact }) => carrierText(fact), ({ fact }) => carrierBadge(fact.carrier)],
      ["time", ({ fact }) => fact.valid_from || "", ({ fact }) => factTime(fact)],
    ],
    below: ({ fact }) => registerLine(fact.register),
    more: [["until", ({ fact }) => fact.valid_until || ""], ["source", ({ fact }) => registerText(fact.register)]],
  },
};
const sayings = (sentences) => (sentences || []).map((one) => D.passages[one.passage].text).join(" … ");
const shownTable = () => TABLES[state.table];

/** The rows that pass the filters and hold the words looked for, in the order chosen. */
function sortedRows() {
  const { rows, columns, more } = shownTable();
  const value = columns[Math.min(state.sort.column, columns.length - 1)][1];
  const words = state.find.trim().split(/\s+/).filter(Boolean);
  const holds = (row) => !words.length || (([hay]) => words.every((one) => matches(hay, one)))([folded([...columns, ...more].map((column) => column[1](row)))]);
  const compare = new Intl.Collator(state.lang, { numeric: true }).compare;
  const found = rows().filter(holds).map((row) => [value(row), row]);
  found.sort((a, b) => (a[0] === "") - (b[0] === "") || compare(a[0], b[0]) * (state.sort.down ? -1 : 1));
  return found.map(([, row]) => row);
}

function drawTable(many = PAGE) {
  if (state.view !== "table") return;
  const table = byId("tabelle"), { columns, below } = shownTable(), rows = sortedRows();
  for (const key of Object.keys(TABLES)) {
    const button = byId(`table-${key}`);
    button.setAttribute("aria-pressed", String(state.table === key));
    button.textContent = `${t(`table_${key}`)} (${TABLES[key].rows().length})`;
  }
  if (byId("find").value !== state.find) byId("find").value = state.find;
  byId("found").textContent = rows.length ? t("rows", { n: rows.length }) : t("noRow");
  table.className = `of-${state.table}`;
  table.tHead.rows[0].replaceChildren(...columns.map(([key], column) => {
    const own = state.sort.column === column;
    return el("th", { scope: "col", class: `c-${key}`, "aria-sort": own ? (state.sort.down ? "descending" : "ascending") : "none" },
      el("button", { type: "button", id: `sort-${column}`, title: t("sortBy", { column: t(key) }), onclick: () => sortBy(column) }, t(key), el("span", { class: "order", "aria-hidden": "true" }, own ? (state.sort.down ? " ▼" : " ▲") : "")));
  }));
  // The sentence stands below its row, over the whole width, where it can be read.
  table.tBodies[0].replaceChildren(...rows.slice(0, many).flatMap((row) => [
    el("tr", { class: "act" }, columns.map(([key, , cell]) => el("td", { class: `c-${key}`, "data-name": t(key) }, [cell(row)]))),
    el("tr", { class: "evidence" }, el("td", { colspan: columns.length }, below(row))),
  ]));
  const left = rows.length - many;
  byId("more-rows").hidden = left <= 0;
  byId("more-rows").textContent = t("moreRows", { n: Math.max(0, left) });
  byId("more-rows").onclick = () => drawTable(Infinity);
}

function sortBy(column) {
  state.sort = { column, down: state.sort.column === column ? !state.sort.down : false };
  drawTable();
  byId(`sort-${column}`).focus();
  remember();
}

function listenToTable() {
  for (const key of Object.keys(TABLES)) {
    byId(`table-${key}`).addEventListener("click", () => {
      state.table = key;
      state.sort = { column: 0, down: key === "acts" };
      drawTable();
      remember();
    });
  }
  byId("find").addEventListener("input", (event) => { state.find = event.target.value; drawTable(); remember(); });
  byId("csv").addEventListener("click", () => download(new Blob([csv()], { type: "text/csv;charset=utf-8" }), "podium.csv"));
  byId("print").addEventListener("click", () => { drawTable(Infinity); print(); });
}

/** The rows as CSV (UTF-8 with a mark at its start, so that spreadsheets read the umlauts). */
function csv() {
  const separator = state.lang === "de" ? ";" : ","; // what spreadsheets of that language expect
  const cell = (text) => {
    // A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it text.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replace(/"/g, '""')}"`;
  };
  const columns = [...shownTable().columns, ...shownTable().more];
  const rows = [columns.map(([key]) => t(key)), ...sortedRows().map((row) => columns.map(([, value]) => value(row)))];
  return "\ufeff" + rows.map((row) => row.map(cell).join(separator)).join("\r\n") + "\r\n";
}

function download(blob, file) {
  const url = URL.createObjectURL(blob);
  el("a", { href: url, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
