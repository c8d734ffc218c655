"""Walks a TAXII collection with OASIS's client, by `next` and by `added_after`, until the file DONE is there.

Usage: walk_collection.py DISCOVERY_URL ALIAS USER PASSWORD DONE. Prints what each way brought, as JSON.
"""

import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import stix2
from taxii2client.v21 import Server, as_pages

url, alias, user, password, done = sys.argv[1:]
PAGE = 100


def is_done():
    return os.path.exists(done)


def collection_found():
    """Found as a tool finds it: discovery, API roots, collections."""
    roots = Server(url, user=user, password=password).api_roots
    return next(one for root in roots for one in root.collections if one.alias == alias)


def by_next():
    """Whole walks, one after another; the last begins when everything is in."""
    collection = collection_found()
    walks = []
    while True:
        is_last = is_done()
        pages = as_pages(collection.get_objects, per_request=PAGE)
        objects = [one for page in pages for one in page.get("objects", [])]
        walks.append([one["id"] for one in objects])
        if is_last:
            break
    for one in objects:
        stix2.parse(one, allow_custom=True, version="2.1")
    return walks


def by_added_after():
    """One walk, which goes on after the newest date that it has seen; the manifest tells the dates."""
    collection = collection_found()
    ids, after = [], None
    while True:
        is_last = is_done()
        records = collection.get_manifest(limit=PAGE, added_after=after).get("objects", [])
        objects = collection.get_objects(limit=PAGE, added_after=after).get("objects", [])
        seen = [one["id"] for one in objects][: len(records)]
        assert seen == [record["id"] for record in records], "manifest and objects differ"
        ids += seen
        if records:
            after = records[-1]["date_added"]
        elif is_last:
            break
        else:
            time.sleep(0.05)
    return ids


with ThreadPoolExecutor() as walkers:
    walks = {"next": walkers.submit(by_next), "added_after": walkers.submit(by_added_after)}
    json.dump({way: walk.result() for way, walk in walks.items()}, sys.stdout)
