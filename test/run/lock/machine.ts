import type { Self } from '../../../src/run/lock/owner.ts';

/** A machine that a test rules: which processes it has, and when each began. */
export interface Machine {
	readonly host: string;
	readonly boot: string;
	/** Start by process number. */
	readonly running: Map<number, string>;
}

let given = 0;

/** A process on the machine, running from now on. */
export function processOn(machine: Machine, pid: number, started = `t${pid}`): Self {
	machine.running.set(pid, started);
	return {
		pid,
		started,
		boot: machine.boot,
		host: machine.host,
		startOf: async (other) => machine.running.get(other),
		unique: () => String(++given).padStart(8, '0'),
	};
}

export function machine(host = 'alpha', boot = 'boot-1'): Machine {
	return { host, boot, running: new Map() };
}
