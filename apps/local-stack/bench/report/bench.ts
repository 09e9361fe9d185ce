/** One number of a bench and what is wanted of it (docs/performance.md). */
export interface Figure {
  /** Key of the JSON object; null for a line that only the table shows. */
  key: string | null;
  label: string;
  value: number;
  target?: Target;
}

/** What must be reached and what we aim at, both reached when the value is at most, or at least, that much. */
export interface Target {
  bound: "at most" | "at least";
  must: number;
  aim?: number;
}

export interface Bench {
  /** One line for whoever asks which benches there are. */
  about: string;
  /** `note` reports progress while it runs. */
  run(note: (text: string) => void): Promise<Figure[]>;
}
