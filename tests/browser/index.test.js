// The list of all articles.

import { test } from "node:test";
import assert from "node:assert/strict";
import { visit } from "./browser.js";
import { leastContrast } from "./contrast.js";

const column = (page, number) =>
  page.locator(`#page tr > :nth-child(${number})`).evaluateAll((all) => all.map((cell) => (cell.querySelector("a") ?? cell).textContent));
const sorted = (page) => page.locator("#list thead th").evaluateAll((all) => all.map((header) => header.ariaSort));

test("every article has a row that leads to its page", () =>
  visit("index", {}, async (page) => {
    const links = await page.locator("#page th a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 80, `${links.length} rows`);
    assert.ok(links.includes("./000_53a05d0e0d94e89c.html"));
  }));

test("a column is sorted one way, then the other, and says so", () =>
  visit("index", {}, async (page) => {
    const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;
    await page.getByRole("button", { name: "Article" }).click();
    assert.deepEqual(await sorted(page), ["ascending", ...Array(8).fill("none")]);
    const titles = await column(page, 1);
    assert.deepEqual(titles, [...titles].sort(compare));
    await page.getByRole("button", { name: "Article" }).click();
    assert.equal((await sorted(page))[0], "descending");
    await page.getByRole("button", { name: "Statements" }).focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await sorted(page), [...Array(7).fill("none"), "descending", "none"]);
    const counts = (await column(page, 8)).map(Number);
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
    await page.getByRole("button", { name: "Inspected" }).click();
    const bodies = await column(page, 5);
    const named = bodies.filter(Boolean);
    assert.deepEqual(bodies.slice(0, named.length), named, "what is not known comes last");
  }));

test("the worst grade comes first when grades are sorted", () =>
  visit("index", {}, async (page) => {
    await page.getByRole("button", { name: "Grades" }).click();
    const worst = await page.locator("#page tr > :nth-child(6)").evaluateAll((all) => all.map((cell) => cell.dataset.k));
    const known = worst.filter(Boolean).map(Number);
    assert.deepEqual(known, [...known].sort((a, b) => b - a));
    assert.ok(worst.slice(known.length).every((key) => key === ""));
  }));

test("days are sorted as days, the latest first, and what is not known comes last", () =>
  visit("index", {}, async (page) => {
    const days = () => page.locator("#page tr > .day").evaluateAll((all) => all.map((cell) => cell.dataset.k));
    await page.getByRole("button", { name: "Published" }).click();
    assert.equal((await sorted(page))[1], "descending");
    const known = (await days()).filter(Boolean);
    assert.ok(new Set(known).size > 3, known.join());
    assert.deepEqual(await days().then((all) => all.slice(0, known.length)), [...known].sort().reverse());
    const shown = await page.locator("#page tr > .day").first().textContent();
    assert.equal(new Date(`${shown} UTC`).toISOString().slice(0, 10), known[0]);
    await page.getByRole("button", { name: "Published" }).click();
    assert.deepEqual(await days().then((all) => all.slice(0, known.length)), [...known].sort());
  }));

test("who looks for an article meets the search first", () =>
  visit("index", { viewport: { width: 360, height: 640 } }, async (page) => {
    const box = await page.getByLabel("Search").boundingBox();
    assert.ok(box.y + box.height < 640, `the search is at ${box.y}`);
    await page.getByRole("navigation").getByRole("link", { name: "Grades by inspectorate and area" }).click();
    const pictures = await page.getByRole("heading", { name: "Grades by inspectorate and area" }).boundingBox();
    assert.ok(pictures.y >= 0 && pictures.y < 640, `the pictures are at ${pictures.y}`);
  }));

test("a grade that is given more than once says how often, and a number is called a grade", () =>
  visit("index", {}, async (page) => {
    const grades = await page.locator("#page .grade").evaluateAll((all) => all.map((chip) => [chip.textContent, chip.title]));
    const often = grades.filter(([text]) => /^\d+ × \S/.test(text));
    assert.ok(often.length > 10, `${often.length} of ${grades.length}`);
    for (const [text, title] of often) assert.ok(title.endsWith(`given ${parseInt(text, 10)} times`), `${text}: ${title}`);
    assert.ok(grades.every(([text]) => !/^\d+$|×\s*\d+$/.test(text)), JSON.stringify(grades.filter(([text]) => /\d$/.test(text))));
    assert.match(await page.locator("#articles .hint").textContent(), /^2 × Good is Good given twice/);
  }));

test("printed, every article is there, on white", () =>
  visit("index", { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    assert.equal(await page.locator(".search").isVisible(), false);
    assert.ok((await page.pdf()).length > 10_000);
    const [shown, all] = await page.evaluate(() => [document.querySelectorAll("#page tr").length, rows.length]);
    assert.equal(shown, all);
  }));

test("a search leaves the rows that hold all its words", () =>
  visit("index", {}, async (page) => {
    await page.getByLabel("Search").fill("ofsted INADEQUATE");
    const rows = await page.locator("#page tr").allTextContents();
    assert.ok(rows.length > 0 && rows.every((row) => /ofsted/i.test(row) && /inadequate/i.test(row)), rows.join("\n"));
    assert.match(await page.getByRole("status").textContent(), new RegExp(`^${rows.length} articles? that match`));
    await page.getByLabel("Search").fill("no such words");
    assert.equal(await page.locator("#page tr").count(), 0);
    await page.getByLabel("Search").fill("");
    assert.ok((await page.locator("#page tr").count()) > 80);
  }));

test("a picture has a name, a description and a table that says the same", () =>
  visit("index", {}, async (page) => {
    const picture = page.getByRole("img", { name: "Grades given by CQC on the scale cqc, by area" });
    assert.equal(await picture.count(), 1);
    const figure = page.locator("figure", { has: picture });
    const drawn = await picture.locator(".count").allTextContents();
    await figure.locator("summary").click();
    const told = await figure.locator("tbody td").allTextContents();
    assert.deepEqual(told.filter((count) => count !== "0"), drawn);
  }));

for (const width of [360, 768, 1280]) {
  test(`nothing sticks out at ${width} pixels`, () =>
    visit("index", { viewport: { width, height: 800 } }, async (page) => {
      for (const summary of await page.locator("summary").all()) {
        if (await summary.isVisible()) await summary.click();
      }
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }));
}

for (const colorScheme of ["light", "dark"]) {
  test(`words are told from what they stand on when it is ${colorScheme}`, () =>
    visit("index", { colorScheme }, async (page) => {
      const { ratio, words } = await page.evaluate(leastContrast);
      assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} at ${JSON.stringify(words)}`);
    }));
}

test("without a script every row is there", () =>
  visit("index", { javaScriptEnabled: false }, async (page) => {
    assert.ok((await page.locator("#rows tr").filter({ visible: true }).count()) > 80);
    assert.equal(await page.locator(".search").isVisible(), false);
  }));
