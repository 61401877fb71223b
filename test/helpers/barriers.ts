import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** How the page can look, by what the system asks for. That it can be dark with more contrast is a matter of its colours alone. */
const LOOKS = [
  { name: "light", colorScheme: "light", contrast: "no-preference" },
  { name: "dark", colorScheme: "dark", contrast: "no-preference" },
  { name: "more contrast", colorScheme: "light", contrast: "more" },
] as const;

/** Barriers that nobody may meet. What axe calls minor is a matter of taste. */
const GRAVE: readonly unknown[] = ["moderate", "serious", "critical"];

/** Expects that nothing of what the page shows now keeps anybody out, in any of its looks. */
export async function expectNoBarriers(page: Page, view: string): Promise<void> {
  const barriers: string[] = [];
  for (const [index, { name, ...media }] of LOOKS.entries()) {
    await page.emulateMedia(media);
    // What is no matter of colour is the same in all looks.
    for (const { id, impact, nodes } of await violations(page, index === 0 ? [] : ["color-contrast"])) {
      if (!GRAVE.includes(impact)) continue;
      barriers.push(
        ...nodes.map(({ target, failureSummary }) => `${name}: ${id} ${target.join(" ")}: ${failureSummary}`),
      );
    }
  }
  expect({ view, barriers }).toEqual({ view, barriers: [] });
}

/** Runs these rules of axe, or all. Its own driver would load it into the page for each run, which takes most of the time. */
async function violations(page: Page, rules: readonly string[]): Promise<AxeResults["violations"]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  return await page.evaluate(async (runOnly) => {
    const found = globalThis as unknown as {
      axe: { run: (options: unknown) => Promise<AxeResults> };
    };
    // Not yet usual with axe: targets of 24 pixels, or as far from each other.
    const every = { rules: { "target-size": { enabled: true } } };
    // Style sheets are read as they apply: to parse them again axe would need styles that the page's policy forbids.
    const options = { resultTypes: ["violations"], preload: false, ...(runOnly.length === 0 ? every : { runOnly }) };
    return (await found.axe.run(options)).violations;
  }, rules);
}
