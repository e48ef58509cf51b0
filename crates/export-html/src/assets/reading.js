"use strict";
// Pointing lights a fact on both sides; keys and buttons step through the facts. Showing and hiding is CSS.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const record = byId("record");

/** Everything on the page that stands for a fact, by the fact's number. */
const parts = new Map();
for (const element of all("[data-f]")) {
  const { f } = element.dataset;
  if (!parts.has(f)) parts.set(f, []);
  parts.get(f).push(element);
}

const isShown = (kind) => byId(`show-${kind}`)?.checked ?? true;
const kindOf = (element) => ["i", "r", "a", "s", "d"].find((kind) => element.classList.contains(kind)) ?? "d";

/** The numbers of the facts at an element, the innermost first. */
function factsAt(element) {
  const ref = element?.closest?.(".ref");
  if (ref) return [ref.id.slice(1)];
  const found = [];
  for (let at = element?.closest?.("[data-f]"); at; at = at.parentElement?.closest("[data-f]")) {
    if (isShown(kindOf(at)) && !found.includes(at.dataset.f)) found.push(at.dataset.f);
  }
  return found;
}

/** Brings a card into view within the record, where the record scrolls by itself. */
function showCard(card) {
  if (!card || getComputedStyle(record).overflowY !== "auto") return;
  const [inner, outer] = [card.getBoundingClientRect(), record.getBoundingClientRect()];
  const isSeen = inner.top >= Math.max(outer.top, 0) && inner.bottom <= Math.min(outer.bottom, innerHeight);
  if (!isSeen) record.scrollTop += inner.top - outer.top - record.clientHeight / 5;
}

let lit = [];
function light(facts) {
  if (facts.join() === lit.join()) return;
  for (const fact of lit) parts.get(fact)?.forEach((part) => part.classList.remove("lit"));
  for (const fact of facts) parts.get(fact)?.forEach((part) => part.classList.add("lit"));
  lit = facts;
}

document.addEventListener("pointerover", ({ target }) => {
  const facts = factsAt(target);
  light(facts);
  if (facts.length && target.closest("article")) showCard(byId(`f${facts[0]}`));
});
document.addEventListener("focusin", ({ target }) => {
  light(factsAt(target).slice(0, 1));
  if (target.matches(".ref")) showCard(byId(`f${target.id.slice(1)}`));
});

/** The labels of the facts that are shown, in the order of the article. */
const steps = () => all("article .ref").filter((ref) => ref.getClientRects().length > 0);
let now = null;

function choose(fact, focus = true) {
  if (now !== null) [byId(`t${now}`), ...(parts.get(now) ?? [])].forEach((part) => part?.classList.remove("now"));
  now = fact;
  const refs = steps();
  const ref = fact === null ? null : byId(`t${fact}`);
  byId("where").textContent = ref ? `${refs.indexOf(ref) + 1} of ${refs.length}` : "";
  byId("what").textContent = fact === null ? "Step through the facts" : byId(`f${fact}`).dataset.name;
  if (fact === null) return;
  [ref, ...parts.get(fact)].forEach((part) => part?.classList.add("now"));
  showCard(byId(`f${fact}`));
  if (!ref || !focus) return;
  ref.focus({ preventScroll: true });
  ref.scrollIntoView({ block: "center" });
}

function step(by) {
  const refs = steps();
  if (!refs.length) return;
  const at = refs.findIndex((ref) => ref.id === `t${now}`);
  const next = at < 0 ? (by > 0 ? 0 : refs.length - 1) : (at + by + refs.length) % refs.length;
  choose(refs[next].id.slice(1));
}

// A click chooses the innermost fact, another click at the same place the one around it.
document.addEventListener("click", ({ target }) => {
  if (target.closest("a, button, label, summary, input")) return;
  const facts = factsAt(target);
  if (!facts.length) return;
  const inArticle = Boolean(target.closest("article"));
  const next = inArticle ? facts[(facts.indexOf(now) + 1) % facts.length] : facts[0];
  choose(next, !inArticle);
});
byId("previous").addEventListener("click", () => step(-1));
byId("next").addEventListener("click", () => step(1));

const keys = {
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  u: () => byId("show-u").click(),
  Escape: () => {
    light([]);
    choose(null);
    document.querySelector(".keys").open = false;
  },
};
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  const single = event.key.length === 1 && !byId("use-keys").checked;
  if (typing || single || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

document.querySelector(".filters").addEventListener("change", () => {
  if (now !== null && !isShown(kindOf(byId(`f${now}`)))) choose(null);
});
document.querySelector(".stepper").hidden = false;
