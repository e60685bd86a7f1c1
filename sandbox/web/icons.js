// The page's own line icons: 24 × 24, stroked with the colour of the text around them.

const SHAPES = {
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM16.500 16.500 21 21",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  more: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  send: "M4 12 20 4.500 15 20l-3.500-6.500zM11.500 13.500 20 4.500",
  attach: "M19 11.500l-7.300 7.300a4.600 4.600 0 0 1-6.500-6.500l7.800-7.800a3.100 3.100 0 0 1 4.400 4.400L9.700 16.600a1.500 1.500 0 0 1-2.200-2.100l6.700-6.700",
  slash: "M15 5 9 19M5 3.500h14a1.500 1.500 0 0 1 1.500 1.500v14a1.500 1.500 0 0 1-1.500 1.500H5A1.500 1.500 0 0 1 3.500 19V5A1.500 1.500 0 0 1 5 3.500z",
  keyboard: "M4.500 6h15A1.500 1.500 0 0 1 21 7.500v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 16.500v-9A1.500 1.500 0 0 1 4.500 6zM7 10h.01M11 10h.01M15 10h.01M17 10h.01M7.500 14h9",
  moon: "M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
  edit: "M4 20l1-4.500L16 4.500a2.100 2.100 0 0 1 3 3L8 18.500zM14 6.500l3 3",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  check: "M5 12.500l4.500 4.500L19 7.500",
  block: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM6 6l12 12",
  phone: "M6.500 4h3l1.500 4-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4 1.500v3a2 2 0 0 1-2 2A15.500 15.500 0 0 1 4.500 6a2 2 0 0 1 2-2z",
  file: "M6 3.500h8l4.500 4.500v12.500H6zM14 3.500V8h4.500M9 13h6M9 16.500h6",
  picture: "M4.500 5h15v14h-15zM4.500 16l4.500-5 4 4.500 2.500-2.500 4 4M15.500 9h.01",
  add: "M12 5v14M5 12h14",
  down: "M6 9.500l6 6 6-6",
  open: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  download: "M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14",
  restart: "M5 12a7 7 0 1 0 2.200-5.100L5 9M5 4.500V9h4.500",
  robot: "M5.500 9h13v9.500h-13zM12 9V5M12 4.500v.01M9.300 13v.8M14.700 13v.8M3 12.500v3M21 12.500v3",
  school: "M3.500 20.500h17M5.500 20.500V10.500L12 5.500l6.500 5v10M10 20.500v-5h4v5M12 5.500V3h4v2h-4",
  smile: "M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17zM8.500 14a4 4 0 0 0 7 0M9.300 9.500v.5M14.700 9.500v.5",
  follow: "M10 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM3.500 19.500a6.500 6.500 0 0 1 13 0M19 8v6M16 11h6",
  unfollow: "M10 4.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM3.500 19.500a6.500 6.500 0 0 1 13 0M16 11h6",
  code: "M4.500 7.500h15v9h-15zM8 12h.01M12 12h.01M16 12h.01",
  pin: "M12 21s-6-5.500-6-10.500a6 6 0 0 1 12 0C18 15.500 12 21 12 21zM12 10.500v.01",
};

/** An `<svg>` of that name, hidden from screen readers (the button around it has the name). */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
