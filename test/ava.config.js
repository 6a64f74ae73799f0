/** For `npm test`: the tests as `npm run compile` made them, so that no process has to transform what it imports. */
export default {
	files: ['.compiled/test/**/*.test.js'],
	workerThreads: false,
	timeout: '5m',
};
