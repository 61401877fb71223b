/** Letters that system fonts often lack. */
const SAMPLE = "وزیر خارجہ نے کہا ہے۔";
/** In which the picture writes names. */
const FONTS: readonly string[] = [
  '16px "Noto Sans Arabic"',
  '600 16px "Noto Sans Arabic"',
  '16px "Noto Nastaliq Urdu"',
];

/**
 * Loads the fonts for Urdu. A canvas draws with what is there and does not draw again, so this comes before the first
 * picture. A font that cannot be loaded is no reason to show nothing: the browser then takes another one.
 */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(FONTS.map((font) => document.fonts.load(font, SAMPLE)));
}
