import type { Schemas } from "../api.ts";
import { exactTime } from "../format/time.ts";
import { auditTexts } from "../texts/audit-log.ts";
import { Facts } from "../ui/facts.tsx";
import { Section } from "../ui/section.tsx";
import { SidePanel } from "../ui/side-panel.tsx";
import { actorOf, deedOf, detailLines } from "./told-entry.ts";

/** An entry beside the log, with all that was written down. */
export function EntryPanel({
  entry,
  client,
  onClose,
}: {
  entry: Schemas["AuditEntry"];
  client: string | undefined;
  onClose: () => void;
}) {
  const lines = detailLines(entry.detail);
  return (
    <SidePanel label={auditTexts.panel} title={`${actorOf(entry)} ${deedOf(entry)}`} onClose={onClose}>
      <Section title={auditTexts.details}>
        <Facts
          facts={[
            [auditTexts.at, exactTime(entry.created_at)],
            [auditTexts.columns.where, client],
            [auditTexts.subject, `${entry.subject.kind.replaceAll("_", " ")} ${entry.subject.id}`],
            [auditTexts.request, entry.request_id],
          ]}
        />
        {lines.length === 0 ? (
          <p className="text-soft">{auditTexts.nothingMore}</p>
        ) : (
          <div className="border-line w-full border-t pt-3">
            <Facts facts={lines} />
          </div>
        )}
      </Section>
    </SidePanel>
  );
}
