import { Link } from "@tanstack/react-router";
import { api, type Schemas } from "../../api.ts";
import { formsTexts } from "../../texts/forms.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Failed, Loading } from "../../ui/notices.tsx";
import { Table, type Column } from "../../ui/table.tsx";
import { Part } from "../part.tsx";

const texts = formsTexts.posts;
const days = 14;
const dayMs = 86_400_000;
type Day = Schemas["Statistics"]["days"][number];

/** What came in by a form day by day, and why what was refused was. */
export function RefusedPart({ form }: { form: Schemas["Form"] }) {
  const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const now = Date.now();
  const query = { form_id: form.id, from: dateOf(now - (days - 1) * dayMs), to: dateOf(now) };
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/statistics",
    { params: { query } },
    { refetchInterval: 15_000 },
  );
  const activity = api.useQuery(
    "get",
    "/api/form-activity",
    { params: { query: { form_id: form.id } } },
    { refetchInterval: 15_000 },
  );
  if (data === undefined)
    return error === null ? <Loading /> : <Failed error={error} retry={() => void refetch()} />;
  const rows = data.days
    .filter(({ submissions, refused, honeypot }) => submissions.total + refused.total + honeypot.total > 0)
    .toReversed();
  const fields = activity.data?.items[0]?.refused_fields ?? [];
  return (
    <Part title={texts.refusedTitle} says={rows.length === 0 ? texts.refusedNone : texts.refusedIntro}>
      {rows.length === 0 ? null : (
        <div className="-mx-4 overflow-hidden last:-mb-4">
          <Table
            isFramed
            label={texts.refusedTitle}
            columns={columns}
            items={rows.map((row) => ({ ...row, id: row.date }))}
            keyOf={({ date }) => date}
          />
        </div>
      )}
      {fields.length === 0 ? null : (
        <div className="bg-warn-tint grid justify-items-start gap-2 rounded-md p-3">
          <p>{texts.lastRefused}</p>
          <p className="flex flex-wrap gap-1.5">
            {fields.map((field) => (
              <code key={field} className="bg-surface rounded px-1.5 py-0.5 break-all">
                {field}
              </code>
            ))}
          </p>
          <Link
            to="/forms/$formId"
            params={{ formId: form.id }}
            search={(before) => ({ client: before.client, tab: "fields" })}
            className={buttonClass()}
          >
            {texts.mapThem}
          </Link>
        </div>
      )}
    </Part>
  );
}

const whyOf = ({ refused }: Day): string[] =>
  Object.entries(texts.reasons).flatMap(([reason, words]) => {
    const count = Object.entries(refused).find(([name]) => name === reason)?.[1] ?? 0;
    return count === 0 ? [] : [texts.reason(count, words)];
  });

const columns: readonly Column<Day & { id: string }>[] = [
  { title: texts.columns.day, cell: ({ date }) => <span className="tabular-nums">{date}</span> },
  { title: texts.columns.taken, cell: ({ submissions }) => submissions.total },
  {
    title: texts.columns.refused,
    cell: ({ refused }) => (
      <span className={refused.total === 0 ? "text-soft" : "text-bad font-medium"}>{refused.total}</span>
    ),
  },
  { title: texts.columns.bots, cell: ({ honeypot }) => honeypot.total, wide: true },
  {
    title: texts.columns.why,
    cell: (day) => <span className="text-soft">{whyOf(day).join(", ")}</span>,
    long: true,
  },
];
