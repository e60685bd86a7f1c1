// How a message's file looks in its bubble: a picture, or a card with name and size.
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { isPdf, openViewer } from "./lightbox.js";
import { currentLanguage } from "./i18n.js";

const TALLEST_PX = 320;
const STILLS = /\.(png|jpe?g|gif|webp)$/i;
const UNITS = ["B", "kB", "MB", "GB"];

/** "1,2 MB" in the page's language. */
export function sizeText(bytes) {
  if (!bytes) return "";
  const step = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), UNITS.length - 1);
  const number = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 1 }).format(bytes / 1024 ** step);
  return `${number} ${UNITS[step]}`;
}

/** Whether `media` is shown as a picture rather than as a file. */
export const isPicture = (media) => media.kind === "photo";

/** The element for `media`; `pictures()` gives all pictures of the conversation. */
export function mediaView(media, pictures) {
  return isPicture(media) ? pictureView(media, pictures) : fileView(media);
}

function pictureView(media, pictures) {
  const picture = h("img", { src: media.url, alt: media.name ?? "", loading: "lazy", class: "media-picture" });
  if (media.width && media.height) {
    picture.width = media.width;
    picture.height = media.height;
    picture.style.width = `${Math.round(Math.min(media.width, (TALLEST_PX * media.width) / media.height))}px`;
  }
  const look = () => openViewer(media, pictures());
  return h("button", { type: "button", class: "media-open", tLabel: "message.picture", on: { click: look } }, picture);
}

function fileView(media) {
  const ending = (media.name ?? "").split(".").pop().slice(0, 4).toUpperCase();
  const viewable = isPdf(media) || STILLS.test(media.name ?? "");
  const body = [
    h("span", { class: isPdf(media) ? "file-mark pdf" : "file-mark" }, ending ? h("span", { text: ending }) : icon("file")),
    h("span", { class: "file-facts" },
      h("span", { class: "file-name", text: media.name ?? "" }),
      h("span", { class: "file-size", text: sizeText(media.size) })),
  ];
  if (viewable) return h("button", { type: "button", class: "media-file", on: { click: () => openViewer(media) } }, ...body);
  return h("a", { class: "media-file", href: media.url, download: media.name ?? "" }, ...body);
}
