"""Prints what networkx and igraph find in a GraphML file, as JSON: {"networkx": {...}, "igraph": {...}}."""

import json
import math
import sys
import warnings

import igraph
import networkx


def read_with_networkx(path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    return {
        "directed": graph.is_directed(),
        "nodes": [{"id": node, **data} for node, data in graph.nodes(data=True)],
        "edges": [
            {"id": key, "source": source, "target": target, **{k: v for k, v in data.items() if k != "id"}}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ],
    }


def read_with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"] if graph.vcount() > 0 else []

    # igraph fills what a node does not have with "" or NaN, and the "id" of an edge with one of a vertex.
    def present(attributes):
        return {k: v for k, v in attributes.items() if v != "" and not (isinstance(v, float) and math.isnan(v))}

    return {
        "directed": graph.is_directed(),
        "nodes": [present(vertex.attributes()) for vertex in graph.vs],
        "edges": [
            {
                **present({k: v for k, v in edge.attributes().items() if k != "id"}),
                "id": edge["edge_id"],
                "source": ids[edge.source],
                "target": ids[edge.target],
            }
            for edge in graph.es
        ],
    }


if __name__ == "__main__":
    warnings.simplefilter("error")
    found = {"networkx": read_with_networkx(sys.argv[1]), "igraph": read_with_igraph(sys.argv[1])}
    json.dump(found, sys.stdout)
