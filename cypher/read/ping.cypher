// Asked by `liuxiang doctor`: does a Neo4j answer here, and which one?
// Takes nothing, changes nothing, returns one row: name, version, edition.
CALL dbms.components() YIELD name, versions, edition
WITH name, versions, edition WHERE name = 'Neo4j Kernel'
RETURN name, versions[0] AS version, edition
