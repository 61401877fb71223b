/** Letters that system fonts often lack. */
const SAMPLE = "وزیر خارجہ نے کہا ہے۔";
const FAMILIES: readonly string[] = ["Noto Sans Arabic", "Noto Nastaliq Urdu"];

/**
 * Loads the fonts for Urdu. A canvas draws with what is there and does not draw again, so this comes before the first
 * picture. A font that cannot be loaded is no reason to show nothing: the browser then takes another one.
 */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(FAMILIES.map((family) => document.fonts.load(`16px "${family}"`, SAMPLE)));
}
