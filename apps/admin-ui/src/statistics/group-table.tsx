import type { Schemas } from "../api.ts";
import { span } from "../format/time.ts";
import { shared } from "../texts/shared.ts";
import { statisticsTexts as texts } from "../texts/statistics.ts";
import { CsvButton } from "../ui/csv-button.tsx";
import { Table, type Column } from "../ui/table.tsx";

type Group = Schemas["Statistics"]["groups"][number];

/** A share as people say it, nearly all never told as all. */
export const percent = (share: number | null): string =>
  share === null ? shared.none : `${share === 1 ? 100 : (Math.floor(share * 1_000) / 10).toFixed(1)} %`;

const others = ({ submissions: { total, new_lead } }: Group) => total - new_lead;

/** What came in and arrived by what was asked for, the busiest first, and the same as CSV with every figure. */
export function GroupTable({
  by,
  groups,
  nameOf,
  file,
}: {
  by: keyof typeof texts.groups;
  groups: readonly Group[];
  nameOf: (id: string) => string;
  file: string;
}) {
  const name = ({ id }: Group) => (id === null ? texts.unknown : nameOf(id));
  const isOrigin = by === "source" || by === "campaign";
  const number = (title: string, of: (group: Group) => number): Column<Group> => ({
    title,
    cell: (group) => <span className="tabular-nums">{of(group)}</span>,
  });
  const came = [
    number(texts.columns.leads, ({ submissions }) => submissions.new_lead),
    number(texts.columns.others, others),
    ...(isOrigin ? [] : [number(texts.columns.refused, ({ refused }) => refused.total)]),
  ];
  const arrived: Column<Group>[] = [
    number(texts.columns.delivered, ({ deliveries }) => deliveries.delivered),
    { ...number(texts.columns.dead, ({ deliveries }) => deliveries.dead), wide: true },
    { title: texts.columns.success, cell: ({ deliveries }) => percent(deliveries.success_rate) },
    {
      title: texts.columns.half,
      cell: ({ deliveries: { latency_p50_ms: ms } }) => (ms === null ? shared.none : span(ms)),
      wide: true,
    },
    {
      title: texts.columns.most,
      cell: ({ deliveries: { latency_p95_ms: ms } }) => (ms === null ? shared.none : span(ms)),
      wide: true,
    },
  ];
  const told = [
    number(texts.columns.unconfirmed, ({ outcomes }) => outcomes.unconfirmed),
    number(texts.columns.won, ({ outcomes }) => outcomes.won),
    number(texts.columns.lost, ({ outcomes }) => outcomes.lost),
    number(texts.columns.returned, ({ outcomes }) => outcomes.returned),
  ].map((column) => ({ ...column, wide: true }));
  const columns = [
    { title: texts.groups[by], cell: name },
    ...(by === "destination" ? [] : came),
    ...(isOrigin ? [] : arrived),
    ...(groups.some(({ outcomes }) => Object.values(outcomes).some((count) => count > 0)) ? told : []),
  ];
  const title = texts.table(texts.groups[by]);
  return (
    <section aria-label={title} className="bg-surface border-line overflow-hidden rounded-lg border">
      <div className="flex items-center gap-4 px-4 pt-3 pb-1">
        <h2 className="text-sm font-semibold">{title}</h2>
        <div className="ms-auto">
          <CsvButton
            name={file}
            what={title}
            rows={[csvTitles(by), ...groups.map((group) => csvRow(group, name(group)))]}
          />
        </div>
      </div>
      <Table isFramed label={title} columns={columns} items={groups} keyOf={({ id }) => id ?? ""} />
    </section>
  );
}

const toldOutcomes = ["contacted", "qualified", "won", "lost", "returned"] as const;

const csvTitles = (by: keyof typeof texts.groups) => [
  texts.groups[by],
  ...Object.values(texts.outcomes),
  texts.refused,
  texts.honeypot,
  texts.delivery.delivered,
  texts.delivery.dead,
  texts.success.title,
  `${texts.speed.half} (ms)`,
  `${texts.speed.most} (ms)`,
  texts.confirmation.confirmed,
  texts.confirmation.unconfirmed,
  ...toldOutcomes.map((outcome) => texts.told[outcome]),
];

const csvRow = ({ submissions, refused, honeypot, deliveries, outcomes }: Group, name: string) => [
  name,
  submissions.new_lead,
  submissions.reengaged,
  submissions.duplicate,
  submissions.test,
  submissions.blocked,
  refused.total,
  honeypot.total,
  deliveries.delivered,
  deliveries.dead,
  deliveries.success_rate,
  deliveries.latency_p50_ms,
  deliveries.latency_p95_ms,
  outcomes.confirmed,
  outcomes.unconfirmed,
  ...toldOutcomes.map((outcome) => outcomes[outcome]),
];
