import { request } from "undici";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** A browser's manners without a browser: the node's own name as Host, its cookie, its origin on what changes something. */
export class Visitor {
  readonly #address: string;
  readonly #host: string;
  #cookie = "";

  constructor({ host, port }: { readonly host: string; readonly port: number }) {
    // The system's resolver need not know *.localhost.
    this.#address = `http://127.0.0.1:${port}`;
    this.#host = `${host}:${port}`;
  }

  async ask(
    method: "GET" | "HEAD" | "POST" | "PUT",
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const isForm = typeof body === "string";
    const response = await request(this.#address + path, {
      method,
      headers: {
        host: this.#host,
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...(method === "POST" || method === "PUT" ? { origin: `http://${this.#host}` } : {}),
        ...(body === undefined
          ? {}
          : { "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" }),
        ...more,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const set = response.headers["set-cookie"];
    for (const cookie of Array.isArray(set) ? set : set ? [set] : []) this.#cookie = cookie.split(";")[0] ?? "";
    const bytes = Buffer.from(await response.body.arrayBuffer());
    return { status: response.statusCode, headers: response.headers, body: bytes };
  }

  /** The answer's JSON. @throws for a refusal, with its problem document */
  async get<T>(path: string): Promise<T> {
    return this.#json(await this.ask("GET", path));
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.#json(await this.ask("POST", path, body));
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return this.#json(await this.ask("PUT", path, body));
  }

  #json<T>({ status, body }: Answer): T {
    const text = body.toString("utf8");
    if (status >= 400) throw Object.assign(new Error(`${status}: ${text}`), { status, problem: parsed(text) });
    return parsed(text) as T;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
