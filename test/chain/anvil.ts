import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../neo4j/free-port.ts';

/** A node of a chain of its own, in memory, on the loopback. */
export interface Anvil {
	readonly url: string;
	/** Asks the node. @throws Error with the node's own words */
	rpc<T>(method: string, ...params: readonly unknown[]): Promise<T>;
	/** Ends it. Any number of times. */
	kill(): Promise<void>;
}

/** What anvil makes up beforehand differs by its clock: this is when every chain begins, 2024-01-01T00:00:00Z. */
export const GENESIS = 1_704_067_200;

/**
 * The wrapper from npm, when killed, leaves the node running, so the native binary is started itself. It outlives
 * nobody: when this process ends, however it ends, the shell's end of the pipe closes.
 */
const GUARD = '"$@" >/dev/null 2>&1 & echo $!; cat >/dev/null; kill -9 $! 2>/dev/null';

/** Starts a node that mines only when told, takes transactions in the order they came, and begins at `GENESIS`. */
export async function startAnvil(options: readonly string[] = []): Promise<Anvil> {
	const port = await freePort();
	const arch = process.arch === 'x64' ? 'amd64' : process.arch;
	const binary = join('node_modules', '@foundry-rs', `anvil-${process.platform}-${arch}`, 'bin', 'anvil');
	const args = ['--port', String(port), '--no-mining', '--order', 'fifo', '--timestamp', String(GENESIS), '--quiet'];
	args.push('--gas-limit', '30000000000', '--accounts', '20', ...options);
	const shell = spawn('sh', ['-c', GUARD, 'sh', binary, ...args], {
		stdio: ['pipe', 'pipe', 'inherit'],
		// Ctrl-C goes to the whole foreground group: the guard must live to do its work.
		detached: true,
	});
	await once(createInterface({ input: shell.stdout }), 'line');
	for (const held of [shell, shell.stdin as Socket, shell.stdout as Socket]) held.unref();
	const url = `http://127.0.0.1:${port}`;
	let id = 0;
	const anvil: Anvil = {
		url,
		async rpc<T>(method: string, ...params: readonly unknown[]): Promise<T> {
			id += 1;
			const body = JSON.stringify({ jsonrpc: '2.0', id, method, params });
			const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
			const read = (await answer.json()) as { result: T; error?: { message: string } };
			if (read.error) throw new Error(`${method}: ${read.error.message}`);
			return read.result;
		},
		async kill() {
			if (shell.exitCode !== null || shell.signalCode !== null) return;
			// Waiting must keep this process alive, though a forgotten node must not.
			shell.ref();
			const closed = once(shell, 'exit');
			shell.stdin.end();
			await closed;
		},
	};
	const started = Date.now();
	while (!(await anvil.rpc('eth_chainId').catch(() => undefined))) {
		if (Date.now() - started > 30_000) throw new Error('anvil did not start');
		await wait(20);
	}
	return anvil;
}
