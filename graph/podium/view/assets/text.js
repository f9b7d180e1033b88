// Words, names and small DOM helpers. Everything that comes from a release is set as text, never as HTML.
const byId = (id) => document.getElementById(id);

/** The content: JSON, deflated, in base64. IRIs that begin like their release's (or like all things) leave that out. */
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const data = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
  const whole = (record, start) => { if (record.tail !== undefined) record.iri = start + record.tail; };
  data.nodes.forEach((node) => whole(node, "https://w3id.org/podium/id/"));
  for (const record of [...data.acts, ...data.passages]) whole(record, data.releases[record.release].iri);
  return data;
}

if (!window.DecompressionStream || !CanvasRenderingContext2D.prototype.roundRect) {
  byId("count").textContent = byId("data").dataset.old;
  return;
}
const D = await unpack(byId("data").textContent);

/** Word of the page in the language chosen, with {placeholders} filled in; {n:one|many} counts. */
function t(key, values = {}) {
  const words = D.labels[state.lang];
  const text = words[key] ?? key;
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name, one, many) => {
    if (!(name in values)) return whole;
    return one === undefined ? String(values[name]) : `${values[name]} ${values[name] === 1 ? one : many}`;
  });
}

/** Word for a concept ("rede") from a table of the labels ("contributionKinds"); unknown ones show themselves. */
const word = (table, key) => (D.labels[state.lang][table] || {})[key] ?? key;

/** An element with attributes, listeners (on…) and children; strings become text nodes. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false && child !== "") node.append(child);
  }
  return node;
}

/** A name of somebody or something, isolated so that its direction marks do not leak. */
const name = (text) => el("bdi", { lang: "de" }, text);

/** At most `length` characters (code points) of a name, for pictures and buttons. */
function cut(text, length) {
  const letters = Array.from(text);
  return letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
}

/** Two search forms of a text: ü as ue and ü as u, so that wuerker, würker and wurker find the same. */
function fold(text) {
  const lower = text.toLowerCase().normalize("NFC").replace(/ß/g, "ss");
  const umlauts = lower.replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter]);
  return [umlauts, lower].map((form) => form.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
}

const folded = (texts) => texts.flatMap((text) => fold(text)).join("\n");
const matches = (haystack, query) => fold(query.trim()).some((form) => haystack.includes(form));

const formats = new Map();

/** An ISO date of any precision as one reads it. */
function day(iso) {
  if (!iso) return "";
  const [year, month, date] = iso.slice(0, 10).split("-");
  if (!month) return year;
  const moment = new Date(Date.UTC(+year, +month - 1, +(date || 1)));
  if (Number.isNaN(moment.getTime())) return iso;
  const key = `${state.lang} ${date ? "day" : "month"}`; // making a format takes as long as using it a hundred times
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(state.lang, { year: "numeric", timeZone: "UTC", ...(date ? { month: "short", day: "numeric" } : { month: "long" }) }));
  return formats.get(key).format(moment);
}

/** An interval in words: "seit 2018", "2013 bis 2017", "im Amt gesehen 2021". */
function interval(from, until, seen) {
  if (from && until) return from === until ? day(from) : t("fromTo", { from: day(from), to: day(until) });
  if (from) return t("since", { date: day(from) });
  if (until) return t("until", { date: day(until) });
  return seen ? t("seen", { date: day(seen) }) : "";
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = () => matchMedia("(max-width: 800px)").matches;
