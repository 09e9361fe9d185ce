import type { StackSettings } from "../settings/stack-settings.ts";
import type { Tenant } from "./tenant.ts";

/** What `npm start` seeds: leads of `frm_demo` go to the demo receiver, or to DEMO_MAKE_URL. */
export const demoTenant = (settings: Pick<StackSettings, "ports" | "demoMakeUrl">): Tenant => ({
  agency: { id: "agc_demo", name: "Demo agency" },
  client: { id: "cli_demo", name: "Demo client" },
  form: {
    id: "form_demo",
    formKey: "frm_demo",
    name: "Demo form",
    allowedHosts: ["127.0.0.1", "localhost"],
    thankYouUrl: `http://127.0.0.1:${settings.ports.receiver}/thank-you`,
    // Whose numbers the examples of the README and docs are.
    defaultRegion: "IN",
  },
  destination: {
    id: "dst_demo_make",
    name: "Demo Make scenario",
    url: settings.demoMakeUrl,
    apiKey: null,
    environments: ["development", "production"],
    // What a newcomer sends first is a test, and the demo's receiver is nobody's CRM.
    takesTests: true,
  },
});
