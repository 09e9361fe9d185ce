/** What the contract has to be told of a kind, because only its receiver's documentation knows it. */
export interface AdapterExample {
  /** Settings with every secret that there can be. */
  settings: Record<string, unknown>;
  /** The parts of `settings` that nobody is ever shown; each is in some of `wrong`, too. */
  secrets: readonly string[];
  /** Settings that are wrong, each with the setting that has to be named. */
  wrong: readonly (readonly [settings: unknown, setting: string])[];
  /** The body with which the receiver says that it took a lead. */
  takenBody: string;
  /** The longest body that it reads. */
  mostBodyBytes: number;
}
