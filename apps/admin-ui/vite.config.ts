import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // The consumer's policy lets nothing run or show that is not a file of its own.
  build: { assetsInlineLimit: 0, assetsDir: "assets/v", manifest: true, target: "es2022" },
});
