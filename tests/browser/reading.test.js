// The page of an article.

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { record, visit, workspace } from "./browser.js";
import { leastContrast } from "./contrast.js";
import { evidence, markedLines, marking } from "./places.js";

const SEED = "000_53a05d0e0d94e89c";
/** An article with something that could not be placed. */
const ODD = "cqc-tollgate-dental";
const KINDS = ["i", "r", "a", "s"];

const has = (page, selector, name) => page.locator(selector).evaluateAll((all, name) => all.map((e) => e.classList.contains(name)), name);
const focused = (page) => page.evaluate(() => document.activeElement.id);

for (const [name, folder] of [[SEED, "seeds"], [ODD, "tests/labelled"]]) {
  test(`every piece of evidence in ${name} is marked, from its first to its last character`, () =>
    visit(name, {}, async (page) => {
      const bytes = readFileSync(join(workspace, folder, `${name}.txt`));
      const lines = await page.evaluate(markedLines);
      const printed = bytes.toString("utf8").split("\n");
      for (const { number, text } of lines) assert.equal(text, printed[number - 1]);
      const places = evidence(record(name));
      assert.ok(places.length > 10, `${places.length} places`);
      for (const place of places) {
        const words = bytes.subarray(place.start, place.end).toString("utf8");
        assert.notDeepEqual(marking(place, bytes, lines), [], `${JSON.stringify(words)} has no mark of its own`);
      }
    }));
}

test("every mark has a card and every card with a place has a mark and a way there", () =>
  visit(SEED, {}, async (page) => {
    const marks = await page.locator("mark").evaluateAll((all) => [...new Set(all.map((mark) => mark.dataset.f))].sort());
    const cards = await page.locator(".fact:has(a[href^='#t'])").evaluateAll((all) => all.map((card) => card.dataset.f).sort());
    assert.deepEqual(marks, cards);
    const broken = await page.locator("a[href^='#']").evaluateAll((all) =>
      all.filter((link) => !document.getElementById(link.hash.slice(1))).map((link) => link.hash));
    assert.deepEqual(broken, []);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map((element) => element.id));
    assert.equal(new Set(ids).size, ids.length, "an id is given twice");
  }));

test("pointing at words lights their card, pointing at a card lights its words", () =>
  visit(SEED, {}, async (page) => {
    const mark = page.locator("mark.r").first();
    const fact = await mark.getAttribute("data-f");
    await mark.hover();
    assert.deepEqual(await has(page, `#f${fact}`, "lit"), [true]);
    await page.locator("h1").hover();
    assert.equal(await page.locator(".lit").count(), 0);
    await page.locator(`#f${fact}`).hover();
    assert.ok((await has(page, `mark[data-f="${fact}"]`, "lit")).every(Boolean));
    await page.locator("h1").hover();
    await page.locator(`#f${fact} a[href="#t${fact}"]`).focus();
    assert.ok((await has(page, `mark[data-f="${fact}"]`, "lit")).every(Boolean), "focus does what the pointer does");
  }));

test("a word of two facts lights both cards, and clicks choose one after the other", () =>
  visit(SEED, {}, async (page) => {
    const inner = page.locator("mark mark:not(:has(mark))").first();
    const facts = await inner.evaluate((mark) => {
      const around = [];
      for (let at = mark; at; at = at.parentElement.closest("mark")) around.push(at.dataset.f);
      return around;
    });
    assert.ok(facts.length > 1);
    await inner.hover();
    for (const fact of facts) assert.deepEqual(await has(page, `#f${fact}`, "lit"), [true]);
    for (const fact of facts) {
      await inner.click();
      assert.deepEqual(await has(page, `#f${fact}`, "now"), [true]);
    }
  }));

test("keys and buttons step through all facts in the order of the article", () =>
  visit(SEED, {}, async (page) => {
    const refs = await page.locator("article .ref").evaluateAll((all) => all.map((ref) => ref.id));
    for (const ref of refs) {
      await page.keyboard.press("j");
      assert.equal(await focused(page), ref);
      assert.ok(await page.locator(`#f${ref.slice(1)}`).evaluate((card) => card.classList.contains("now")));
    }
    assert.equal(await page.locator("#where").textContent(), `${refs.length} of ${refs.length}`);
    await page.keyboard.press("n");
    assert.equal(await focused(page), refs[0], "after the last comes the first");
    await page.keyboard.press("k");
    assert.equal(await focused(page), refs.at(-1));
    await page.locator("#previous").click();
    assert.equal(await focused(page), refs.at(-2));
    await page.keyboard.press("Enter");
    // The browser follows a link behind the key press, not within it.
    await page.waitForURL(`**/*#f${refs.at(-2).slice(1)}`, { timeout: 5000 });
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".now").count(), 0);
  }));

test("what is stepped to is in view on both sides", () =>
  visit(SEED, {}, async (page) => {
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press("j");
      const ref = await page.evaluate(() => document.activeElement.id);
      for (const selector of [`#${ref}`, `#f${ref.slice(1)} .tag`]) {
        const box = await page.locator(selector).first().boundingBox();
        assert.ok(box.y >= 0 && box.y + box.height <= 900, `${selector} is at ${box.y}`);
      }
    }
  }));

test("single keys can be turned off", () =>
  visit(SEED, {}, async (page) => {
    await page.locator(".keys summary").click();
    await page.locator("#use-keys").uncheck();
    await page.keyboard.press("j");
    assert.equal(await page.locator(".now").count(), 0);
  }));

