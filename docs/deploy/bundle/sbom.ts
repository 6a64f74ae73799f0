/** What of a lock file of npm (version 3) is read here: packages by where they lie, `node_modules/a/node_modules/b`. */
export interface LockFile {
	readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
	readonly name?: string;
	readonly version: string;
	readonly license?: string;
	/** `sha512-` and Base64. */
	readonly integrity?: string;
	readonly dev?: boolean;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Part {
	readonly type: string;
	readonly 'bom-ref': string;
	readonly name: string;
	readonly version: string;
	readonly purl: string;
	readonly licenses?: readonly { readonly expression: string }[];
	readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/** A list of parts as CycloneDX 1.5 has it (https://cyclonedx.org/docs/1.5/json/). */
export interface Sbom {
	readonly bomFormat: 'CycloneDX';
	readonly specVersion: '1.5';
	readonly version: 1;
	readonly metadata: { readonly component: Part };
	readonly components: readonly Part[];
	readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * Everything that the program needs at run time, from the lock file alone: names, versions, licences, hashes, who needs whom.
 * Without time and serial number, sorted: the same lock file gives the same bytes. `npm sbom --omit dev` is no help: of npm 11 it
 * leaves out every package that something of development needs too.
 *
 * @param isThere false for what is not delivered, such as builds for other machines
 */
export function sbomOf(lock: LockFile, isThere: (package_: string) => boolean = () => true): Sbom {
	const { '': own, ...others } = lock.packages;
	if (own?.name === undefined) throw new Error('the lock file does not say whose it is');
	const needed = Object.entries(others).filter(([path, one]) => !one.dev && isThere(refOf(path, one)));
	const places = new Map(needed.map(([path, one]) => [path, refOf(path, one)]));
	const parts = new Map(needed.map(([path, one]) => [refOf(path, one), partOf('library', nameOf(path), one)]));
	const links = new Map<string, Set<string>>();
	for (const [path, one] of [['', own] as const, ...needed]) {
		const ref = path === '' ? `${own.name}@${own.version}` : refOf(path, one);
		const found = links.get(ref) ?? new Set();
		for (const name of namesNeeded(one)) {
			const at = placeOf(name, path, places);
			if (at !== undefined) found.add(at);
		}
		links.set(ref, found);
	}
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.5',
		version: 1,
		metadata: { component: partOf('application', own.name, own) },
		components: sorted(parts).map(([, part]) => part),
		dependencies: sorted(links).map(([ref, refs]) => ({ ref, dependsOn: [...refs].sort() })),
	};
}

export function sbomText(sbom: Sbom): string {
	return `${JSON.stringify(sbom, null, '\t')}\n`;
}

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const refOf = (path: string, { version }: LockedPackage) => `${nameOf(path)}@${version}`;

function partOf(type: string, name: string, { version, license, integrity }: LockedPackage): Part {
	const hash = integrity === undefined ? undefined : Buffer.from(integrity.slice('sha512-'.length), 'base64');
	return {
		type,
		'bom-ref': `${name}@${version}`,
		name,
		version,
		// https://github.com/package-url/purl-spec: the @ of a scope is escaped.
		purl: `pkg:npm/${name.replace(/^@/, '%40')}@${version}`,
		...(license === undefined ? {} : { licenses: [{ expression: license }] }),
		...(hash === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: hash.toString('hex') }] }),
	};
}

function namesNeeded(one: LockedPackage): string[] {
	return Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies });
}

/** As Node looks: beside the package, then up the tree. Undefined for what is not delivered. */
function placeOf(name: string, from: string, places: ReadonlyMap<string, string>): string | undefined {
	for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
		const ref = places.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`);
		if (ref !== undefined || at === '') return ref;
	}
}
