/** One number of a bench and what the design wants of it. */
export interface Figure {
  /** Key of the JSON object; null for a line that only the table shows. */
  key: string | null;
  label: string;
  value: number;
  target?: Target;
}

/** `must` and `aim` of design section 9, both reached when the value is at most, or at least, that much. */
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
