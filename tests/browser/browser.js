// One browser for a file of tests. The pages come from files: they must not ask for anything else.

import { after, before } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

// The packages may lie elsewhere than beside these files.
const packages = resolve(process.env.ONRECORD_NODE_MODULES ?? here, "package.json");
const { chromium } = createRequire(packages)("playwright-core");

/** The folder of `cargo xtask export --format yaml,html`. */
const pages = process.env.ONRECORD_PAGES;
assert.ok(pages, "ONRECORD_PAGES is the folder that `cargo xtask export --format yaml,html --out` wrote");

export const address = (name) => pathToFileURL(resolve(pages, "html", `${name}.html`)).href;
export const record = (name) => readFileSync(resolve(pages, "yaml", `${name}.yaml`), "utf8");
export const workspace = resolve(here, "../..");

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    chromiumSandbox: process.getuid?.() !== 0,
  });
});
after(() => browser?.close());

/** Opens a page, does something with it, and fails where it complained or asked for another file. */
export async function visit(name, options, check) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => complaints.push(request.url()));
  try {
    await page.goto(address(name));
    await check(page);
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints.filter((text) => text !== address(name)), []);
}
