// Files to take along: the picture as PNG and SVG, the selection as Turtle.

/** The picture as it is now, as a PNG file. */
function picture() {
  const canvas = byId("graph").querySelector("canvas");
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const ctx = copy.getContext("2d");
  ctx.fillStyle = paper();
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, "podium.png"));
}

function svgElement(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return node;
}

/** All that is in the picture, as SVG text with real letters; parallel lines are bent as on the screen. */
function svgPicture() {
  const ids = shownIds();
  const xs = ids.map((id) => placeOf(id).x), ys = ids.map((id) => placeOf(id).y);
  const [left, top] = [Math.min(0, ...xs) - 100, Math.min(0, ...ys) - 60];
  const [width, height] = [Math.max(0, ...xs) + 100 - left, Math.max(0, ...ys) + 80 - top];
  const svg = svgElement("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "system-ui, DejaVu Sans, sans-serif" });
  svg.append(svgElement("title", {}, document.title), svgElement("rect", { x: left, y: top, width, height, fill: paper() }));
  for (const id of drawn) {
    const edge = D.edges[id], from = placeOf(edge.from), to = placeOf(edge.to);
    const curve = edge.bend ? `Q${bentPoint(edge, from, to).map(Math.round).join(" ")} ` : "L";
    const line = svgElement("path", { d: `M${Math.round(from.x)} ${Math.round(from.y)}${curve}${Math.round(to.x)} ${Math.round(to.y)}`, fill: "none", stroke: lineColour(edge), "stroke-width": 1.4, "stroke-opacity": 0.6, "stroke-dasharray": LINES[edge.kind].join(" ") || "none" });
    line.append(svgElement("title", {}, `${D.nodes[edge.from].label} → ${D.nodes[edge.to].label}: ${edgeLabel(edge)}`));
    svg.append(line);
  }
  for (const id of ids) svg.append(isCluster(id) ? svgCluster(+id.slice(1)) : svgNode(id));
  return new XMLSerializer().serializeToString(svg);
}

function svgText(rows, y, size) {
  return rows.map((row, number) => svgElement("text", { x: 0, y: y + number * (size + 3), "text-anchor": "middle", "font-size": size, fill: textInk(), stroke: paper(), "stroke-width": 3, "paint-order": "stroke" }, row));
}

function svgNode(id) {
  const node = D.nodes[id], { x, y } = placeOf(id);
  const group = svgElement("g", { transform: `translate(${Math.round(x)} ${Math.round(y)})` });
  const sign = icon(node.kind, node.carrier);
  group.append(...sign.childNodes, ...svgText(wrapped[id], 27, 12));
  return group;
}

function svgCluster(id) {
  const { x, y } = D.clusters[id], radius = 16 + 5 * Math.log2(1 + clusters.get(id));
  const group = svgElement("g", { transform: `translate(${x} ${y})` });
  group.append(svgElement("circle", { r: radius, fill: "none", stroke: faintInk(), "stroke-dasharray": "4 3" }), ...svgText([`+${clusters.get(id)}`], 5, 13), ...svgText(clusterName(id), radius + 14, 12));
  return group;
}

const TURTLE = {
  pod: "https://w3id.org/podium/ontology#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", dcterms: "http://purl.org/dc/terms/",
};
const CLASSES = { person: "Person", event: "Event", jobcenter: "Jobcenter", organisation: "Organisation", instrument: "Instrument", release: "Release" };
const iriTerm = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
const literal = (text, lang) => `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/[\u0000-\u001f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}"${lang ? `@${lang}` : ""}`;
const dateTerm = (date) => `"${date}"^^<http://www.w3.org/2001/XMLSchema#${{ 4: "gYear", 7: "gYearMonth" }[date.length] || "date"}>`;

/** Contributions, offices and things of the selection (of what passes the filters, if nothing is selected) as Turtle. */
function turtle() {
  const chosen = state.selection;
  const inside = chosen?.type === "edge" ? () => false : chosen ? (id) => id === chosen.id || (chosen.type === "cluster" && D.nodes[id].cluster === chosen.id) : () => true;
  const edge = chosen?.type === "edge" ? D.edges[chosen.id] : null;
  const own = new Set(edge ? recordsOf(edge) : []);
  const acts = D.acts.filter((act, id) => own.has(act) || (visible.acts[id] && (inside(act.speaker) || inside(act.target) || inside(act.org) || (act.about || []).some(inside))));
  const offices = D.offices.filter((office) => own.has(office) || inside(office.person) || inside(office.org));
  const things = new Set([...acts.flatMap((act) => [act.speaker, act.target, ...(act.org === undefined ? [] : [act.org])]), ...offices.flatMap((office) => [office.person, ...(office.org === undefined ? [] : [office.org])])]);
  if (chosen?.type === "node") things.add(chosen.id);
  const passages = new Set(), releases = new Set();
  const blocks = [];
  const about = (iri, pairs) => { const said = pairs.filter((pair) => pair[1]); if (said.length) blocks.push(`${iriTerm(iri)}\n    ${said.map(([key, value]) => `${key} ${value}`).join(" ;\n    ")} .`); };
  for (const act of acts) {
    const cited = (act.sentences || []).map((one) => one.passage);
    cited.forEach((one) => passages.add(one));
    releases.add(act.release);
    about(act.iri, [
      ["a", "pod:Contribution"], ["pod:speaker", iriTerm(D.nodes[act.speaker].iri)], ["pod:inRelease", iriTerm(D.releases[act.release].iri)],
      ["pod:atEvent", act.event ? iriTerm(D.nodes[act.target].iri) : null],
      ["pod:contributionKind", iriTerm(`https://w3id.org/podium/vocabulary/contribution-kind/${act.kind}`)],
      ["pod:roleAsPrinted", act.role && act.printedRole !== false ? literal(act.role, "de") : null],
    ]);
  }
  for (const office of offices) {
    about(office.iri, [["a", "pod:Tenure"], ["pod:holder", iriTerm(D.nodes[office.person].iri)], ["pod:inOrganisation", office.org === undefined ? null : iriTerm(D.nodes[office.org].iri)]]);
  }
  for (const id of things) {
    const node = D.nodes[id];
    if (node.kind !== "release") about(node.iri, [["a", `pod:${CLASSES[node.kind]}`], ["rdfs:label", literal(node.named || node.label, "de")]]);
  }
  for (const id of passages) about(D.passages[id].iri, [["a", "pod:Passage"], ["pod:quotedText", literal(D.passages[id].text)]]);
  for (const id of releases) {
    const release = D.releases[id];
    about(release.iri, [["a", "pod:Release"], ["dcterms:title", literal(release.title, "de")], ["dcterms:issued", release.date ? dateTerm(release.date) : null], ["pod:publisherName", release.publisher ? literal(release.publisher) : null]]);
  }
  return `${Object.entries(TURTLE).map(([key, space]) => `@prefix ${key}: <${space}> .`).join("\n")}\n\n${blocks.join("\n\n")}\n`;
}
