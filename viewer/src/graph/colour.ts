/** Mixes two colours, `#rrggbb` or `#rgb` as the build shortens them; `share` is that of the first. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channelsOf(first), channelsOf(second)];
  const mixed = a.map((channel, index) => Math.round(channel * share + (b[index] ?? 0) * (1 - share)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(colour: string): readonly number[] {
  const digits = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/gi, "$&$&") : colour;
  return [1, 3, 5].map((from) => Number.parseInt(digits.slice(from, from + 2), 16));
}
