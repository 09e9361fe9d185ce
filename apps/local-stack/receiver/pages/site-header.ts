export const siteHeader = `<header class="top">
  <strong>LeadRelay demo</strong>
  <a href="/">Landing page</a>
  <a href="/inbox">Inbox</a>
</header>`;
