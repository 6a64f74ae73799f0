/** Where a case is kept on a Neo4j server, and how to log in. */
export interface Neo4jPlace {
	/** `neo4j://host:7687`, `bolt://…`, `neo4j+s://…`, `bolt+ssc://…` */
	readonly address: string;
	readonly user: string;
	/** '' where the server asks for none. Never stands in a message. */
	readonly password: string;
	/** The server's default database where it is left out. */
	readonly database?: string;
	/** Tells the cases of one database apart: every node of the case carries it. */
	readonly case: string;
	/**
	 * Id of the folder that the case is in: another folder whose case has the same name is refused, instead of mixing
	 * two cases. Left out, nothing is compared.
	 */
	readonly folder?: string;
	/** How many runs are kept, the newest among them. At least 1. */
	readonly runs: number;
}

/** Where a store is: the path of a DuckDB file, or a case on a Neo4j server. */
export type StorePlace = string | Neo4jPlace;
