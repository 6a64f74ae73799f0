/** A machine that a bundle is made for. */
export interface Platform {
	/** As in the file's name: `linux-x64`. */
	readonly name: string;
	/** What npm is told, so that it takes the native parts of that machine and no others. */
	readonly npm: readonly string[];
	/** Where Node's own archive has its program. */
	readonly node: string;
	/** Packages without which the program does not start there, or cannot draw its report. */
	readonly native: readonly string[];
	/** What stands in the first bytes of a program for that machine. */
	isProgram(head: Uint8Array): boolean;
}

const TYPESETTER = '@myriaddreamin/typst-ts-node-compiler';

/** Number of the machine in the head of an ELF file (Linux): 62 x86-64, 183 ARM64. */
const elf = (machine: number) => (head: Uint8Array) =>
	Buffer.from(head.subarray(0, 4)).toString('latin1') === '\x7fELF' && head[18] === machine && head[19] === 0;

/** `MZ`, and behind the offset at 60 the machine of a PE file (Windows): 0x8664 x86-64. */
function pe(head: Uint8Array): boolean {
	const bytes = Buffer.from(head);
	if (bytes.length < 64 || bytes.toString('latin1', 0, 2) !== 'MZ') return false;
	const at = bytes.readUInt32LE(60);
	return at + 6 <= bytes.length && bytes.readUInt16LE(at + 4) === 0x8664;
}

export const PLATFORMS: readonly Platform[] = [
	{
		name: 'linux-x64',
		npm: ['--os=linux', '--cpu=x64', '--libc=glibc'],
		node: 'bin/node',
		native: ['@duckdb/node-bindings-linux-x64', `${TYPESETTER}-linux-x64-gnu`],
		isProgram: elf(62),
	},
	{
		name: 'linux-arm64',
		npm: ['--os=linux', '--cpu=arm64', '--libc=glibc'],
		node: 'bin/node',
		native: ['@duckdb/node-bindings-linux-arm64', `${TYPESETTER}-linux-arm64-gnu`],
		isProgram: elf(183),
	},
	{
		name: 'win32-x64',
		npm: ['--os=win32', '--cpu=x64'],
		node: 'node.exe',
		native: ['@duckdb/node-bindings-win32-x64', `${TYPESETTER}-win32-x64-msvc`],
		isProgram: pe,
	},
];
