import type { components } from "@leadrelay/client/schema.gen";

type Elsewhere = components["schemas"]["Replay"]["elsewhere"];
type Filter = NonNullable<Elsewhere[number]["filter"]>;

/** What else waits where a plan came to nothing, and below each the command that plans it. */
export const elsewhereWords = (elsewhere: Elsewhere): string =>
  elsewhere
    .flatMap(({ meaning, filter }) => [
      `${meaning}:`,
      filter === null ? "leadrelay queue status" : ["leadrelay queue replay", ...flagsOf(filter)].join(" "),
    ])
    .join("\n");

const flagsOf = ({ status, kinds = [], client_ids = [], destination_ids = [] }: Filter): string[] => [
  `--status ${status}`,
  ...kinds.map((kind) => `--kind ${kind}`),
  ...client_ids.map((id) => `--client ${id}`),
  ...destination_ids.map((id) => `--destination ${id}`),
];
