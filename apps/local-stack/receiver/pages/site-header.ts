const places = { "/": "Landing page", "/inbox": "Inbox" };

/** The links between the demo's pages; `here` is the page it stands on, if it is one of them. */
export const siteHeader = (here?: keyof typeof places, adminUrl?: string) => `<header class="top">
  <strong>LeadRelay demo</strong>
  ${Object.entries(places)
    .map(([path, name]) => `<a href="${path}"${path === here ? ' aria-current="page"' : ""}>${name}</a>`)
    .join("\n  ")}${adminUrl === undefined ? "" : `\n  <a href="${adminUrl}">Admin UI</a>`}
</header>`;
