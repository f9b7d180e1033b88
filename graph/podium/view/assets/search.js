// Search: a combobox over all points; finds with and without umlauts, by other names, by role.
let haystacks = null; // made at the first search: thousands of names take a moment

function hay() {
  if (haystacks) return haystacks;
  const offices = D.nodes.map(() => []);
  for (const office of D.offices) offices[office.person].push(`${office.title} ${office.organisation || ""}`);
  haystacks = D.nodes.map((node, id) => ({
    own: folded([node.label, ...(node.names || [])]),
    wide: folded([...offices[id], node.place || "", node.series || ""]),
  }));
  return haystacks;
}

let hits = [];
let marked = -1;

function find(query) {
  if (!query.trim()) return [];
  const words = query.trim().split(/\s+/);
  const score = (id) => {
    const { own, wide } = hay()[id];
    if (fold(query.trim()).some((form) => own.split("\n").some((line) => line.startsWith(form)))) return 3;
    if (words.every((one) => matches(own, one))) return 2;
    return words.every((one) => matches(own, one) || matches(wide, one)) ? 1 : 0;
  };
  const found = D.nodes.map((_, id) => [id, score(id)]).filter(([, points]) => points);
  found.sort((a, b) => b[1] - a[1] || D.nodes[b[0]].degree - D.nodes[a[0]].degree || a[0] - b[0]);
  return found.slice(0, 12).map(([id]) => id);
}

function drawHits() {
  const box = byId("search"), list = byId("hits");
  hits = find(box.value);
  marked = hits.length ? 0 : -1;
  list.replaceChildren(...hits.map((id, number) => el("li", { role: "option", id: `hit-${number}`, "aria-selected": number === marked, onmousedown: (event) => { event.preventDefault(); take(id); } },
    icon(D.nodes[id].kind, D.nodes[id].carrier), name(D.nodes[id].label), el("span", { class: "faint" }, word("kinds", D.nodes[id].kind)))));
  if (!hits.length && box.value.trim()) list.append(el("li", { class: "none" }, t("noHit", { q: cut(box.value, 40) })));
  list.hidden = !box.value.trim();
  box.setAttribute("aria-expanded", String(!list.hidden));
  markHit();
}

function markHit() {
  byId("hits").querySelectorAll("[role=option]").forEach((item, number) => {
    item.setAttribute("aria-selected", String(number === marked));
    if (number === marked) item.scrollIntoView({ block: "nearest" });
  });
  if (marked >= 0) byId("search").setAttribute("aria-activedescendant", `hit-${marked}`);
  else byId("search").removeAttribute("aria-activedescendant");
}

function closeHits() {
  byId("hits").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}

function take(id) {
  byId("search").value = "";
  closeHits();
  if (state.view === "table") setView("graph");
  select({ type: "node", id });
  byId("panel").focus({ preventScroll: true });
}

function listenToSearch() {
  const box = byId("search");
  box.addEventListener("input", drawHits);
  box.addEventListener("blur", closeHits);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (hits.length) marked = (marked + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      markHit();
      event.preventDefault();
    } else if (event.key === "Enter" && hits[marked] !== undefined && !byId("hits").hidden) take(hits[marked]);
    else if (event.key === "Escape") { box.value = ""; closeHits(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName || "")) { box.focus(); event.preventDefault(); }
  });
}
