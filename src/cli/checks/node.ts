import type { Check } from './check.ts';

/** The floor of package.json ("engines"). */
const FLOOR = [20, 19] as const;

export const checkNode: Check = async () => {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const ok = major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1]);
	const facts = { version: process.versions.node, floor: FLOOR.join('.') };
	return [{ ok, code: ok ? 'doctor.node' : 'doctor.node-old', facts }];
};
