import * as z from "zod/mini";

/** How people answer a field of a hosted page. */
export const hostedFieldKinds = ["text", "email", "tel", "textarea", "select", "checkbox"] as const;

export const mostHostedFields = 30;
export const mostHostedOptions = 50;

/** One field, as the page shows it and as it is posted. */
const hostedFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(hostedFieldKinds),
  is_required: z.boolean(),
  /** What there is to choose from, where it is a select. */
  options: z.array(z.string()),
});
export type HostedField = z.infer<typeof hostedFieldSchema>;

const words = {
  title: z.string(),
  /** Each line is a paragraph. */
  intro: z.string(),
  fields: z.array(hostedFieldSchema),
  /** What is on the button. */
  button: z.string(),
  /** What people must agree to; it is posted as they read it. */
  consent: z.nullable(z.string()),
  /** What whoever sent it reads, where the form has no thank-you page of its own. */
  thanks: z.string(),
};

/** The page at a form's own address, as it is set. */
export type HostedPage = { is_on: boolean } & z.infer<typeof hostedPageAtEdgeSchema>["page"];

/** What the edge has of a hosted page that is on: the page and whose it is. */
export const hostedPageAtEdgeSchema = z.object({
  page: z.object(words),
  agency: z.string(),
  /** Of the agency's look, 0 to 359; null: LeadRelay's own. */
  hue: z.nullable(z.number()),
});
export type HostedPageAtEdge = z.infer<typeof hostedPageAtEdgeSchema>;
