import {
  Bot,
  Cloud,
  Contact,
  Mail,
  Megaphone,
  MessageSquare,
  MessagesSquare,
  Reply,
  Send,
  Sheet,
  Smartphone,
  Users,
  Webhook,
  Workflow,
  Zap,
  type LucideIcon,
} from "lucide-react";

const icons: Readonly<Record<string, LucideIcon>> = {
  make: Workflow,
  webhook: Webhook,
  zapier: Zap,
  n8n: Workflow,
  hubspot: Contact,
  pipedrive: Users,
  zoho: Contact,
  salesforce: Cloud,
  gohighlevel: Users,
  google_sheets: Sheet,
  slack: MessageSquare,
  discord: MessagesSquare,
  telegram: Bot,
  resend: Mail,
  postmark: Mail,
  cloudflare_email: Mail,
  twilio: Smartphone,
  lead_reply: Reply,
  meta_conversions: Megaphone,
  google_conversions: Megaphone,
};

/** A sign for a kind of destination; it only helps, the name says it. */
export function KindIcon({ kind }: { kind: string }) {
  const Icon = icons[kind] ?? Send;
  return (
    <span aria-hidden className="bg-brand-tint text-brand grid size-8 shrink-0 place-items-center rounded-md">
      <Icon className="size-4" />
    </span>
  );
}