test("a kind that is hidden has no marks, labels or cards, and is not stepped to", () =>
  visit(SEED, {}, async (page) => {
    for (const kind of KINDS) {
      await page.locator(`#show-${kind}`).uncheck();
      assert.equal(await page.locator(`:is(.ref, .fact).${kind}`).filter({ visible: true }).count(), 0, kind);
      const styles = await page.locator(`mark.${kind}`).evaluateAll((all) =>
        all.map((mark) => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).textDecorationLine].join()));
      assert.deepEqual([...new Set(styles)], ["rgba(0, 0, 0, 0),none"], kind);
      const left = await page.locator("article .ref").filter({ visible: true }).count();
      await page.keyboard.press("j");
      assert.match(await page.locator("#where").textContent(), left ? new RegExp(` of ${left}$`) : /^$/);
      await page.keyboard.press("Escape");
      if (kind !== "s") await page.locator(`#show-${kind}`).check();
    }
    assert.equal(await page.locator("mark.r").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine), "underline");
  }));

test("what nothing claimed is shown on demand", () =>
  visit(SEED, {}, async (page) => {
    const isMarked = () => page.locator(".u").nth(1).evaluate((free) => getComputedStyle(free).backgroundImage !== "none");
    assert.equal(await isMarked(), false);
    assert.equal(await page.locator(".free-note").filter({ visible: true }).count(), 0);
    await page.keyboard.press("u");
    assert.equal(await isMarked(), true);
    const notes = await page.locator(".free-note").filter({ visible: true }).allTextContents();
    assert.ok(notes.includes("Nothing was found in line 4."), notes.join(" "));
  }));

test("what could not be placed stands below the paragraph in which it occurs", () =>
  visit(ODD, {}, async (page) => {
    const note = page.locator("article .note").first();
    assert.ok(await note.isVisible());
    const [mark, number] = await note.evaluate((note) => [
      [...document.querySelectorAll(`mark.d[data-f="${note.dataset.f}"], #t${note.dataset.f}`)].length > 0,
      note.dataset.f,
    ]);
    assert.ok(mark, "its words are marked");
    assert.ok(await page.locator(`#f${number}`).isVisible(), "it is on record");
    await page.locator("#show-d").uncheck();
    assert.equal(await note.isVisible(), false);
  }));

for (const width of [360, 768, 1280, 2200]) {
  test(`nothing sticks out at ${width} pixels`, () =>
    visit(SEED, { viewport: { width, height: 800 } }, async (page) => {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      const [article, side] = [await page.locator("article").boundingBox(), await page.locator("#record").boundingBox()];
      const beside = side.x >= article.x + article.width;
      assert.equal(beside, width >= 1000);
      if (width < 1000) {
        const bar = await page.locator(".stepper").boundingBox();
        assert.equal(Math.round(bar.y + bar.height), 800, "the bar for stepping is at the bottom");
      }
    }));
}

for (const [colorScheme, name] of [["light", SEED], ["dark", SEED], ["light", ODD], ["dark", ODD]]) {
  test(`words of ${name} are told from what they stand on when it is ${colorScheme}`, () =>
    visit(name, { colorScheme }, async (page) => {
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]);
      assert.equal(Number(ground) < 100, colorScheme === "dark");
      const check = async (when) => {
        const { ratio, words } = await page.evaluate(leastContrast);
        assert.ok(ratio >= 4.5, `${when}: ${ratio.toFixed(2)} at ${JSON.stringify(words)}`);
      };
      await check("at first");
      for (const kind of KINDS) {
        const mark = page.locator(`mark.${kind}:not(:has(mark))`).first();
        if ((await mark.count()) === 0) continue;
        await mark.click();
        await check(`with ${kind} chosen`);
      }
      await page.keyboard.press("u");
      await check("with what nothing claimed");
    }));
}

test("printed, both sides stand below each other and the tools are gone", () =>
  visit(SEED, { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.locator(".tools").isVisible(), false);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    const side = page.locator("#record");
    assert.equal(await side.evaluate((record) => getComputedStyle(record).overflowY), "visible");
    const [article, record] = [await page.locator("article").boundingBox(), await side.boundingBox()];
    assert.ok(record.y >= article.y + article.height);
    await page.setViewportSize({ width: 680, height: 960 });
    const number = await page.locator(".line").first().evaluate((line) => getComputedStyle(line, "::after").content);
    assert.equal(number, '"1"', "a sheet of paper has the numbers of lines that the record names");
    assert.ok((await page.pdf()).length > 10_000);
  }));

test("without a script the page is whole", () =>
  visit(SEED, { javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator("mark.r").first().isVisible());
    assert.equal(await page.locator(".stepper").isVisible(), false);
    await page.locator("#show-r").uncheck();
    assert.equal(await page.locator(".fact.r").filter({ visible: true }).count(), 0);
  }));

test("a screen reader meets landmarks, headings and names", () =>
  visit(SEED, {}, async (page) => {
    for (const [role, name] of [["article", "The article"], ["region", "On record"], ["region", "Tools"], ["group", "Show"]]) {
      assert.equal(await page.getByRole(role, { name }).count(), 1, `${role} ${name}`);
    }
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((before, level) => (assert.ok(level <= before + 1, levels.join()), level));
    const nameless = await page.locator("a, button, input").evaluateAll((all) =>
      all.filter((element) => !(element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent).trim()).length);
    assert.equal(nameless, 0);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the article");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "article");
  }));
