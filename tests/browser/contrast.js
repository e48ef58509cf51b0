// Runs in the page: the least contrast between words and what they stand on.

/** The visible text of least contrast, as `{ ratio, words }`; WCAG AA asks for 4.5. */
export function leastContrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const behind = (element) => {
    if (!element) return [255, 255, 255, 1];
    const color = rgba(getComputedStyle(element).backgroundColor);
    return color[3] === 1 ? color : over(color, behind(element.parentElement));
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let least = { ratio: 21, words: "" };
  const measure = (element, color, words, ground = behind(element)) => {
    const [dark, light] = [luminance(over(rgba(color), ground)), luminance(ground)].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < least.ratio) least = { ratio, words: words.trim().slice(0, 60) };
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("svg, script")) continue;
    measure(element, getComputedStyle(element).color, texts.currentNode.data);
  }
  for (const count of document.querySelectorAll("svg .count")) {
    const { fill, fillOpacity } = getComputedStyle(count.previousElementSibling);
    const ground = over([...rgba(fill).slice(0, 3), Number(fillOpacity)], behind(count.closest("figure")));
    measure(count, getComputedStyle(count).fill, count.textContent, ground);
  }
  for (const ref of document.querySelectorAll(".ref")) {
    measure(ref, getComputedStyle(ref, "::before").color, ref.dataset.n);
  }
  return least;
}
