declare namespace Cloudflare {
  interface Env {
    /** docs/callbacks.md, in tests only. */
    CALLBACKS_PAGE: string;
  }
}
