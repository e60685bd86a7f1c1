// The only door for HTML that comes from a bot. The source is parsed in an inert document
// (nothing runs, nothing loads) and rebuilt from an allow-list: tags and attributes that are
// not named here do not survive, whatever they are called.

const PLAIN = [
  "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "br", "p", "hr",
  "sub", "sup", "mark", "small", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li",
  "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "blockquote", "details",
  "summary", "figure", "figcaption", "footer", "cite", "q",
];
const ALLOWED = new Map(PLAIN.map((tag) => [tag, tag]));
ALLOWED.set("aside", "blockquote");

const DROPPED_WITH_CONTENT = new Set([
  "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "link",
  "meta", "base", "form", "input", "button", "select", "textarea", "title", "head", "audio",
  "video", "canvas", "frame", "frameset", "applet", "xmp", "plaintext", "noembed", "noframes",
]);
const OWN_FILE = /^\/control\/media\/[A-Za-z0-9_-]+$/;
const SAFE_LINK = /^(https?:\/\/|mailto:|tel:|tg:\/\/)/i;
const SPANS = new Set(["label", "button"]);
const ALIGNMENTS = new Set(["left", "right", "center"]);
const LARGEST_SPAN = 100;
const DEEPEST = 40;

/** Whether `address` may become a link (no javascript:, no data:). */
export const isSafeLink = (address) => SAFE_LINK.test(String(address ?? "").trim());

/** A link that leaves the page without telling where it came from. */
export function safeLink(address) {
  const link = document.createElement("a");
  link.href = address.trim();
  link.target = "_blank";
  link.rel = "noopener noreferrer nofollow";
  return link;
}

/** A DocumentFragment of what of `html` is allowed; the rest stays as its text or goes. */
export function sanitize(html) {
  const source = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  const clean = document.createDocumentFragment();
  copyChildren(source.body, clean, 0);
  return clean;
}

function copyChildren(from, to, depth) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, to, depth);
  }
}

function copyElement(node, to, depth) {
  const tag = node.localName;
  if (DROPPED_WITH_CONTENT.has(tag)) return;
  if (depth > DEEPEST) {
    to.append(node.textContent);
    return;
  }
  const copy = counterpart(node, tag);
  if (copy) to.append(copy);
  copyChildren(node, copy ?? to, depth + 1);
}

/** The clean element that stands for `node`, or null when only its content is kept. */
function counterpart(node, tag) {
  if (tag === "a") return linkOf(node.getAttribute("href") ?? "");
  if (tag === "tg-spoiler" || (tag === "span" && /^(tg-)?spoiler$/.test(node.className))) return spoiler();
  if (tag === "span") return SPANS.has(node.className) ? named("span", node.className) : null;
  if (tag === "div") return node.className === "rich" ? named("div", "rich") : named("div", "");
  if (tag === "img") return ownPicture(node);
  const name = ALLOWED.get(tag);
  if (!name) return null;
  const copy = document.createElement(name);
  if (tag === "td" || tag === "th") copyCell(node, copy);
  if (tag === "blockquote" && node.hasAttribute("expandable")) copy.className = "expandable";
  if (tag === "details" && node.hasAttribute("open")) copy.open = true;
  if (tag === "ol" && /^\d{1,6}$/.test(node.getAttribute("start") ?? "")) copy.start = Number(node.getAttribute("start"));
  return copy;
}

function copyCell(node, copy) {
  for (const name of ["colspan", "rowspan"]) {
    const span = Number(node.getAttribute(name));
    if (Number.isInteger(span) && span > 1 && span <= LARGEST_SPAN) copy.setAttribute(name, String(span));
  }
  const side = (node.getAttribute("align") || node.style.textAlign).toLowerCase();
  if (ALIGNMENTS.has(side)) copy.dataset.align = side;
  if (copy.localName === "th") copy.scope = node.parentElement?.firstElementChild === node && node.nextElementSibling?.localName === "td" ? "row" : "col";
}

function linkOf(address) {
  return isSafeLink(address) || OWN_FILE.test(address) ? safeLink(address) : null;
}

/** Pictures come from the sandbox's own files only: a bot cannot make the page call elsewhere. */
function ownPicture(node) {
  const address = node.getAttribute("src") ?? "";
  if (!OWN_FILE.test(address)) return null;
  const picture = document.createElement("img");
  picture.src = address;
  picture.alt = node.getAttribute("alt") ?? "";
  picture.loading = "lazy";
  return picture;
}

function named(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

const spoiler = () => named("span", "spoiler");
