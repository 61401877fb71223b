/** What of a node is meant: every article, every name and every mention that is listed. */
export interface Part {
  /** Names or ids of articles. */
  readonly articles?: readonly string[];
  /** Names by which articles call it, as they are written. */
  readonly names?: readonly string[];
  /** Single mentions: name or id of the article and offsets. */
  readonly mentions?: readonly { readonly article: string; readonly start: number; readonly end: number }[];
}

/** What somebody wants to be otherwise, in the ids of the graph as it is. */
export type Decision =
  /** These nodes are one; those of several kinds only where `acrossKinds` says that this is meant. */
  | { readonly type: "merge"; readonly ids: readonly string[]; readonly acrossKinds?: boolean }
  /** A part of a node is another one. */
  | { readonly type: "split"; readonly id: string; readonly part: Part }
  /** These two nodes are two, and stay two. */
  | { readonly type: "different"; readonly ids: readonly [string, string] }
  /** A node is called so: in one language, or wherever a label is shown. */
  | { readonly type: "rename"; readonly id: string; readonly name: string; readonly language?: string }
  /** These facts are wrong, these nodes are nothing. */
  | { readonly type: "reject"; readonly ids: readonly string[] }
  | { readonly type: "note"; readonly id: string; readonly text: string }
  /** Takes a verdict back, or puts it in force again. Default: the last one. */
  | { readonly type: "undo"; readonly verdict?: string }
  | { readonly type: "redo"; readonly verdict?: string };
