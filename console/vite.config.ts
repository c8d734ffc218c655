import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/console/",
  plugins: [react()],
  build: {
    target: "es2024",
    // Every font stays a file: the policy of the node's pages allows no data: address.
    assetsInlineLimit: 0,
  },
});
