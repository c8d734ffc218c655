import type { Catalog } from "../en/index.ts";
import app from "./app.ts";
import exchange from "./exchange.ts";
import lookup from "./lookup.ts";
import object from "./object.ts";
import overview from "./overview.ts";
import parts from "./parts.ts";
import publicRoom from "./public.ts";
import refusals from "./refusals.ts";
import releases from "./releases.ts";
import search from "./search.ts";
import sessions from "./sessions.ts";
import texts from "./texts.ts";
import threats from "./threats.ts";
import vocabulary from "./vocabulary.ts";

const catalog: Catalog = {
  ...app,
  ...parts,
  ...refusals,
  ...overview,
  ...sessions,
  ...threats,
  ...releases,
  ...exchange,
  ...texts,
  ...publicRoom,
  ...lookup,
  ...object,
  ...search,
  ...vocabulary,
};

export default catalog;
