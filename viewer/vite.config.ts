import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { preact } from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Builds the page into `dist/viewer`, and with the mode `file` the page that is put into one file with its graph, which
 * answers itself what a server is asked elsewhere. Its addresses are relative, so it works below any path.
 */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preact(), fontLicences(["@fontsource/noto-sans-arabic", "@fontsource/noto-nastaliq-urdu"])],
  build: {
    outDir: mode === "file" ? "../dist/viewer/file" : "../dist/viewer",
    emptyOutDir: true,
    // The server's policy lets in files of its own only: no data: addresses, no script inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What is one file fetches nothing more.
    ...(mode === "file" ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    license: { fileName: "licenses.md" },
  },
}));

/** Lays the licences of the fonts beside them, as the SIL Open Font License asks; `build.license` covers scripts only. */
function fontLicences(packages: readonly string[]): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: "font-licences",
    generateBundle() {
      const texts = packages.map((name) => `${name}\n\n${readFileSync(require.resolve(`${name}/LICENSE`), "utf8")}`);
      this.emitFile({ type: "asset", fileName: "licenses-fonts.txt", source: texts.join("\n\n") });
    },
  };
}
