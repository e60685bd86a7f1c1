// Pictures and PDFs in front of everything: a native modal dialog, so the focus stays inside
// and Esc closes it. Arrow keys turn over the pictures of the same conversation.
import { button, h } from "./dom.js";
import { icon } from "./icons.js";

/** Whether the browser can show this file itself. */
export const isPdf = (media) => /\.pdf$/i.test(media.name ?? "");

/** Look at `media`; `others` are the pictures that the arrow keys reach. */
export function openViewer(media, others = [media]) {
  const dialog = h("dialog", { class: "viewer", tLabel: "viewer.label" });
  const stage = h("div", { class: "viewer-stage" });
  const title = h("div", { class: "viewer-title" });
  const tab = h("a", { class: "icon-button", tLabel: "viewer.tab", target: "_blank", rel: "noopener" }, icon("open"));
  const save = h("a", { class: "icon-button", tLabel: "viewer.download" }, icon("download"));
  const close = button("close", "close", { on: { click: () => dialog.close() } });
  let at = Math.max(0, others.findIndex((other) => other.url === media.url));
  const show = () => {
    const shown = others[at] ?? media;
    title.textContent = shown.name ?? "";
    tab.href = save.href = shown.url;
    save.download = shown.name ?? "";
    stage.replaceChildren(
      isPdf(shown)
        ? h("iframe", { src: shown.url, title: shown.name, class: "viewer-paper" })
        : h("img", { src: shown.url, alt: shown.name ?? "", class: "viewer-picture" }),
    );
  };
  const turn = (step) => {
    at = Math.min(Math.max(0, at + step), others.length - 1);
    show();
  };
  dialog.append(h("div", { class: "viewer-bar" }, title, tab, save, close), stage);
  dialog.addEventListener("click", (event) => (event.target === dialog || event.target === stage) && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });
  document.body.append(dialog);
  show();
  dialog.showModal();
  close.focus();
}
