import { InvalidArgumentError, type Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import type { Constant } from "@leadrelay/contracts/shape";
import { usageFailure } from "../../exit/failure.ts";

type Shape = NonNullable<components["schemas"]["DestinationShape"]>;
type Row = NonNullable<Shape["mapping"]>["rows"][number];

/** Gathers rows in the order in which they were typed, whatever option each is of. */
function rowReader() {
  const rows: Row[] = [];
  const defaults = new Map<string, Constant>();
  const pair = (text: string): [target: string, value: string] => {
    const at = text.indexOf("=");
    const target = text.slice(0, at).trim();
    if (at < 1 || target === "") throw new InvalidArgumentError("It should be written as target=value.");
    return [target, text.slice(at + 1).trim()];
  };
  const adding = (make: (target: string, value: string) => Row) => (text: string) => {
    rows.push(make(...pair(text)));
    return rows;
  };
  return {
    rows,
    defaults,
    field: adding((target, field) => ({ target, field })),
    template: adding((target, template) => ({ target, template })),
    constant: adding((target, value) => ({ target, constant: constantOf(value) })),
    usual: (text: string) => {
      const [target, value] = pair(text);
      return defaults.set(target, constantOf(value));
    },
  };
}

/** A number, true, false or null as such, where it is written as JSON writes it; all else as the text it is. */
function constantOf(text: string): Constant {
  if (/^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?|true|false|null|".*")$/s.test(text)) {
    try {
      return JSON.parse(text) as Constant;
    } catch {
      return text;
    }
  }
  return text;
}

const collect = (text: string, before: string[] = []) => [...before, text];

/** Adds what says which leads a destination gets, and how they are written. */
export function withShapeOptions<Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) {
  const read = rowReader();
  return {
    read,
    command: command
      .option(
        "--only <words>",
        "leads that meet this go there: 'country is IN'; or MongoDB-style JSON; may be repeated",
        collect,
      )
      .option("--all-leads", "all leads go there: no filter")
      .option(
        "--field <target=field>",
        "a field of the lead, under another name; may be repeated",
        read.field,
      )
      .option(
        "--map <target=template>",
        "what a Liquid template makes: 'title = {{ first_name }}'; may be repeated",
        read.template,
      )
      .option("--const <target=value>", "the same for every lead; may be repeated", read.constant)
      .option("--default <target=value>", "where the lead says nothing of it; may be repeated", read.usual)
      .option(
        "--alone",
        "the receiver gets these rows and nothing else; without: beside all that it gets otherwise",
      )
      .option("--as-usual", "no mapping: written as its kind does")
      .addHelpText("after", help),
  };
}

const help = `
Words of a filter: is, is not, is one of, is none of, is more than, is at least, is less than, is at most, is after, is before, contains, does not
contain, is given, is blank; joined by "and". Fields are ours (docs/mapping.md), or the form's own: fields.budget.

  leadrelay shape set <id> --only 'country is IN and fields.budget is at least 5000'
  leadrelay shape set <id> --alone --field lead_name=first_name --const source=LeadRelay --map 'title = {{ first_name }} from {{ city }}'

What is not named stays as it is: a filter without --only or --all-leads, a mapping without rows and --as-usual.`;

/** Options as they were typed. */
export interface ShapeOptions {
  only?: string[] | undefined;
  allLeads?: true | undefined;
  alone?: true | undefined;
  asUsual?: true | undefined;
}

/** The shape that options ask for, over the one there is. */
export function shapeOf(
  { only, allLeads, alone, asUsual }: ShapeOptions,
  { rows, defaults }: Pick<ReturnType<typeof rowReader>, "rows" | "defaults">,
  before: Shape | null,
) {
  const rowless = [...defaults.keys()].find((target) => !rows.some((row) => row.target === target));
  if (rowless !== undefined)
    throw usageFailure(
      `--default ${rowless}=… says nothing alone: give its row too, such as --field ${rowless}=….`,
    );
  if (alone === true && rows.length === 0 && before?.mapping == null)
    throw usageFailure("--alone goes with rows of a mapping: give --field, --const or --map.");
  const given = rows.map((row): Row => {
    const usual = defaults.get(row.target);
    return usual === undefined ? row : { ...row, default: usual };
  });
  const mapping = given.length > 0 ? { only: alone === true, rows: given } : (before?.mapping ?? null);
  return {
    filter: allLeads === true ? null : only === undefined ? (before?.filter ?? null) : filterOf(only),
    mapping:
      asUsual === true
        ? null
        : mapping === null
          ? null
          : { ...mapping, ...(alone === true ? { only: true } : {}) },
  };
}

function filterOf(only: readonly string[]): string | Record<string, unknown> {
  const read = only.map((text) => (text.trimStart().startsWith("{") ? jsonOf(text) : text));
  const [first = ""] = read;
  if (read.length === 1) return first;
  if (read.every((one) => typeof one === "string")) return read.join(" and ");
  throw new InvalidArgumentError('Several conditions in JSON are one: {"$and": [ … ]}.');
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new InvalidArgumentError("This is no JSON.");
  }
}
