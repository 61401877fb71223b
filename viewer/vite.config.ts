import { fileURLToPath } from "node:url";
import { preact } from "@preact/preset-vite";
import { defineConfig } from "vite";

/** Builds the page into `dist/viewer`. Its addresses are relative, so it works below any path. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preact()],
  build: {
    outDir: "../dist/viewer",
    emptyOutDir: true,
    // The server's policy lets in files of its own only: no data: addresses, no script inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "licenses.md" },
  },
});
