/** Everything that `seeds/` holds, checked and compiled. */
export interface Knowledge {
  /** Hash of the compiled knowledge and the version of the engine: part of the key of every extraction. */
  readonly version: string;
}
