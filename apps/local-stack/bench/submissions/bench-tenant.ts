import type { Tenant } from "../../src/seed/tenant.ts";

/** One client with one form and one Make destination. The destination's URL is set per run. */
export const benchTenant = {
  agency: { id: "agc_bench", name: "Bench agency" },
  client: { id: "cli_bench", name: "Bench client" },
  form: {
    id: "form_bench",
    formKey: "frm_bench",
    name: "Bench form",
    allowedHosts: ["www.example.com"],
    thankYouUrl: "https://www.example.com/thank-you",
    defaultRegion: "IN",
  },
} satisfies Omit<Tenant, "destination">;

export const benchDestination = (url: string): Tenant["destination"] => ({
  id: "dst_bench",
  name: "Bench receiver",
  url,
  apiKey: null,
  environments: ["development"],
  takesTests: false,
});

/** Another client of the same agency, whose destination answers late. */
export const slowTenant = {
  agency: benchTenant.agency,
  client: { id: "cli_slow", name: "Client of a slow receiver" },
  form: { ...benchTenant.form, id: "form_slow", formKey: "frm_slow" },
} satisfies Omit<Tenant, "destination">;
