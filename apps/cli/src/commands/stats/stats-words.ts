import type { components } from "@leadrelay/client/schema.gen";
import { countedOutcomes } from "@leadrelay/contracts/counted-outcomes";
import type { Paint } from "../../output/paint.ts";
import { renderDetails } from "../../output/render-details.ts";
import { renderTable, type Column } from "../../output/render-table.ts";
import { figuresWords, openLetters, seconds } from "../shared/figures-words.ts";

type Statistics = components["schemas"]["Statistics"];
type Figures = components["schemas"]["StatisticsFigures"];
type Row = Figures & { of: string | null };

/** The whole period in a few lines, and a line for each of what was asked for. */
export function statsWords(
  counted: Statistics,
  { by, names }: { by: string; names: ReadonlyMap<string, string> },
  paint: Paint,
): string {
  const { from, to, totals, open_dead_letters: letters } = counted;
  const whole = renderDetails(
    [
      ["Days (UTC)", from === to ? from : `${from} to ${to}`],
      ...figuresWords(totals, paint),
      ["Success", percent(totals.deliveries.success_rate) ?? undefined],
      openLetters(letters.total, totals.deliveries.dead, paint),
    ],
    paint,
  );
  const rows: Row[] =
    by === "day"
      ? counted.days.filter(isBusy).map(({ date, ...figures }) => ({ of: date, ...figures }))
      : counted.groups.map(({ id, ...figures }) => ({ of: id ?? "unknown", ...figures }));
  if (rows.length === 0) return whole;
  // No destination has submissions of its own.
  const came =
    by === "destination"
      ? []
      : [
          ...cameIn,
          ...silenced.filter(({ of }) => rows.some((row) => of(row) > 0)).map(({ column }) => column),
        ];
  const columns = [
    ...came,
    ...arrived.filter(({ title }) => title !== "MENDED" || rows.some(isMended)),
    ...told.filter(({ of }) => rows.some((row) => of(row) > 0)).map(({ column }) => column),
  ];
  const first: Column<Row>[] = [
    { title: by.toUpperCase(), value: ({ of }) => of },
    ...(names.size === 0 ? [] : [{ title: "NAME", value: ({ of }: Row) => names.get(of ?? "") ?? null }]),
  ];
  return `${whole}\n${renderTable([...first, ...columns], rows, paint)}`;
}

/** Whether anything came in, was refused, arrived, died, or was told of leads since. */
export const isBusy = ({ submissions, refused, honeypot, deliveries, outcomes }: Figures): boolean =>
  submissions.total + refused.total + honeypot.total + deliveries.delivered + deliveries.dead > 0 ||
  Object.values(outcomes).some((count) => count > 0);

const isMended = ({ deliveries }: Figures): boolean => deliveries.mended > 0;

const count = (title: string, value: (row: Row) => number): Column<Row> => ({ title, value, align: "right" });

const cameIn: Column<Row>[] = [
  count("CAME IN", ({ submissions }) => submissions.total),
  count("NEW", ({ submissions }) => submissions.new_lead),
  count("REENGAGED", ({ submissions }) => submissions.reengaged),
  count("DUPLICATE", ({ submissions }) => submissions.duplicate),
  count("TEST", ({ submissions }) => submissions.test),
  count("BLOCKED", ({ submissions }) => submissions.blocked),
];

/** Columns that stand only where there is anything in them. */
const silenced = [
  { title: "REFUSED", of: ({ refused }: Figures) => refused.total },
  { title: "HONEYPOT", of: ({ honeypot }: Figures) => honeypot.total },
].map(({ title, of }) => ({ of, column: count(title, of) }));

/** What became of leads after they were taken; columns alike. */
const told = countedOutcomes.map((outcome) => {
  const of = ({ outcomes }: Figures) => outcomes[outcome];
  return { of, column: count(outcome.toUpperCase(), of) };
});

const arrived: Column<Row>[] = [
  count("ARRIVED", ({ deliveries }) => deliveries.delivered),
  count("MENDED", ({ deliveries }) => deliveries.mended),
  {
    title: "DIED",
    value: ({ deliveries: { dead } }, paint) => (dead === 0 ? 0 : paint("red", String(dead))),
    align: "right",
  },
  { title: "SUCCESS", value: ({ deliveries }) => percent(deliveries.success_rate), align: "right" },
  { title: "HALF WITHIN", value: ({ deliveries }) => seconds(deliveries.latency_p50_ms), align: "right" },
  { title: "95 % WITHIN", value: ({ deliveries }) => seconds(deliveries.latency_p95_ms), align: "right" },
];

/** Rounded down: 100 % means that nothing died. */
const percent = (rate: number | null): string | null =>
  rate === null ? null : `${(Math.floor(rate * 1_000) / 10).toFixed(1)} %`;
