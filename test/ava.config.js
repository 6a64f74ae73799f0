/** Files that take minutes begin first: begun last, one would run alone while the other processor has nothing to do. */
const LONG = ['stores/neo4j/queries.', 'stores/neo4j-graph.', 'stores/copy.', 'stores/neo4j-crash.'];
const rank = (file) => {
	const place = LONG.findIndex((name) => file.replaceAll('\\', '/').includes(name));
	return place < 0 ? LONG.length : place;
};

/** For `npm test`: the tests as `npm run compile` made them, so that no process has to transform what it imports. */
export default {
	files: ['.compiled/test/**/*.test.js'],
	workerThreads: false,
	timeout: '5m',
	sortTestFiles: (one, other) => rank(one) - rank(other),
};
