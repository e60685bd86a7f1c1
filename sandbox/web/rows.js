// A list of any length that draws only the rows in view: a school has a thousand phones.
import { h } from "./dom.js";

const SPARE_ROWS = 6;

export class Rows {
  /** `draw(item, index)` fills a row: `{signature, className, attributes, children}`. */
  constructor(element, rowHeight, draw) {
    this.element = element;
    this.rowHeight = rowHeight;
    this.draw = draw;
    this.items = [];
    this.nodes = new Map();
    this.space = h("div", { class: "rows-space" });
    element.append(this.space);
    element.addEventListener("scroll", () => this.#plan(), { passive: true });
    new ResizeObserver(() => this.#plan()).observe(element);
  }

  /** Show these items (each with an `id`). */
  set(items) {
    this.items = items;
    this.#plan();
  }

  /** Bring a row into view. */
  reveal(index) {
    const top = index * this.rowHeight;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + this.rowHeight > scrollTop + clientHeight) this.element.scrollTop = top + this.rowHeight - clientHeight;
    this.render();
  }

  #plan() {
    if (this.planned) return;
    this.planned = requestAnimationFrame(() => {
      this.planned = null;
      this.render();
    });
  }

  render() {
    this.space.style.height = `${this.items.length * this.rowHeight}px`;
    const from = Math.max(0, Math.floor(this.element.scrollTop / this.rowHeight) - SPARE_ROWS);
    const count = Math.ceil(this.element.clientHeight / this.rowHeight) + 2 * SPARE_ROWS;
    const wanted = this.items.slice(from, from + count);
    const ids = new Set(wanted.map((item) => item.id));
    for (const [id, node] of this.nodes) {
      if (!ids.has(id)) {
        node.remove();
        this.nodes.delete(id);
      }
    }
    wanted.forEach((item, offset) => this.#row(item, from + offset, offset));
  }

  #row(item, index, place) {
    let node = this.nodes.get(item.id);
    if (!node) {
      node = h("div", { data: { id: item.id } });
      this.nodes.set(item.id, node);
    }
    if (this.space.children[place] !== node) this.space.insertBefore(node, this.space.children[place] ?? null);
    node.style.transform = `translateY(${index * this.rowHeight}px)`;
    const look = this.draw(item, index);
    for (const [name, value] of Object.entries(look.attributes)) {
      if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
    }
    if (node.className !== look.className) node.className = look.className;
    if (node.dataset.signature === look.signature) return;
    node.dataset.signature = look.signature;
    node.replaceChildren(...look.children());
  }
}
