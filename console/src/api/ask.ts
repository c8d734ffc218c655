import type { Problem } from "@entente/node/api";
import { spoken } from "../languages/index.ts";
import { Refusal, Unreachable } from "./refusal.ts";

export type Deed = "POST" | "PUT" | "DELETE";

/** GET of an address below /api; never changes anything. */
export const ask = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request("GET", path, undefined, signal);

/** A deed: changes something, with a JSON body. */
export const tell = <Answer>(deed: Deed, path: string, body: unknown = {}): Promise<Answer> =>
  request(deed, path, body);

async function request<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json, application/problem+json",
        "accept-language": spoken(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable("no answer", { cause });
  }
  if (!response.ok) throw new Refusal(await problemOf(response));
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

async function problemOf(response: Response): Promise<Problem> {
  const bare: Problem = {
    type: "about:blank",
    title: `${response.status} ${response.statusText}`.trim(),
    status: response.status,
    detail: "",
    code: "",
  };
  if (!response.headers.get("content-type")?.includes("json")) return bare;
  const said = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return { ...bare, ...said, status: response.status };
}
