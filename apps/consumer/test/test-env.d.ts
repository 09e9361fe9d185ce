declare namespace Cloudflare {
  interface Env {
    /** Given by vitest.config.ts. */
    TEST_MIGRATIONS: import("cloudflare:test").D1Migration[];
  }
}
