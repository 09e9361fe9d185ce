import { Link } from "@tanstack/react-router";
import { api } from "../api.ts";
import { withoutCommands } from "../format/without-commands.ts";
import { useMay } from "../shell/use-may.ts";
import { destinations as texts } from "../texts/destinations.ts";
import { buttonClass } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { When } from "../ui/when.tsx";
import { WithCode } from "../ui/with-code.tsx";
import type { PartProps } from "./parts.ts";

const most = 3;

/** Why leads died there that are still open, the latest cause first, each with what to do; nothing where none did. */
export function LastProblems({ destination: { id, client_id, waits } }: Pick<PartProps, "destination">) {
  const may = useMay("leads:read", client_id);
  const { data } = api.useQuery(
    "get",
    "/api/dead-letter-groups",
    { params: { query: { client_id, destination_id: id, limit: 20 } } },
    { enabled: may && waits.dead > 0 },
  );
  const open = data?.items.filter(({ open_count }) => open_count > 0).slice(0, most) ?? [];
  if (waits.dead === 0 || open.length === 0) return null;
  return (
    <Section title={texts.problemsTitle}>
      <ul className="grid w-full max-w-3xl gap-2">
        {open.map((group) => (
          <li
            key={`${group.fingerprint} ${group.cause} ${group.status_code}`}
            className="border-line bg-surface grid gap-1 rounded-lg border p-3"
          >
            <span className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-bad font-medium">{texts.problemOf(group.open_count)}</span>
              <span className="text-soft ms-auto text-xs">
                <When at={group.last_failed_at} relative />
              </span>
            </span>
            <span>{group.what_happened}</span>
            {group.sample_error === null ? null : (
              <span className="text-bad break-words">{group.sample_error}</span>
            )}
            <span className="text-soft">
              <WithCode text={withoutCommands(group.what_next)} />
            </span>
          </li>
        ))}
      </ul>
      <Link
        to="/dead-letters"
        search={({ client }) => ({ client, destination: id })}
        className={buttonClass("main")}
      >
        {texts.problemsOpen}
      </Link>
    </Section>
  );
}
