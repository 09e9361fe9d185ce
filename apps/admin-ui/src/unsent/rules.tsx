import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { ruleNames } from "../format/rules.ts";
import type { ruleWords } from "../format/state-words.ts";
import { useClient } from "../shell/use-client.ts";
import { useMay } from "../shell/use-may.ts";
import { unsent } from "../texts/unsent.ts";
import { ruleFigures } from "./rule-figures.ts";

const sample = 100;
const words = unsent.rules;

/** The rules that keep something back, each with its count and with how often it was wrong; one of them narrows the list. */
export function Rules({ rule }: { rule: (typeof ruleWords)[number] | undefined }) {
  const client = useClient();
  const navigate = useNavigate();
  const maySend = useMay("deliveries:replay");
  const ofClient = client === undefined ? {} : { client_id: client };
  const newest = api.useQuery("get", "/api/unsent", { params: { query: { limit: sample, ...ofClient } } });
  const releases = api.useQuery(
    "get",
    "/api/replays",
    { params: { query: { limit: 50 } } },
    { enabled: maySend, staleTime: 300_000 },
  );
  const figures = ruleFigures(newest.data?.items ?? [], releases.data?.items ?? [], client);
  const isAll = newest.data?.next_cursor === null;
  const choose = (chosen: typeof rule) =>
    void navigate({ to: "/not-sent", search: ({ client }) => ({ client, rule: chosen }), replace: true });
  if (figures.length === 0) return null;
  return (
    <div role="group" aria-label={words.label} className="border-line grid gap-2 border-b px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Chip isOn={rule === undefined} onChoose={() => choose(undefined)}>
          {words.all}
        </Chip>
        {figures.map((one) => (
          <Chip key={one.rule} isOn={rule === one.rule} onChoose={() => choose(one.rule)}>
            {ruleNames[one.rule]} <span className="tabular-nums">{one.kept}</span>
            {one.errorRate === null ? null : (
              <span className="text-warn font-normal" title={words.releasedWhy}>
                {words.released(one.released)}
              </span>
            )}
          </Chip>
        ))}
        {isAll ? null : <span className="text-soft text-xs">{words.ofNewest(sample)}</span>}
      </div>
      {rule === undefined ? null : <p className="text-soft">{unsent.ruleWords[rule]}</p>}
    </div>
  );
}

const Chip = ({
  isOn,
  onChoose,
  children,
}: {
  isOn: boolean;
  onChoose: () => void;
  children: React.ReactNode;
}) => (
  <button
    type="button"
    aria-pressed={isOn}
    onClick={onChoose}
    className="border-line bg-raised hover:bg-calm-tint aria-pressed:border-brand aria-pressed:bg-brand-tint flex min-h-7 items-center gap-1.5 rounded-full border px-3 text-[13px] font-medium"
  >
    {children}
  </button>
);
