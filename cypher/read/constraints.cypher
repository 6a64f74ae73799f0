// Names of the constraints that are there. Takes nothing.
SHOW CONSTRAINTS YIELD name
RETURN [name] AS cells
