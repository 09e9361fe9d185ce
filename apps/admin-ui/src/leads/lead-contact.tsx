import { Mail, MessageCircle, Phone } from "lucide-react";
import type { ReactNode } from "react";
import type { Schemas } from "../api.ts";
import { leadWords } from "../texts/lead.ts";
import { buttonClass } from "../ui/button.tsx";
import { When } from "../ui/when.tsx";

const words = leadWords.contact;

/** Who it is, and how to reach them, one press each. Masked details lead nowhere and are only shown. */
export function LeadContact({ lead }: { lead: Schemas["Lead"] }) {
  const { contact_email: email, contact_phone: phone, masked } = lead;
  const digits = phone?.replaceAll(/\D/g, "") ?? "";
  const rows: readonly (readonly [title: string, value: ReactNode])[] = [
    [words.name, lead.contact_name],
    [words.email, email],
    [words.phone, phone],
    [words.project, lead.project],
    [words.crm, lead.crm_lead_id],
    [words.first, <When key="first" at={lead.first_submitted_at} />],
    [words.last, <When key="last" at={lead.last_submitted_at} />],
  ];
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {rows.map(([title, value]) =>
          value === null ? null : (
            <div key={title} className="contents">
              <dt className="text-soft">{title}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {masked ? (
        <p className="text-soft text-xs">{words.masked}</p>
      ) : (
        <div className="flex flex-wrap gap-2 print:hidden">
          {phone === null ? null : (
            <>
              <a className={buttonClass()} href={`tel:+${digits}`}>
                <Phone aria-hidden className="size-3.5" />
                {words.call}
              </a>
              <a
                className={buttonClass()}
                href={`https://wa.me/${digits}`}
                target="_blank"
                rel="noreferrer noopener"
              >
                <MessageCircle aria-hidden className="size-3.5" />
                {words.whatsapp}
              </a>
            </>
          )}
          {email === null ? null : (
            <a className={buttonClass()} href={`mailto:${encodeURIComponent(email)}`}>
              <Mail aria-hidden className="size-3.5" />
              {words.write}
            </a>
          )}
        </div>
      )}
    </>
  );
}
