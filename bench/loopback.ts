import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Client } from "undici";

const ROUND_TRIPS = 200;
const WARM_UP = 20;

/** Milliseconds of bare HTTPS round trips over loopback, with the certificate of a node: what no release can be below. */
export async function loopbackRoundTrips(home: string): Promise<number[]> {
  const read = (name: string) => readFileSync(join(home, "keys", name), "utf8");
  const server = createServer({ cert: read("tls.cert.pem"), key: read("tls.key.pem") }, (_request, response) => {
    response.end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = new Client(`https://127.0.0.1:${port}`, { connect: { rejectUnauthorized: false } });
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUND_TRIPS; round += 1) {
    const from = performance.now();
    const { body } = await client.request({ method: "GET", path: "/" });
    await body.text();
    if (round >= WARM_UP) times.push(performance.now() - from);
  }
  await client.close();
  server.close();
  return times;
}
