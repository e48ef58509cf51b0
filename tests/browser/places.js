// What the record says stands where, against what the page marks.

/** Every stretch of evidence in a record, as the byte offsets of its YAML have it. */
export function evidence(yaml) {
  const found = yaml.matchAll(/^ *(?:- )?start: (\d+)\n *end: (\d+)$/gm);
  return [...found].map(([, start, end]) => ({ start: Number(start), end: Number(end) }));
}

/** Runs in the page: for each line the words, and for each of its characters the facts it is marked for. */
export function markedLines() {
  return [...document.querySelectorAll("article p[data-line]")].map((line) => {
    const facts = [];
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const around = [];
      for (let mark = texts.currentNode.parentElement.closest("mark"); mark; mark = mark.parentElement.closest("mark")) {
        around.push(mark.dataset.f);
      }
      for (let i = 0; i < texts.currentNode.length; i += 1) facts.push(around);
    }
    return { number: Number(line.dataset.line), text: line.textContent, facts };
  });
}

/** The facts that are marked on every character of a stretch, and not on those right before and behind it. */
export function marking({ start, end }, bytes, lines) {
  const text = bytes.toString("utf8");
  const at = (offset) => bytes.subarray(0, offset).toString("utf8").length;
  const [from, to] = [at(start), at(end)];
  const place = (offset) => {
    const before = text.slice(0, offset).split("\n");
    const line = lines.find(({ number }) => number === before.length);
    return line?.facts[before.at(-1).length] ?? [];
  };
  const inside = [];
  for (let offset = from; offset < to; offset += 1) {
    if (text[offset] !== "\n") inside.push(place(offset));
  }
  const everywhere = inside[0].filter((fact) => inside.every((facts) => facts.includes(fact)));
  const spills = (fact) => place(from - 1).includes(fact) || place(to).includes(fact);
  return everywhere.filter((fact) => !spills(fact));
}
