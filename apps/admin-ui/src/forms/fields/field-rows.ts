import type { Schemas } from "../../api.ts";

/** A form's own field names → what they are to us. */
export type Mapping = Readonly<Record<string, string>>;
type Seen = Schemas["SeenFields"]["fields"][number];

/** A field of the form: seen, or named by its mapping, or only in a post that was refused. */
export interface FieldRow {
  id: string;
  name: string;
  /** In how many posts; 0: in none of those that are looked at. */
  posts: number;
  isRefused: boolean;
  sample: string | null;
  /** What its name alone says. */
  byName: string | null;
  /** What the form says; "": nothing, its name counts. */
  target: string;
  why: Seen["why"];
}

/** As the API compares names. */
const comparable = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/\[([^[\]]*)\]/g, (_, key: string) => (key.trim() === "" ? "" : `.${key.trim()}`));

const keyIn = (mapping: Mapping, name: string) =>
  Object.keys(mapping).find((theirs) => comparable(theirs) === comparable(name));

/** All fields of a form in one list: those that came, those that only its mapping names, those that only a refused post had. */
export function fieldRows(
  { fields }: Pick<Schemas["SeenFields"], "fields">,
  draft: Mapping,
  refused: readonly string[],
): FieldRow[] {
  const row = (name: string, seen: Seen | undefined, isRefused: boolean): FieldRow => {
    const key = keyIn(draft, name);
    const target = key === undefined ? "" : (draft[key] ?? "");
    const byName = seen === undefined || seen.why === "mapping" ? null : seen.taken_for;
    const usual = byName === null ? "none" : seen?.why === "outranked" ? "outranked" : "name";
    const why = target === "" ? usual : "mapping";
    return {
      id: name,
      name,
      posts: seen?.posts ?? 0,
      isRefused,
      sample: seen?.sample ?? null,
      byName,
      target,
      why,
    };
  };
  const names = new Set(fields.map(({ name }) => comparable(name)));
  const isNew = (name: string) => {
    const isMissing = !names.has(comparable(name));
    names.add(comparable(name));
    return isMissing;
  };
  return [
    ...fields.map((seen) => row(seen.name, seen, false)),
    ...refused.filter(isNew).map((name) => row(name, undefined, true)),
    ...Object.keys(draft)
      .filter(isNew)
      .map((name) => row(name, undefined, false)),
  ];
}

/** The mapping with one field taken for something else; "" leaves it to its name. An entry keeps its place. */
export function withTarget(mapping: Mapping, name: string, target: string): Mapping {
  const key = keyIn(mapping, name) ?? name;
  const { [key]: _, ...others } = mapping;
  return target === "" ? others : { ...mapping, [key]: target };
}

/** Whether two mappings say the same. */
export const isSameMapping = (one: Mapping, other: Mapping): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, target]) => other[name] === target);
