import { useState } from "react";
import { useMay } from "../../shell/use-may.ts";
import { FirstLead } from "../../first-run/first-lead.tsx";
import type { TabProps } from "../tab-props.ts";
import { HostsPart } from "./hosts-part.tsx";
import { LinkPart } from "./link-part.tsx";
import { SnippetPart } from "./snippet-part.tsx";
import { TagPart } from "./tag-part.tsx";
import { ThanksPart } from "./thanks-part.tsx";

/** For so long somebody may still wait for its first lead. */
const newForMs = 2 * 86_400_000;

/** How a form comes onto a page, and where its visitors go. */
export function PasteTab({ form, action }: TabProps) {
  const mayWrite = useMay("config:write", form.client_id) && form.deleted_at === null;
  const [isNew] = useState(() => form.deleted_at === null && Date.now() - form.created_at < newForMs);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 gap-4">
        <SnippetPart form={form} action={action} />
        <TagPart form={form} action={action} />
        <LinkPart form={form} action={action} />
      </div>
      <div className="grid min-w-0 gap-4">
        {isNew ? (
          <div className="border-line bg-surface rounded-lg border p-4">
            <FirstLead form={form} />
          </div>
        ) : null}
        <HostsPart key={form.allowed_hosts.join(" ")} form={form} mayWrite={mayWrite} />
        <ThanksPart key={`${form.thank_you_url} ${form.redirect_status}`} form={form} mayWrite={mayWrite} />
      </div>
    </div>
  );
}
