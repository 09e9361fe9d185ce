import type { Played } from "../run/play-fault.ts";

const columns: [string, (played: Played) => string | number][] = [
  ["Fault", ({ name, about }) => `\`${name}\`: ${about}`],
  ["Acknowledged", ({ acknowledged }) => acknowledged],
  ["Stored", ({ stored }) => stored],
  ["Delivered", ({ delivered }) => delivered],
  ["Duplicates", ({ duplicates }) => duplicates],
  ["Waiting, held", ({ waiting }) => waiting],
  ["Open letters", ({ letters }) => letters],
  ["Cancelled, kept", ({ cancelled }) => cancelled],
  ["Extra sends", ({ extra }) => extra],
  ["Lost", ({ lost }) => lost],
  ["Verdict", ({ problems }) => (problems.length === 0 ? "held" : `**${problems.join(" · ")}**`)],
];

/** What was played, as the table of docs/reliability.md, with the sum of all. */
export function faultTable(played: readonly Played[]): string {
  const rows = played.map((each) =>
    columns.map(([, cell]) => String(cell(each)).replaceAll("|", "\\|").replaceAll(/\s+/g, " ")),
  );
  const lines = [
    columns.map(([title]) => title),
    columns.map((_, index) => (isNumber(index) ? "--:" : "---")),
  ];
  return [...lines, ...rows, sums(played)].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const isNumber = (index: number) => index > 0 && index < columns.length - 1;

const sums = (played: readonly Played[]) =>
  columns.map(([, cell], index) =>
    isNumber(index)
      ? String(played.reduce((sum, each) => sum + Number(cell(each)), 0))
      : index === 0
        ? `all ${played.length}`
        : verdictOf(played),
  );

/** The last cell: whether every fault held. */
function verdictOf(played: readonly Played[]): string {
  const broken = played.filter(({ problems }) => problems.length > 0).length;
  return broken === 0 ? "all held" : `**${broken} broken**`;
}
