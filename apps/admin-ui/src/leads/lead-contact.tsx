import { Mail, MessageCircle, Phone } from "lucide-react";
import type { Schemas } from "../api.ts";
import { buttonClass } from "../ui/button.tsx";

/** How to reach the person, one press each. Masked details lead nowhere and are only shown. */
export function LeadContact({ lead }: { lead: Schemas["Lead"] }) {
  const { contact_email: email, contact_phone: phone, masked } = lead;
  const digits = phone?.replaceAll(/\D/g, "") ?? "";
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {[
          ["Name", lead.contact_name],
          ["E-mail", email],
          ["Phone", phone],
          ["Project", lead.project],
          ["In the CRM", lead.crm_lead_id],
        ].map(([title, value]) =>
          value === null || value === undefined ? null : (
            <div key={title} className="contents">
              <dt className="text-soft">{title}</dt>
              <dd className="break-all">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {masked ? (
        <p className="text-soft text-xs">Your role sees contact details masked.</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {phone === null ? null : (
            <>
              <a className={buttonClass()} href={`tel:+${digits}`}>
                <Phone aria-hidden className="size-3.5" />
                Call
              </a>
              <a
                className={buttonClass()}
                href={`https://wa.me/${digits}`}
                target="_blank"
                rel="noreferrer noopener"
              >
                <MessageCircle aria-hidden className="size-3.5" />
                WhatsApp
              </a>
            </>
          )}
          {email === null ? null : (
            <a className={buttonClass()} href={`mailto:${encodeURIComponent(email)}`}>
              <Mail aria-hidden className="size-3.5" />
              Write
            </a>
          )}
        </div>
      )}
    </>
  );
}
