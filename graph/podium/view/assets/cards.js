// The evidence: sentences with the speaker and the cue marked, and where they stand.

/** A passage with its marks; offsets are code points, hence Array.from. */
function sentence(said) {
  const passage = D.passages[said.passage];
  const letters = Array.from(passage.text);
  const long = letters.length > 400; // scrolls, hence must be reached by keyboard
  const quote = el("blockquote", { lang: "de", dir: "auto", class: long ? "long" : null, tabindex: long ? 0 : null });
  let at = 0;
  for (const [start, end, what] of said.marks || []) {
    quote.append(letters.slice(at, start).join(""), el("mark", { class: what, title: t({ speaker: "markSpeaker", cue: "markCue", quote: "markQuote" }[what]) }, letters.slice(start, end).join("")));
    at = end;
  }
  quote.append(letters.slice(at).join(""));
  return quote;
}

/** Title, publisher, date and original of a release. */
function citation(id) {
  const release = D.releases[id];
  const safe = /^https?:\/\//i.test(release.url || "");
  return el("p", { class: "cite" },
    el("cite", { lang: "de" }, name(release.title)), " · ",
    release.publisher ? [name(release.publisher), " · "] : null, day(release.date) || null, " ",
    safe
      ? el("a", { href: release.url, target: "_blank", rel: "noopener noreferrer", class: "original", "aria-label": t("originalOf", { title: cut(release.title, 90) }) }, t("original"))
      : el("span", { class: "faint" }, t("noOriginal")));
}

function registerLine(register) {
  if (!register) return null;
  const out = el("p", { class: "cite" }, register.row ? t("registerRow", { row: register.row }) : "", register.unverified ? el("span", { class: "badge warn" }, t("unverified")) : null);
  if (register.source) {
    out.append(register.row ? ". " : "", `${t("source")}: `);
    // Sources are free text that may hold addresses; those become links, the rest stays text.
    for (const part of register.source.split(/(https?:\/\/[^\s|;,)]+)/)) {
      out.append(/^https?:\/\//.test(part) ? el("a", { href: part, target: "_blank", rel: "noopener noreferrer", title: part }, cut(part.replace(/^https?:\/\/(www\.)?/, ""), 50)) : part);
    }
  }
  return out;
}

const badge = (text, kind = "") => el("span", { class: `badge ${kind}` }, text);
const carrierBadge = (type) => (type ? el("span", { class: "badge carrier", title: word("carrierHints", type) }, word("carrierTypes", type)) : null);

/** A button that leads to a node; its name as text where the node is not on the page. */
function toNode(id, text) {
  if (id === undefined || id === null) return text ? name(text) : null;
  const node = D.nodes[id];
  return el("button", { type: "button", class: "node", onclick: () => select({ type: "node", id }) }, icon(node.kind, node.carrier), name(text || node.label));
}

const statusBadges = (list) => (list || []).map((status) => badge(t(status)));

/** Role, organisation and carrier of a contribution, on one line. */
function roleLine(act) {
  if (!act.role && !act.organisation) return null;
  const same = act.organisation && act.role && fold(act.role)[0].includes(fold(act.organisation)[0]);
  return el("p", { class: "role" }, act.role ? el("strong", { lang: "de" }, name(act.role)) : null, same ? null : toNode(act.org, act.organisation), carrierBadge(act.carrier));
}

function kindBadge(act) {
  const kind = word("contributionKinds", act.kind);
  const printed = act.printed && fold(act.printed)[0] !== fold(word("contributionKinds", act.kind))[0] ? ` (${t("printedAs", { word: act.printed })})` : "";
  return [badge(kind + printed, "kind"), act.announced ? badge(t("announced"), "warn") : null];
}

/** One contribution; `show` says which ends to name: "speaker", "place", "both" or "neither". */
function actCard(act, show) {
  const about = (act.about || []).map((id) => toNode(id));
  return el("li", { class: "card" },
    el("p", { class: "head" }, ["speaker", "both"].includes(show) ? toNode(act.speaker) : null, kindBadge(act),
      ["place", "both"].includes(show) ? toNode(act.target, act.event ? null : t("inRelease", { name: D.nodes[act.target].label })) : null,
      el("span", { class: "date" }, day(act.date))),
    roleLine(act),
    (act.sentences || []).map(sentence),
    citation(act.release),
    about.length ? el("p", { class: "topics" }, `${t("about")}: `, about) : null,
    act.rule ? el("p", { class: "faint small" }, t("rule", { rule: act.rule, confidence: (act.confidence ?? 1).toLocaleString(state.lang) })) : null);
}

/** One office of a person, with every release that attests it and the row of the register. */
function officeCard(office, show) {
  const attested = (office.attested || []).map((one) => [
    el("p", { class: "printed" }, one.title && one.title !== office.title ? t("printedAs", { word: one.title }) : null, statusBadges(one.status)),
    (one.sentences || []).map(sentence), citation(one.release)]);
  const hidden = attested.length > 1;
  const further = office.further ? el("p", { class: "faint small" }, t("further", { n: office.further })) : null;
  const evidence = [...attested.flat(2).filter(Boolean), further, registerLine(office.register)];
  return el("li", { class: "card" },
    el("p", { class: "head" }, show === "person" ? toNode(office.person) : null, el("strong", { lang: "de" }, name(office.title)),
      show !== "person" ? toNode(office.org, office.organisation) : null, carrierBadge(office.carrier),
      el("span", { class: "date" }, interval(office.valid_from, office.valid_until, office.seen))),
    hidden ? el("details", {}, el("summary", {}, t("more", { n: attested.length })), evidence) : evidence);
}

const factTime = (fact) => interval(fact.valid_from, fact.valid_until) || (fact.current ? t("current") : "");

function factCard(fact) {
  return el("li", { class: "card" },
    el("p", { class: "head" }, carrierBadge(fact.carrier), el("span", { class: "date" }, factTime(fact))),
    registerLine(fact.register));
}

const marksKey = () => el("p", { class: "key" }, t("marks"), " ", [["speaker", "markSpeaker"], ["cue", "markCue"], ["quote", "markQuote"]].map(([kind, label]) => [el("mark", { class: kind }, t(label)), " "]));
