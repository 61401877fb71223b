import type { Preferences } from "./state/preferences.ts";

/**
 * Lets the page look as its reader likes, and as the system does where that is asked for: the style sheet and the picture
 * go by these attributes of the root. Returns what stops following the system.
 */
export function applyTheme({ theme, urdu }: Preferences): () => void {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const apply = (): void => {
    root.dataset["theme"] = theme === "dark" || (theme !== "light" && dark.matches) ? "dark" : "light";
    root.dataset["contrast"] = theme === "contrast" || (theme === "system" && contrast.matches) ? "more" : "usual";
    root.dataset["urdu"] = urdu;
  };
  apply();
  dark.addEventListener("change", apply);
  contrast.addEventListener("change", apply);
  return () => {
    dark.removeEventListener("change", apply);
    contrast.removeEventListener("change", apply);
  };
}
