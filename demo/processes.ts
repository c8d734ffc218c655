import { type ChildProcess, fork, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const COMMAND_LINE = fileURLToPath(new URL("../node/bin/entente.js", import.meta.url));

/** Runs one command of the command line, as an operator would, and returns what it prints. */
export function entente(...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [COMMAND_LINE, ...words], { stdio: ["ignore", "pipe", "pipe"] });
    let [out, error] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      error += chunk;
    });
    child.on("close", (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`entente ${words[0]} failed: ${error || out}`));
    });
  });
}

/** Starts a process that says when it is ready, and ends with this one. */
export function running(script: "serve" | "mail", ...words: string[]): Promise<ChildProcess> {
  const file = script === "serve" ? COMMAND_LINE : fileURLToPath(new URL("mail.ts", import.meta.url));
  const child = fork(file, script === "serve" ? ["serve", ...words] : words, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}. Is its port taken?`)));
  });
}
