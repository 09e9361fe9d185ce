import { z } from "@hono/zod-openapi";
import { hostedFieldKinds, mostHostedFields, mostHostedOptions } from "@leadrelay/contracts/hosted-page";
import { judgeHostedFields } from "@leadrelay/core/forms/judge-hosted-page";
import type { FormDetails } from "@leadrelay/db/forms/form";
import { apiProblem } from "../problems/api-problem.ts";

const text = (most: number) => z.string().trim().max(most);

const hostedField = z.strictObject({
  name: text(100)
    .min(1)
    .openapi({ description: "Under which it is posted; what it is to us the form's mapping says." }),
  label: text(200).min(1),
  kind: z.enum(hostedFieldKinds),
  is_required: z.boolean().openapi({
    description: "The browser asks for it. A post without it is taken all the same: no lead is lost by it.",
  }),
  options: z
    .array(text(200).min(1))
    .max(mostHostedOptions)
    .openapi({ description: "What there is to choose from, where it is a `select`." }),
});

/** The page at a form's own address. */
export const hostedPage = z
  .strictObject({
    is_on: z.boolean().openapi({ description: "false: it is kept, and nobody sees it." }),
    title: text(200).min(1),
    intro: text(2_000).openapi({ description: "Each line is a paragraph." }),
    fields: z.array(hostedField).max(mostHostedFields).openapi({
      description: "In the page's order. One of them must be an e-mail address or a phone number.",
    }),
    button: text(100).min(1),
    consent: text(1_000)
      .min(1)
      .nullable()
      .openapi({ description: "What people must agree to. It is posted as `consent`, as they read it." }),
    thanks: text(1_000).min(1).openapi({
      description: "What whoever sent it reads, where the form has no thank-you page of its own.",
    }),
  })
  .openapi("HostedPage");

/** Throws the 422 of a page that is on and would lose what is typed into it, as the form would be. */
export function requireHostedPage({ hosted_page, field_mapping }: FormDetails): void {
  if (hosted_page === null || !hosted_page.is_on) return;
  const errors = judgeHostedFields(hosted_page.fields, field_mapping).map(({ index, fault }) => ({
    field: index === null ? "hosted_page.fields" : `hosted_page.fields.${index}`,
    detail: fault,
  }));
  const [first] = errors;
  if (first !== undefined)
    throw apiProblem(
      "invalid",
      `The hosted page's fields: ${first.field.replace("hosted_page.fields.", "number ")} ${first.detail}.`,
      { errors },
    );
}
