import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Bolt's COMMIT as it is sent: a chunk of two bytes, a structure without fields of signature 0x12, the end. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);
/** Time for the server to work off what was sent last. */
const GRACE_MS = 300;

/** Stands between the driver and a server, and loses answers. */
export interface CuttingProxy {
	readonly address: string;
	/** Commits that went through so far, or whose answers were lost. */
	commits(): number;
	close(): Promise<void>;
}

/**
 * Passes everything on, but for the answers to some commits: the server has done the work, the driver sees its
 * connection end and cannot know.
 *
 * @param cut numbers of the commits, from 0, whose answers are lost
 */
export async function cuttingProxy(server: string, cut: ReadonlySet<number>): Promise<CuttingProxy> {
	const { hostname, port } = new URL(server);
	let commits = 0;
	const sockets = new Set<Socket>();
	const proxy = createServer((client) => {
		const upstream = connect(Number(port), hostname);
		let lost = false;
		for (const socket of [client, upstream]) {
			sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => {
				sockets.delete(socket);
				client.destroy();
				upstream.destroy();
			});
		}
		client.on('data', (bytes) => {
			if (bytes.includes(COMMIT) && cut.has(commits++)) {
				lost = true;
				setTimeout(() => client.destroy(), GRACE_MS);
			}
			upstream.write(bytes);
		});
		upstream.on('data', (bytes) => {
			if (!lost) client.write(bytes);
		});
	}).listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const address = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		address: `bolt://127.0.0.1:${address.port}`,
		commits: () => commits,
		async close() {
			for (const socket of sockets) socket.destroy();
			proxy.close();
			await once(proxy, 'close');
		},
	};
}
