import type { KnownField } from "@leadrelay/contracts/submission-fields";

/** Stands where nothing names the origin that forms post to. */
export const unknownIntake = "https://THE-INTAKE";

interface PastedForm {
  form_key: string;
  field_mapping: Readonly<Record<string, string>>;
}

/** How a field of ours is typed in; what is not here is one line of text. */
const inputs: Partial<Record<KnownField, { label: string; attributes: string }>> = {
  name: { label: "Name", attributes: ' autocomplete="name"' },
  email: { label: "E-mail", attributes: ' type="email" autocomplete="email"' },
  phone: { label: "Phone", attributes: ' type="tel" autocomplete="tel"' },
  message: { label: "Message", attributes: "" },
};

/** What a page fills in by itself, and no visitor. */
const isTold = (ours: string) =>
  /^(utm_|visitor_id|session_id|session_totals|time_to_submit|page_url|landing_page|referrer|cta|source|team|keyword|\w*clid|[gw]braid|li_fat_id|meta_lead_id)/.test(
    ours,
  );

/** What a person leaves empty, because it is out of sight, and a bot fills. */
const honeypot = "__pg_website";

/** A form as HTML to paste into a page: the fields of its own mapping, then what that does not name of name, e-mail, phone and message. */
export function htmlForm({ form_key, field_mapping }: PastedForm, origin: string): string {
  const mapped = Object.entries(field_mapping);
  const missing = Object.keys(inputs).filter((ours) => !Object.values(field_mapping).includes(ours));
  const own = mapped.find(([, ours]) => ours === "honeypot")?.[0];
  const fields = [...mapped, ...missing.map((ours) => [ours, ours] as const)].filter(
    ([, ours]) => ours !== "honeypot",
  );
  const lines = fields.map(([theirs, ours], index) => {
    const isFirst = fields.findIndex(([, other]) => other === ours) === index;
    return field(theirs, ours, isFirst);
  });
  return [
    `<form method="post" action="${attribute(`${origin}/f/${form_key}`)}" accept-charset="utf-8">`,
    ...lines,
    `  <div style="position: absolute; left: -10000px" aria-hidden="true">`,
    `    <label>Leave this empty <input name="${attribute(own ?? honeypot)}" tabindex="-1" autocomplete="off"></label>`,
    "  </div>",
    "  <button>Send</button>",
    "</form>",
    "",
  ].join("\n");
}

/** The tag for each page of the site: it fills the form and tells how engaged its visitors are. */
export const tagOf = ({ form_key }: Pick<PastedForm, "form_key">, origin: string): string =>
  `<script defer src="${attribute(`${origin}/t.js`)}" data-form="${attribute(form_key)}"></script>\n`;

function field(theirs: string, ours: string, isFirst: boolean): string {
  const name = `name="${attribute(theirs)}"`;
  if (isTold(ours)) return `  <input type="hidden" ${name}>`;
  const known = Object.entries(inputs).find(([one]) => one === ours)?.[1];
  const label = attribute(isFirst && known !== undefined ? known.label : theirs);
  if (ours === "message") return `  <label>${label} <textarea ${name}></textarea></label>`;
  return `  <label>${label} <input ${name}${known?.attributes ?? ""}></label>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

const attribute = (text: string) => text.replaceAll(/[&"<>]/g, (sign) => entities[sign] ?? sign);
