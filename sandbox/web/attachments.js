// Files waiting to be sent from one phone: by the button, dropped on the phone, or pasted.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { label } from "./i18n.js";
import { sizeText } from "./media.js";

const PHOTO = /^image\/(png|jpeg|webp|gif|bmp)$/;

export class Attachments {
  /**
   * `onChange()` is called when the list changed. Where pictures and files have buttons of their
   * own (`apart`), the button decides how a picture is sent, else a box that can be ticked.
   */
  constructor(onChange, apart) {
    this.files = [];
    this.onChange = onChange;
    this.apart = apart;
    this.asFile = h("input", { type: "checkbox" });
    this.choice = h("label", { class: "as-file" }, this.asFile, h("span", { t: "composer.asfile" }));
    this.chips = h("div", { class: "chips" });
    this.element = h("div", { class: "attachments", hidden: true }, this.chips, this.choice);
    this.picker = this.#picker(null, apart);
    this.photoPicker = apart ? this.#picker("image/*", false) : null;
  }

  /** `asFile`: also pictures are sent as files. */
  add(files, asFile = false) {
    for (const file of files) this.files.push({ file, preview: !asFile && PHOTO.test(file.type) ? URL.createObjectURL(file) : null });
    this.#draw();
  }

  /** Take all files out: `[{file, as}]` in the order they were added. */
  take() {
    const taken = this.files.map(({ file, preview }) => ({ file, as: preview && !this.asFile.checked ? "photo" : "document" }));
    this.files.forEach(({ preview }) => preview && URL.revokeObjectURL(preview));
    this.files = [];
    this.asFile.checked = false;
    this.#draw();
    return taken;
  }

  /** Let files be dropped on `area`, over which `cover` shows meanwhile. */
  acceptDrops(area, cover) {
    let depth = 0;
    const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
    const show = (shown) => {
      cover.hidden = !shown;
      if (!shown) depth = 0;
    };
    area.addEventListener("dragenter", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth += 1;
      show(true);
    });
    area.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
    area.addEventListener("dragleave", () => {
      depth -= 1;
      if (depth <= 0) show(false);
    });
    area.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      show(false);
      this.add(event.dataTransfer.files);
    });
  }

  /** Take pictures and files out of a paste into `field`. */
  acceptPastes(field) {
    field.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.add(event.clipboardData.files);
    });
  }

  #picker(accept, asFile) {
    const picker = h("input", { type: "file", accept, multiple: true, hidden: true, tabindex: "-1", "aria-hidden": "true" });
    picker.addEventListener("change", () => {
      this.add(picker.files, asFile);
      picker.value = "";
    });
    return picker;
  }

  #draw() {
    this.chips.replaceChildren(...this.files.map((entry) => this.#chip(entry)));
    this.element.hidden = this.files.length === 0;
    this.choice.hidden = this.apart || !this.files.some(({ preview }) => preview);
    this.onChange();
  }

  #chip(entry) {
    const { file, preview } = entry;
    const remove = h("button", { type: "button", class: "chip-remove" }, icon("close"));
    label(remove, "label", "composer.remove", { name: file.name });
    remove.addEventListener("click", () => {
      this.files = this.files.filter((other) => other !== entry);
      if (preview) URL.revokeObjectURL(preview);
      this.#draw();
    });
    const face = preview ? h("img", { src: preview, alt: "", class: "chip-picture" }) : h("span", { class: "chip-icon" }, icon("file"));
    return h("div", { class: "chip", title: file.name }, face,
      h("span", { class: "chip-facts" }, h("span", { class: "chip-name", text: file.name }), h("span", { class: "chip-size", text: sizeText(file.size) })),
      remove);
  }
}
