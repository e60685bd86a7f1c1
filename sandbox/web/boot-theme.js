// A classic script in the head: the chosen colours are there before the first paint,
// so that a dark page does not flash white. theme.js owns the choice afterwards.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("phones.theme"); } catch (error) { /* storage is off: follow the system */ }
  var dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
