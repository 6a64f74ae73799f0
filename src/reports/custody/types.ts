/** A file as a manifest lists it. */
export interface Listed {
	/** Its path in the folder that the manifest is about, `/` between folders. */
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** Hexadecimal; '' where the file could not be read. */
	readonly sha256: string;
	/** GB/T 32905-2016, which Chinese authorities also take; hexadecimal. */
	readonly sm3: string;
}

/** Where a package comes from: what the run that it is drawn from was computed from, and by what. */
export interface Custody {
	/** Name and version. */
	readonly program: string;
	/** Every file that the run read, by its path in the case folder. */
	readonly inputs: readonly Listed[];
	/** Records of law that ship with the program. */
	readonly law: readonly Listed[];
	/** One hash over what the store held after the run; equal in every store that holds the same. */
	readonly store: string;
	/** SHA-256 of the run's manifest. */
	readonly manifest: string;
}

/** Files of a folder that belong together, as its guide tells them. */
export interface GuideGroup {
	/** What the guide's words call it: id of a part, or of a kind of file of a run. */
	readonly id: string;
	readonly files: readonly string[];
}
