/** What is pressed: a button by its name, a menu's item, or what is typed before. */
type Step =
  | string
  | RegExp
  | { item: string }
  | { link: string }
  | { row: string | RegExp }
  | { key: string }
  | { fill: string; with: string };

/** Something that opens over a page, or beside its list. */
export interface Overlay {
  /** Where it is made, in the admin UI's `src`. */
  file: string;
  path: string;
  steps: readonly Step[];
  opens: readonly [role: "dialog" | "menu" | "complementary", name?: string | RegExp];
  /** On a phone it is not offered, or behind another button. */
  isWideOnly?: true;
}

/** What there is to open things of. */
export interface Things {
  lead: string;
  destination: string;
  route: string;
  view: string;
  password: string;
}

const panel = (file: string, path: string, name: string | RegExp): Overlay => ({
  file,
  path,
  steps: [{ row: /./ }],
  opens: ["complementary", name],
});

const dialog = (file: string, path: string, steps: Overlay["steps"], name: string | RegExp): Overlay => ({
  file,
  path,
  steps,
  opens: ["dialog", name],
});

/** Every overlay, in the order of their pages. */
export const overlaysOf = ({ lead, destination, route, view, password }: Things): Overlay[] => [
  dialog("shell/keys-dialog.tsx", "/", [{ key: "?" }], "Keys"),
  dialog("shell/palette.tsx", "/", [{ key: "Control+k" }], "Find a page or an action"),
  { file: "leads/sort-menu.tsx", path: "/leads", steps: [/Newest first/], opens: ["menu"] },
  { file: "leads/stage-menu.tsx", path: "/leads", steps: [/: move /], opens: ["menu"] },
  { ...dialog("leads/columns-menu.tsx", "/leads", ["Columns"], /./), isWideOnly: true },
  { ...dialog("leads/date-filter.tsx", "/leads", [/^Came in/], /./), isWideOnly: true },
  { ...dialog("leads/more-filters.tsx", "/leads", ["More filters"], /./), isWideOnly: true },
  { ...panel("leads/lead-panel.tsx", "/leads", "The lead that is open"), isWideOnly: true },
  dialog("leads/save-view.tsx", "/leads?tests=none", ["Save view"], /./),
  {
    file: "leads/view-tabs.tsx",
    path: `/leads?tests=none&view=${view}`,
    steps: [/^More about the view/],
    opens: ["menu"],
  },
  { file: "leads/lead-actions.tsx", path: `/leads/${lead}`, steps: ["More"], opens: ["menu"] },
  dialog(
    "leads/send-dialog.tsx",
    `/leads/${lead}`,
    ["More", { item: "Send on purpose …" }],
    "Send on purpose",
  ),
  dialog(
    "leads/block-dialog.tsx",
    `/leads/${lead}`,
    ["More", { item: "Block its address …" }],
    "Block its address",
  ),
  dialog(
    "leads/split-dialog.tsx",
    `/leads/${lead}`,
    ["More", { item: "Split off submissions …" }],
    "Split off submissions",
  ),
  panel("unsent/unsent-panel.tsx", "/not-sent", /./),
  panel("deliveries/delivery-panel.tsx", "/deliveries?status=pending", "The delivery that is open"),
  dialog("deliveries/delivery-actions.tsx", "/deliveries?status=pending", [{ row: /./ }, "Cancel it"], /./),
  dialog("dead-letters/group-card.tsx", "/dead-letters", [/^Give (it|these)/], /./),
  {
    file: "dead-letters/letter-panel.tsx",
    path: "/dead-letters",
    steps: [{ link: "Look at one" }],
    opens: ["complementary", /./],
  },
  dialog("dead-letters/letter-actions.tsx", "/dead-letters", [{ link: "Look at one" }, "Give it up …"], /./),
  panel("clients/client-panel.tsx", "/clients", /./),
  dialog("clients/archive-button.tsx", "/clients", [{ row: /./ }, /^Archive/], /./),
  { ...dialog("clients/callbacks.tsx", "/clients", [{ row: /./ }, "New secret …"], /./), isWideOnly: true },
  dialog("clients/add-client-dialog.tsx", "/clients", ["Add a client …"], "Add a client"),
  panel("people/person-panel.tsx", "/operators", /./),
  dialog("people/password-link.tsx", "/operators", [{ row: "Vera" }, "Password link …"], /./),
  dialog("people/invite-dialog.tsx", "/operators", ["Invite somebody …"], "Invite somebody"),
  dialog("people/open-invitations.tsx", "/operators", ["New link"], /./),
  panel("keys/key-panel.tsx", "/access-keys", /./),
  dialog("keys/rotate-dialog.tsx", "/access-keys", [{ row: /./ }, "New secret …"], "Give it a new secret?"),
  {
    ...dialog(
      "keys/secret-shown.tsx",
      "/access-keys",
      [{ row: /./ }, "New secret …", "New secret"],
      "The key has a new secret",
    ),
    // A key is rotated once at a time.
    isWideOnly: true,
  },
  dialog("keys/edit-key-dialog.tsx", "/access-keys", [{ row: /./ }, "Change …"], /^Change/),
  dialog("keys/make-key-dialog.tsx", "/access-keys", ["Make a key …"], "Make an access key"),
  dialog("addresses/add-address-dialog.tsx", "/addresses", ["Block a network …"], "Block a network"),
  panel("audit-log/entry-panel.tsx", "/audit-log", /./),
  dialog("settings/change-password.tsx", "/settings", ["Change the password …"], /./),
  dialog("settings/confirm-you.tsx", "/settings", ["Set it up …"], "Is it you?"),
  dialog(
    "settings/set-up-factor.tsx",
    "/settings",
    ["Set it up …", { fill: "Your password", with: password }, "Go on"],
    /./,
  ),
  dialog("destinations/delete-button.tsx", `/destinations/${destination}`, ["Delete"], /./),
  dialog("lead-routes/try-draft.tsx", `/routes/${route}`, [/^What would it have done/], /./),
  panel("sources/source-panel.tsx", "/sources", "The source that is open"),
  dialog("sources/source-actions.tsx", "/sources", [{ row: /./ }, "Delete …"], /^Delete/),
  dialog("sources/rotate-dialog.tsx", "/sources", [{ row: /./ }, "New address …"], "Give it a new address?"),
  {
    ...dialog(
      "sources/secrets-shown.tsx",
      "/sources",
      [{ row: /./ }, "New address …", "New address"],
      "It has a new one",
    ),
    isWideOnly: true,
  },
  dialog("sources/new-source-dialog.tsx", "/sources", ["Add a source …"], "Add a source"),
  dialog("lead-routes/delete-route.tsx", `/routes/${route}`, ["Delete"], /./),
];

/** What opens only after more than a press, and the test that looks at it there. */
export const seenElsewhere: Readonly<Record<string, string>> = {
  "settings/backup-codes.tsx": "ui-people.e2e.test.ts",
  "shell/client-picker.tsx": "ui-barriers.e2e.test.ts",
};
