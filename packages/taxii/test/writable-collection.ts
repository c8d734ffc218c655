import type { ObjectSlice } from "@entente/stix";
import type { Collection, DeleteRequest, PostedObject, PostStatus } from "../src/collection.ts";
import { TableCollection } from "./table-collection.ts";

/** A collection that takes in what has an id, and takes objects out. */
export class WritableCollection extends TableCollection implements Collection {
  posted: PostStatus | undefined;

  async add(objects: readonly ObjectSlice[]): Promise<PostStatus> {
    const judged = objects.map(({ bytes, index }): PostedObject => {
      const object = JSON.parse(Buffer.from(bytes).toString());
      if (typeof object.id !== "string") return { outcome: "failure", message: `objects[${index}] has no id` };
      this.append(object);
      return { outcome: object.wait ? "pending" : "success", id: object.id, version: object.modified };
    });
    this.posted = { id: "c0ffee00-0000-4000-8000-0000000000aa", requestMicros: 1_700_000_000_000_000, objects: judged };
    return this.posted;
  }

  delete({ id, versions }: DeleteRequest): Promise<boolean> {
    return this.remove(id, versions);
  }
}
