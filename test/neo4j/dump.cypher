// Everything of a case, for comparing: each node and each relationship that begins at one. Takes $case.
MATCH (n) WHERE n.case = $case
OPTIONAL MATCH (n)-[r]->(m)
WITH n, collect({type: type(r), to: labels(m), properties: properties(r), target: properties(m), id: elementId(r)}) AS links
RETURN labels(n) AS labels, properties(n) AS properties, links, elementId(n) AS id
