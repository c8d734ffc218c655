import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const OLDEST_VERSION = 15;
export const HOW_TO_INSTALL = `PostgreSQL ${OLDEST_VERSION} or newer is not here: apt-get install postgresql`;

/** The server's programs, where Debian, Homebrew and others put them; undefined where there are none. */
function programs(): string | undefined {
  const versions = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "bin")) : [],
  );
  const fromPath = (process.env.PATH ?? "").split(":");
  return [...versions.sort().reverse(), ...fromPath].find((folder) => versionOf(folder) >= OLDEST_VERSION);
}

function versionOf(folder: string): number {
  if (!existsSync(join(folder, "initdb"))) return 0;
  const { stdout = "" } = spawnSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/\) (\d+)/.exec(stdout)?.[1] ?? 0);
}

/** PostgreSQL doesn't run as root: then it runs as the user that its package has made. */
function user(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout.trim() || "NaN");
  const [uid, gid] = [id("-u"), id("-g")];
  return Number.isNaN(uid) ? {} : { uid, gid };
}

/**
 * Starts a server of this process's own on loopback, with its data in a new folder. It ends with this process, however
 * that ends: the shell that started it waits for the pipe to close. Other orders than C for texts and no waiting for
 * the disk: a query that leans on the order of a locale must fail here, and nothing here outlives the test.
 * @returns the address of its maintenance database; undefined where PostgreSQL is not installed
 */
export async function startCluster(): Promise<string | undefined> {
  const bin = programs();
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "entente-postgresql-"));
  const as = user();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const made = ["--locale-provider=icu", "--locale-provider=libc"].some((provider) => {
    rmSync(data, { recursive: true, force: true });
    const locale = provider.endsWith("icu") ? ["--icu-locale=en", "--locale=C.UTF-8"] : ["--locale=C.UTF-8"];
    const options = ["-D", data, "-U", "entente", "-A", "trust", "-E", "UTF8", "--no-sync", provider, ...locale];
    return spawnSync(join(bin, "initdb"), options, { cwd: folder, ...as }).status === 0;
  });
  if (!made) throw new Error(`initdb in ${bin} made no database`);
  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", fsync: "off" };
  const more = { synchronous_commit: "off", full_page_writes: "off", max_connections: 200 };
  const options = Object.entries({ ...settings, ...more }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const script = `trap "" INT TERM; folder=$1; shift; "$@" </dev/null >/dev/null 2>&1 & read -r _; kill -QUIT $!; wait $!; rm -rf "$folder"`;
  const shell = spawn("sh", ["-c", script, "sh", folder, join(bin, "postgres"), "-D", data, ...options], {
    stdio: ["pipe", "ignore", "ignore"],
    cwd: folder,
    ...as,
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  const address = `postgres://entente@127.0.0.1:${port}/postgres`;
  await answering(address);
  return address;
}

async function answering(address: string): Promise<void> {
  for (const end = Date.now() + 20_000; ; ) {
    const client = new pg.Client({ connectionString: address });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
