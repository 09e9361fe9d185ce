import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What every page needs: in one file it is a few kilobytes smaller than in a dozen, and a release of ours leaves it in caches. */
const libraries =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|openapi-fetch|openapi-react-query|@tanstack\/(router-core|react-router|history|store|react-store|query-core|react-query))\//;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    // The consumer's policy lets nothing run or show that is not a file of its own.
    assetsInlineLimit: 0,
    assetsDir: "assets/v",
    manifest: true,
    target: "es2022",
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "libraries", test: libraries }] } } },
  },
});
