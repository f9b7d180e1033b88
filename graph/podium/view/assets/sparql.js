// SPARQL: the query that gives exactly what the panel shows, sentence by sentence and row by row.
const PREFIXES = `PREFIX pod: <https://w3id.org/podium/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
`;
const SENTENCES = "SELECT DISTINCT ?what ?who ?role ?where ?kind ?sentence ?release ?date ?row ?source WHERE {\n";
const listed = (iris) => [...new Set(iris)].map(iriTerm).join(" ");

/** Contributions with their sentences; one that lies inside of another one is not shown twice. */
const saidPart = (restriction) => `  {
    ${restriction}
    ?what pod:speaker ?who ; pod:inRelease ?release ; pod:passage|pod:utterance/pod:passage ?passage .
    ?passage pod:quotedText ?sentence .
    OPTIONAL { ?what pod:roleAsPrinted ?role }
    OPTIONAL { ?what pod:contributionKind ?kind }
    OPTIONAL { ?what pod:atEvent ?where }
    OPTIONAL { ?release dcterms:issued ?date }
    MINUS {
      ${restriction}
      ?what pod:speaker ?who ; pod:passage|pod:utterance/pod:passage ?passage, ?wider .
      ?passage pod:start ?start ; pod:end ?end .
      ?wider pod:start ?from ; pod:end ?to .
      FILTER(?wider != ?passage && ?from <= ?start && ?to >= ?end)
    }
  }
`;

/** Offices that releases attest, with the sentences. */
const attestedPart = (restriction) => `  {
    ${restriction}
    ?what pod:attests ?tenure ; pod:passage ?passage .
    ?tenure pod:holder ?who .
    ?passage pod:quotedText ?sentence ; oa:hasSource ?release .
    OPTIONAL { ?what pod:titleAsPrinted ?role }
    OPTIONAL { ?tenure pod:inOrganisation ?where }
    OPTIONAL { ?release dcterms:issued ?date }
  }
`;

/** Offices that the register knows. */
const heldPart = (restriction) => `  {
    ${restriction}
    ?what pod:holder ?who ; pod:registerRow ?row .
    OPTIONAL { ?what dcterms:source ?source }
    OPTIONAL { ?what pod:inOrganisation ?where }
  }
`;

/** The row of the register that a thing comes from. */
const rowPart = (iri) => `  {
    VALUES ?what { ${iriTerm(iri)} }
    ?what pod:registerRow ?row .
    OPTIONAL { ?what dcterms:source ?source }
  }
`;

function asked(parts) {
  const some = parts.filter(Boolean);
  return some.length ? `${PREFIXES}${SENTENCES}${some.join("  UNION\n")}}\nORDER BY ?date ?what ?sentence` : null;
}

const actsPart = (acts) => (acts.length ? saidPart(`VALUES ?what { ${listed(acts.map((act) => act.iri))} }`) : null);

/** Offices one by one: their sentences, and their rows. */
function officeParts(offices) {
  const passages = offices.flatMap((office) => (office.attested || []).flatMap((one) => (one.sentences || []).map((said) => D.passages[said.passage].iri)));
  const known = offices.filter((office) => office.register?.row).map((office) => office.iri);
  return [passages.length ? attestedPart(`VALUES ?passage { ${listed(passages)} }`) : null, known.length ? heldPart(`VALUES ?what { ${listed(known)} }`) : null];
}

/** What the panel shows of a point: in words where the page has all of it, else one by one. */
function nodeQuery(id, acts, offices) {
  const node = D.nodes[id], iri = iriTerm(node.iri);
  const own = node.register?.row ? rowPart(node.iri) : null;
  const whole = !visible.active && !D.leftOut && !D.actsLeftOut && !offices.some((office) => office.further);
  if (whole && node.kind === "person") {
    const who = `VALUES ?who { ${iri} }`;
    return asked([saidPart(who), attestedPart(who), heldPart(who), own]);
  }
  if (whole && node.kind === "event") return asked([saidPart(`?what pod:atEvent ${iri} .`), own]);
  if (whole && node.kind === "instrument") return asked([saidPart(`?what pod:utterance/pod:about ${iri} .`), own]);
  return asked([actsPart(acts), ...officeParts(offices), own]);
}

/** What the panel shows of a line. */
function edgeQuery(edge, records) {
  if (edge.kind === "office") return asked(officeParts(records));
  if (edge.kind === "contribution" || edge.kind === "about") return asked([actsPart(records)]);
  const [from, to] = [iriTerm(D.nodes[edge.from].iri), iriTerm(D.nodes[edge.to].iri)];
  if (edge.kind === "carrier") {
    return `${PREFIXES}SELECT ?arrangement ?form ?from ?until ?row ?source WHERE {
  VALUES ?arrangement { ${listed(records.map((one) => one.iri))} }
  ?arrangement pod:ofJobcenter ${from} ; pod:carrier ${to} .
  OPTIONAL { ?arrangement pod:carrierType ?form }
  OPTIONAL { ?arrangement pod:from ?from }
  OPTIONAL { ?arrangement pod:until ?until }
  OPTIONAL { ?arrangement pod:registerRow ?row }
  OPTIONAL { ?arrangement dcterms:source ?source }
}
ORDER BY ?from ?arrangement`;
  }
  return `${PREFIXES}SELECT ?what ?row ?source WHERE {
  VALUES ?what { ${from} }
  ?what ${edge.kind === "part" ? "org:subOrganizationOf" : "pod:organiser"} ${to} .
  OPTIONAL { ?what pod:registerRow ?row }
  OPTIONAL { ?what dcterms:source ?source }
}`;
}

/** The query to read and to copy; nothing where there is nothing to ask. */
function sparqlBox(text) {
  if (text === null) return null;
  const button = el("button", { type: "button", onclick: async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = t("copied");
    } catch {
      getSelection().selectAllChildren(code);
    }
  } }, t("copy"));
  const code = el("pre", { tabindex: "0" }, text);
  return el("details", { class: "sparql" }, el("summary", {}, t("sparql")), code, button);
}
