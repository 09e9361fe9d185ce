import { api } from "../api.ts";
import { useYou } from "../shell/use-you.ts";
import { settingsTexts } from "../texts/settings.ts";
import { Badge } from "../ui/badge.tsx";
import { Facts } from "../ui/facts.tsx";
import { When } from "../ui/when.tsx";

const words = settingsTexts.installation;

/** What the installation says of itself. */
export function Installation() {
  const you = useYou();
  const { data } = api.useQuery("get", "/api/health");
  const looks = { ok: "good", warning: "warn", problem: "bad" } as const;
  return (
    <div className="grid gap-4">
      <Facts
        facts={[
          [words.intake, you.intake_url ?? words.noIntake],
          [words.time, data === undefined ? undefined : <When key="time" at={data.server_time} />],
          [
            words.api,
            <a key="api" href="/api/docs" target="_blank" rel="noreferrer" className="text-brand underline">
              {words.open}
            </a>,
          ],
        ]}
      />
      <ul className="border-line divide-line grid divide-y rounded-md border">
        {data?.checks.map(({ name, state, message, what_to_do }) => (
          <li key={name} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2">
            <Badge look={looks[state]}>{name.replaceAll("_", " ")}</Badge>
            <span className="min-w-0 flex-1 basis-64">
              {message}
              {what_to_do === null ? null : <span className="text-soft"> {what_to_do}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
