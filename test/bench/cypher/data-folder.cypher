// Purpose: where the server keeps its data.
// Parameters: none
// Returns: value (a folder)
SHOW SETTINGS 'server.directories.data' YIELD value
