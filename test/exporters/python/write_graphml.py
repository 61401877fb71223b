"""Reads a GraphML file with networkx, writes it again, and prints what writing took: {"processor": seconds, "above": MB}."""

import json
import resource
import sys
import time

import networkx

if __name__ == "__main__":
    graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    networkx.write_graphml(graph, sys.argv[2])
    processor = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"processor": processor, "above": (after - before) / 1000}))
