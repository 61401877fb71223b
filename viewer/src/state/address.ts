import { type Facet, FACETS, type FacetValues } from "./facets.ts";
import { type Dock, DOCKS } from "./store.ts";
import { readSelection, type Selection, writeSelection } from "./selection.ts";
import { type Filters, LABEL_LEVELS, type Look, type Place, type View } from "./view.ts";

/** Where the camera is. */
export interface CameraPlace {
  /** What is in the middle, in the coordinates of the layout. */
  readonly x: number;
  readonly y: number;
  /** How far the smaller side of the picture reaches, in the same. */
  readonly ratio: number;
}

/** All that a link carries. */
export interface Address {
  readonly selection: Selection;
  readonly view: View;
  readonly dock?: Dock;
  readonly camera?: CameraPlace;
}

/** Sets of nodes by the name of their parameter. */
const SETS = { away: "hidden", asked: "shown", picked: "picked" } as const;

/**
 * The part of an address behind `#`, or nothing for the first view. It tells only what differs from the first view, in
 * words, so that a link stays readable and leads to the same in a graph that has grown.
 */
export function toHash({ selection, view, dock, camera }: Address, first: View): string {
  const parameters = new URLSearchParams();
  writeSelection(selection, parameters);
  const { filters, look } = view;
  for (const facet of FACETS) {
    const [off, usual] = [filters.off[facet], first.filters.off[facet]];
    for (const value of off) if (!usual.has(value)) parameters.append(`no-${facet}`, value);
    for (const value of usual) if (!off.has(value)) parameters.append(`also-${facet}`, value);
  }
  if (filters.from !== undefined) parameters.set("since", filters.from);
  if (filters.to !== undefined) parameters.set("until", filters.to);
  if (filters.undated) parameters.set("undated", "yes");
  if (filters.confidence > 0) parameters.set("confidence", String(filters.confidence));
  if (filters.unconnected) parameters.set("unconnected", "yes");
  if (view.stage !== undefined && view.stage !== first.stage) {
    // A stage without nodes is not the same as none.
    if (view.stage.size === 0) parameters.append("stage", "");
    for (const id of view.stage) parameters.append("stage", id);
  }
  for (const [set, name] of Object.entries(SETS)) {
    for (const id of view[set as keyof typeof SETS]) parameters.append(name, id);
  }
  for (const [id, { x, y }] of view.pinned) parameters.append("pin", `${x},${y},${id}`);
  for (const name of ["colour", "size", "labels"] as const) {
    if (look[name] !== first.look[name]) parameters.set(name, look[name]);
  }
  if (dock !== undefined) parameters.set("dock", dock);
  if (camera !== undefined) parameters.set("camera", [camera.x, camera.y, camera.ratio].map(round).join(","));
  const text = parameters.toString();
  return text === "" ? "" : `#${text}`;
}

/** Reads what `toHash` wrote. What cannot be read is as in the first view. */
export function fromHash(hash: string, first: View, values: FacetValues): Address {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const stage = parameters.getAll("stage");
  const set = (name: string): ReadonlySet<string> => new Set(parameters.getAll(name));
  const dock = DOCKS.find((name) => name === parameters.get("dock"));
  const camera = numbers(parameters.get("camera") ?? "", 3);
  return {
    selection: readSelection(parameters),
    view: {
      filters: readFilters(parameters, first.filters, values),
      stage: stage.length === 0 ? first.stage : new Set(stage.filter((id) => id !== "")),
      away: set(SETS.away),
      asked: set(SETS.asked),
      picked: set(SETS.picked),
      pinned: new Map(parameters.getAll("pin").flatMap(readPin)),
      look: readLook(parameters, first.look),
    },
    ...(dock === undefined ? {} : { dock }),
    ...(camera === undefined ? {} : { camera: { x: camera[0] ?? 0, y: camera[1] ?? 0, ratio: camera[2] ?? 1 } }),
  };
}

function readFilters(parameters: URLSearchParams, first: Filters, values: FacetValues): Filters {
  const off = Object.fromEntries(
    FACETS.map((facet): [Facet, ReadonlySet<string>] => {
      const known = new Set(values[facet]);
      const listed = (name: string): readonly string[] =>
        parameters.getAll(`${name}-${facet}`).filter((value) => known.has(value));
      const also = new Set(listed("also"));
      return [facet, new Set([...first.off[facet], ...listed("no")].filter((value) => !also.has(value)))];
    }),
  ) as Record<Facet, ReadonlySet<string>>;
  const day = (name: string): string | undefined => {
    const text = parameters.get(name) ?? "";
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
  };
  const confidence = Number(parameters.get("confidence") ?? 0);
  return {
    off,
    from: day("since"),
    to: day("until"),
    undated: parameters.get("undated") === "yes",
    confidence: confidence >= 0 && confidence <= 1 ? confidence : 0,
    unconnected: parameters.get("unconnected") === "yes",
  };
}

function readLook(parameters: URLSearchParams, first: Look): Look {
  const one = <Value extends string>(name: string, known: readonly Value[], usual: Value): Value =>
    known.find((value) => value === parameters.get(name)) ?? usual;
  return {
    colour: one("colour", ["kind", "community"], first.colour),
    size: one("size", ["facts", "texts"], first.size),
    labels: one("labels", LABEL_LEVELS, first.labels),
  };
}

function readPin(text: string): readonly (readonly [string, Place])[] {
  const match = /^([^,]+,[^,]+),(.+)$/s.exec(text);
  const [x, y] = numbers(match?.[1] ?? "", 2) ?? [];
  return x === undefined || y === undefined || match?.[2] === undefined ? [] : [[match[2], { x, y }]];
}

function numbers(text: string, count: number): readonly number[] | undefined {
  const found = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return found.length === count && found.every(Number.isFinite) ? found : undefined;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
