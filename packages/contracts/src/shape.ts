/** What a mapping may put somewhere as it stands. */
export type Constant = string | number | boolean | null;

/** A MongoDB-style condition, as it was given: `{"user_country": {"$in": ["IN", "AE"]}}`. */
export type Filter = Readonly<Record<string, unknown>>;

/** What stands at one place of what a receiver gets: a field of the lead, a constant, or what a Liquid template makes. */
export type MappingRow = {
  /** Where: a name, or a path such as `contact.phones.0.value`. */
  target: string;
  /** What stands there where the lead says nothing of it. */
  default?: Constant;
} & ({ field: string } | { constant: Constant } | { template: string });

/** How a lead is written for a destination. */
export interface Mapping {
  /** Whether the receiver gets these alone, or beside all that it gets otherwise. */
  only: boolean;
  rows: readonly MappingRow[];
}

/** Which leads a destination gets, and how they are written for it; null: all, as its kind writes them. */
export interface Shape {
  filter: Filter | null;
  mapping: Mapping | null;
}

export const shapeLimits = {
  /** Rows of a mapping. */
  rows: 100,
  /** UTF-16 units of a target, a field's name, or a text that is compared. */
  text: 500,
  /** Of a constant. */
  constant: 2_000,
  /** Conditions of a filter, those within others among them. */
  conditions: 100,
  /** Conditions within one another. */
  depth: 6,
  /** Of all lists together that values are looked for in. */
  list: 500,
  /** UTF-16 units that a template of a mapping may make, and a body as JSON by its mapping. */
  made: 20_000,
  body: 500_000,
  /** As JSON, as it is stored. */
  stored: 100_000,
  /** Steps of a target's path, and the highest place in a list there. */
  steps: 8,
  places: 50,
} as const;
