import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";

export type Import = { readonly from: string; readonly to: string; readonly isType: boolean };
export type Module = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };

const FOLDERS = ["packages", "node/src", "demo", "console/src"];

/** Every module of the program, by path from the root, with what it imports: resolved where it is ours. */
export function readModules(root: string): Module[] {
  return FOLDERS.flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !relative(root, file).includes("/test/"))
    .map((file) => {
      const text = readFileSync(file, "utf8");
      const path = relative(root, file);
      return { path, text, imports: importsOf(root, file, text) };
    });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) return [path];
    return name === "node_modules" || name === "dist" ? [] : filesBelow(path);
  });
}

function importsOf(root: string, file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const from = relative(root, file);
  const named = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      request: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ request: moduleRequest.value, isType }] : [])),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const request = /^["'](.+)["']$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
      return request ? [{ request, isType: false }] : [];
    }),
  ];
  return named.map(({ request, isType }) => ({ from, to: resolved(root, file, request), isType }));
}

/** A path from the root for what is ours (relative or by alias), the name as it is for a library. */
function resolved(root: string, file: string, request: string): string {
  if (request.startsWith(".")) return relative(root, resolve(dirname(file), request));
  const alias = /^#([\w-]+)(?:\/(.+))?$/.exec(request);
  if (alias) return alias[2] ? `node/src/${alias[1]}/${alias[2]}.ts` : `node/src/${alias[1]}/index.ts`;
  const own = /^@entente\/(stix|taxii|notes)$/.exec(request);
  return own ? `packages/${own[1]}/src/index.ts` : request;
}
