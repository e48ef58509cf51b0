"use strict";
// All rows stand in the page, unseen. A page of those that match the search is shown, in the chosen order.

const PAGE = 100;
const byId = (id) => document.getElementById(id);
const rows = [...byId("rows").rows];
byId("rows").replaceChildren();

const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
const texts = [];
/** What a row is searched by. */
const text = (index) => (texts[index] ??= rows[index].textContent.toLowerCase());

/** What a row is sorted by in a column: a number where the column counts something; empty comes last. */
function key(index, column, counts) {
  const cell = rows[index].cells[column];
  const value = cell.dataset.k ?? (column ? cell : cell.querySelector("a")).textContent.trim();
  return value === "" ? null : counts ? Number(value) : value;
}

let order = rows.map((_, index) => index);
let found = order;
let shown = 0;

function more() {
  const next = found.slice(shown, shown + PAGE);
  byId("page").append(...next.map((index) => rows[index]));
  shown += next.length;
  byId("more").hidden = shown >= found.length;
  const of = found.length === rows.length ? "" : ` that match, of ${rows.length}`;
  byId("shown").textContent = `${shown < found.length ? `${shown} of ` : ""}${found.length} ${found.length === 1 ? "article" : "articles"}${of}`;
}

function show() {
  const words = byId("query").value.toLowerCase().split(/\s+/).filter(Boolean);
  found = words.length ? order.filter((index) => words.every((word) => text(index).includes(word))) : order;
  byId("page").replaceChildren();
  shown = 0;
  more();
}

const headers = [...document.querySelectorAll("#list thead th")];
function sort(column) {
  const header = headers[column];
  const counts = "greatest" in header.dataset;
  const [first, other] = counts || "latest" in header.dataset ? ["descending", "ascending"] : ["ascending", "descending"];
  const direction = header.getAttribute("aria-sort") === first ? other : first;
  headers.forEach((each) => each.setAttribute("aria-sort", each === header ? direction : "none"));
  const sign = direction === "ascending" ? 1 : -1;
  const keys = rows.map((_, index) => key(index, column, counts));
  order = rows.map((_, index) => index).sort((a, b) => {
    const [x, y] = [keys[a], keys[b]];
    if (x === null || y === null) return (x === null) - (y === null) || a - b;
    return sign * (counts ? x - y : compare(x, y)) || a - b;
  });
  show();
}

headers.forEach((header, column) => header.firstElementChild.addEventListener("click", () => sort(column)));
let wait;
byId("query").addEventListener("input", () => {
  // A long list is searched when the typing pauses.
  clearTimeout(wait);
  if (rows.length > 2000) wait = setTimeout(show, 150);
  else show();
});
byId("more").addEventListener("click", more);
// On paper there is no button for more.
addEventListener("beforeprint", () => {
  while (shown < found.length) more();
});
show();
